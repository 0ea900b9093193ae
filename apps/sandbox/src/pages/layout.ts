import { html, raw } from "hono/html";

/** Escaped HTML as Hono's template function returns it. */
export type Html = ReturnType<typeof html>;

const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1f1d1a;--soft:#66615a;--line:#e2ded6;--accent:#2f5d50;--accent-ink:#fff;--warn:#8a4b08;--bad:#a12622}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--card:#22201d;--ink:#f0ede7;--soft:#aaa398;--line:#3a3732;--accent:#8fc7b5;--accent-ink:#10201b;--warn:#e6b06a;--bad:#f09a92}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
header.top{border-bottom:1px solid var(--line);background:var(--card)}
header.top nav{max-width:80rem;margin:auto;padding:.75rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline}
header.top strong{margin-right:auto;letter-spacing:-.01em}
header.top nav a{text-decoration:none}
header.top nav a[aria-current]{text-decoration:underline}
main{max-width:80rem;margin:auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.75rem;letter-spacing:-.02em;margin:.5rem 0;line-height:1.2}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p.lead{color:var(--soft);max-width:46rem;margin:.25rem 0 1.5rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem}
.card h2{margin:0 0 .25rem}
.card p{margin:.25rem 0;color:var(--soft)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}
tr:last-child td{border-bottom:0}
th{color:var(--soft);font-weight:600}
td.n{text-align:right}
td.wrap{white-space:normal;min-width:14rem}
code{font:.85em ui-monospace,monospace}
.empty{color:var(--soft);padding:1.25rem}
.tag{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .6em;font-size:.8rem}
.good{color:var(--accent)}.warn{color:var(--warn)}.bad{color:var(--bad)}
meter{width:6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
iframe.mail{width:100%;min-height:36rem;border:1px solid var(--line);border-radius:8px;background:#fff}
pre{white-space:pre-wrap;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem;overflow-wrap:anywhere}
button{font:inherit;padding:.6rem 1.2rem;border-radius:6px;border:1px solid var(--line);background:var(--card);color:var(--ink);cursor:pointer}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
form.row{display:flex;gap:.75rem;flex-wrap:wrap;margin-top:1.5rem}
`;

const places = [
  ["/mailbox", "Mailbox"],
  ["/payments", "Payments"],
  ["/suppliers/northbeam", "Northbeam"],
  ["/suppliers/atelier", "Atelier"],
  ["/suppliers/quayside", "Quayside"],
  ["/channels", "Channels"],
] as const;

/** A whole page; `current` is the path of the navigation entry to mark. */
export function page(title: string, body: Html, current = ""): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sandbox</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header class="top"><nav aria-label="Sandbox">
<strong><a href="/">Sandbox</a></strong>
${places.map(([path, name]) => html`<a href="${path}"${path === current ? raw(' aria-current="page"') : ""}>${name}</a>`)}
</nav></header>
<main>${body}</main>
</body>
</html>`;
}

/** A page for one purpose, without the sandbox's navigation: what a visitor of the imitated service sees. */
export function barePage(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)} main{max-width:34rem;padding-top:3rem}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

/** An amount in minor units for people, such as `12.50 EUR`. */
export function moneyText(amountMinor: number, currency: string): string {
  return `${(amountMinor / 100).toFixed(2)} ${currency.toUpperCase()}`;
}

/** A moment for people, to the minute, in UTC. */
export function timeText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
