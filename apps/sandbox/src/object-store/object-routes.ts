import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type SandboxEnv, tearBody } from "../http/hang-up.ts";
import type { World } from "../world.ts";
import type { StoredObject } from "./object-store-state.ts";
import { errorXml, listXml } from "./object-xml.ts";
import { readUpload } from "./read-upload.ts";

const slowMs = 3_000;
type StoreContext = Context<SandboxEnv>;

function refuse(c: StoreContext, status: ContentfulStatusCode, code: string, message: string): Response {
  c.header("content-type", "application/xml");
  return c.req.method === "HEAD" ? c.body(null, status as 404) : c.body(errorXml(code, message, c.req.path), status);
}

/** Bucket and key of a path-style request; the key keeps its slashes. */
function addressOf(c: StoreContext): { bucket: string; key: string } {
  const [, , bucket = "", ...rest] = new URL(c.req.url).pathname.split("/");
  return { bucket: decodeURIComponent(bucket), key: rest.map(decodeURIComponent).join("/") };
}

function metadataOf(c: StoreContext): Record<string, string> {
  const entries = Object.entries(c.req.header()).filter(([name]) => name.startsWith("x-amz-meta-"));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice("x-amz-meta-".length), value]));
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    "content-type": object.contentType,
    "content-length": String(object.size),
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.lastModified).toUTCString(),
    "accept-ranges": "none",
    ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  };
}

async function put(world: World, c: StoreContext): Promise<Response> {
  const { buckets, mode } = world.state.objects;
  const { bucket, key } = addressOf(c);
  const objects = buckets[bucket] ?? {};
  buckets[bucket] = objects;
  if (key === "") {
    return c.body(null, 200, { location: `/${bucket}` });
  }
  const received = Buffer.from(await c.req.arrayBuffer());
  const whole = readUpload(received, c.req.header("content-encoding"), c.req.header("x-amz-content-sha256"));
  if (c.req.header("if-none-match") === "*" && objects[key]) {
    return refuse(c, 412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
  const body = mode === "torn" ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
  const etag = createHash("md5").update(body).digest("hex");
  objects[key] = {
    body: body.toString("base64"),
    size: body.length,
    contentType: c.req.header("content-type") ?? "application/octet-stream",
    etag,
    lastModified: new Date().toISOString(),
    metadata: metadataOf(c),
  };
  world.changed();
  return c.body(null, 200, { etag: `"${etag}"` });
}

function list(world: World, c: StoreContext, bucket: string): Response {
  const objects = world.state.objects.buckets[bucket];
  if (!objects) {
    return refuse(c, 404, "NoSuchBucket", "The specified bucket does not exist");
  }
  if (c.req.method === "HEAD") {
    return c.body(null, 200);
  }
  const token = c.req.query("continuation-token");
  const xml = listXml(objects, {
    bucket,
    prefix: c.req.query("prefix") ?? "",
    delimiter: c.req.query("delimiter") ?? "",
    maxKeys: Math.min(1_000, Math.max(1, Number(c.req.query("max-keys") ?? 1_000) || 1_000)),
    startAfter: token ? Buffer.from(token, "base64url").toString("utf8") : (c.req.query("start-after") ?? ""),
  });
  return c.body(xml, 200, { "content-type": "application/xml" });
}

function get(world: World, c: StoreContext): Response {
  const { bucket, key } = addressOf(c);
  if (key === "") {
    return list(world, c, bucket);
  }
  const objects = world.state.objects.buckets[bucket];
  const object = objects?.[key];
  if (!object) {
    return objects
      ? refuse(c, 404, "NoSuchKey", "The specified key does not exist.")
      : refuse(c, 404, "NoSuchBucket", "The specified bucket does not exist");
  }
  if (c.req.method === "HEAD") {
    return c.body(null, 200, headersOf(object));
  }
  const body = Buffer.from(object.body, "base64");
  return world.state.objects.mode === "torn"
    ? tearBody(c, body, headersOf(object))
    : c.body(body, 200, headersOf(object));
}

function remove(world: World, c: StoreContext): Response {
  const { bucket, key } = addressOf(c);
  const { buckets } = world.state.objects;
  if (key === "") {
    delete buckets[bucket];
  } else {
    delete buckets[bucket]?.[key];
  }
  world.changed();
  return c.body(null, 204);
}

/** Enough of S3, path style, under /s3: objects with conditional writes, and listing. Signatures are not checked. */
export function objectRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.use("/s3/*", async (c, next) => {
    c.header("x-amz-request-id", "SANDBOX");
    const { mode } = world.state.objects;
    if (mode === "down") {
      return refuse(c, 503, "ServiceUnavailable", "Service is unable to handle request.");
    }
    if (!c.req.header("authorization") && !c.req.query("X-Amz-Signature")) {
      return refuse(c, 403, "AccessDenied", "Access Denied");
    }
    if (mode === "slow") {
      await new Promise((resolve) => {
        setTimeout(resolve, slowMs).unref();
      });
    }
    return next();
  });
  // Hono answers HEAD from the GET route.
  routes.get("/s3/*", (c) => get(world, c));
  routes.put("/s3/*", (c) => put(world, c));
  routes.delete("/s3/*", (c) => remove(world, c));
  return routes;
}
