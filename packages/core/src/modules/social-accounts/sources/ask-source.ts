import { createHash } from "node:crypto";
import { OutboundFailure, type OutboundHttp } from "#infrastructure/outbound-http";
import { type FailedReading, failed } from "../social-account.ts";

/** An answer of a source: status, headers, and the body as JSON (undefined when it is none). */
export interface SourceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly rawHash: string;
}

/** Asks a source with GET, or posts a form to it. What keeps an answer from coming becomes a failure. */
export async function askSource(
  http: OutboundHttp,
  url: string,
  headers: Readonly<Record<string, string>>,
  form?: Readonly<Record<string, string>>,
): Promise<SourceAnswer | { readonly outcome: FailedReading }> {
  try {
    const answer = await http.fetch(url, {
      headers: { accept: "application/json", ...headers, ...(form === undefined ? {} : formType) },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form).toString() }),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      json: parse(answer.text),
      rawHash: createHash("sha256").update(answer.text).digest("hex"),
    };
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { outcome: failed(unusable.has(error.kind) ? "schema_changed" : "source_down") };
  }
}

const formType = { "content-type": "application/x-www-form-urlencoded" };

/** An answer came, but not one a documented interface gives. */
const unusable: ReadonlySet<string> = new Set(["too-large", "redirected", "unreadable"]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
