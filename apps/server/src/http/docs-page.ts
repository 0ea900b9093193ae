import type { OpenApiDocument, OpenApiOperation } from "@smplat/contracts/openapi";

type Errors = Readonly<Record<string, { status: number; title: string; remedy: string }>>;

const escapeHtml = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The API as a page: every endpoint with who may call it, what it takes, what it answers, and every refusal. */
export function renderDocsPage(document: OpenApiDocument, errors: Errors): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const areas = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? "");
  const sections = [...areas].map(
    ([area, list]) =>
      `<section><h2 id="${escapeHtml(area)}">${escapeHtml(area)}</h2>${list.map(renderOperation).join("")}</section>`,
  );
  const links = [...areas.keys()].map((area) => `<a href="#${escapeHtml(area)}">${escapeHtml(area)}</a>`).join(" ");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Smplat API ${escapeHtml(document.info.version)}</title><style>${style}</style></head><body><main>
<h1>Smplat API</h1><p>${escapeHtml(document.info.description)} The same as data: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav aria-label="Areas">${links} <a href="#errors">errors</a></nav>${sections.join("")}
<section><h2 id="errors">Errors</h2><table><thead><tr><th>Code</th><th>Status</th><th>Means</th><th>Remedy</th></tr></thead><tbody>
${Object.entries(errors).map(renderError).join("")}</tbody></table></section></main></body></html>`;
}

function renderOperation({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: OpenApiOperation;
}): string {
  const body = operation.requestBody?.content["application/json"]?.schema;
  return `<details><summary><code class="m">${escapeHtml(method.toUpperCase())}</code> <code>${escapeHtml(path)}</code>
<span>${escapeHtml(operation.summary)}</span></summary><p>For: ${escapeHtml(operation["x-access"])}.</p>
${operation.parameters.length === 0 ? "" : `<h3>Parameters</h3><ul>${operation.parameters.map((parameter) => `<li><code>${escapeHtml(parameter.name)}</code> in ${escapeHtml(parameter.in)}${parameter.required ? ", required" : ""}</li>`).join("")}</ul>`}
${body === undefined ? "" : `<h3>Body</h3><pre>${escapeHtml(JSON.stringify(body, null, 2))}</pre>`}
<h3>Answers</h3><ul>${Object.entries(operation.responses)
    .map(([status, response]) => `<li><code>${escapeHtml(status)}</code> ${escapeHtml(response.description)}</li>`)
    .join("")}</ul></details>`;
}

const renderError = ([code, error]: [string, { status: number; title: string; remedy: string }]): string =>
  `<tr id="${escapeHtml(code)}"><td><code>${escapeHtml(code)}</code></td><td>${error.status}</td><td>${escapeHtml(error.title)}</td><td>${escapeHtml(error.remedy)}</td></tr>`;

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0}main{max-width:60rem;margin:auto;padding:1.5rem}
h1{font-size:1.75rem}h2{margin-top:2.5rem;text-transform:capitalize}h3{font-size:1rem;margin:.75rem 0 .25rem}
details{border-top:1px solid color-mix(in oklab,currentColor 20%,transparent);padding:.5rem 0}summary{cursor:pointer}
summary span{opacity:.75;margin-left:.5rem}code.m{font-weight:700}pre{overflow:auto;padding:.75rem;background:color-mix(in oklab,currentColor 8%,transparent)}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.375rem .5rem;border-top:1px solid color-mix(in oklab,currentColor 20%,transparent)}
nav a{margin-right:.5rem}`;
