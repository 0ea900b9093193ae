/** An answer with its JSON body, typed by the caller. */
export interface JsonAnswer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** Sends one request, with a JSON body if one is given, and reads the JSON answer. */
export async function callJson<T>(
  url: string,
  init: { method?: string; json?: unknown; headers?: Record<string, string>; body?: string } = {},
): Promise<JsonAnswer<T>> {
  const response = await fetch(url, {
    method: init.method ?? "GET",
    headers: { ...(init.json === undefined ? {} : { "content-type": "application/json" }), ...init.headers },
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    ...(init.body === undefined ? {} : { body: init.body }),
    redirect: "manual",
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? null : JSON.parse(text)) as T };
}
