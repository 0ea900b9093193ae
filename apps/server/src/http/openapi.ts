import { type Contract, contract } from "@smplat/contracts";
import { openApiDocument } from "@smplat/contracts/openapi";
import { errorCodes } from "@smplat/contracts/vocabulary";
import type { Hono } from "hono";
import { renderDocsPage } from "./docs-page.ts";
import { securityHeaders } from "./security-headers.ts";
import { version } from "./version.ts";

/** `/api/openapi.json` and a page to read it: both made from the contract that is served. */
export function serveDocs(app: Hono, contract: Contract): void {
  const document = openApiDocument(contract, version);
  const text = JSON.stringify(document);
  const page = renderDocsPage(document, errorCodes);
  app.get(
    "/api/openapi.json",
    () => new Response(text, { headers: { ...securityHeaders, "content-type": "application/json" } }),
  );
  app.get(
    "/api/docs",
    () =>
      new Response(page, {
        headers: {
          ...securityHeaders,
          "content-type": "text/html; charset=utf-8",
          "content-security-policy":
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        },
      }),
  );
}

/** The document of the whole API as `docs/openapi.json` keeps it, so that a change of the API shows in a review. */
export const openApiSnapshot = (): string => `${JSON.stringify(openApiDocument(contract, version), null, 2)}\n`;
