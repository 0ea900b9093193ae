import { Hono } from "hono";
import { html } from "hono/html";
import type { SandboxEnv } from "../http/hang-up.ts";
import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";

/** Drawn profile pictures: two shapes and an initial, always the same for a handle. */
export function avatarRoutes(world: World): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/avatars/:platform/:file{.+\\.svg}", async (c) => {
    const handle = c.req
      .param("file")
      .replace(/\.svg$/, "")
      .replace(/^@/, "")
      .toLowerCase();
    const fraction = (what: string) => seededFraction(world.seed, "avatar", c.req.param("platform"), handle, what);
    const hue = Math.round(360 * fraction("hue"));
    const x = Math.round(20 + 60 * fraction("x"));
    const y = Math.round(15 + 40 * fraction("y"));
    const radius = Math.round(28 + 22 * fraction("radius"));
    const svg =
      await html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="240" height="240" role="img" aria-label="${handle}"><rect width="100" height="100" fill="hsl(${hue} 38% 32%)"/><circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${(hue + 40) % 360} 45% 46%)"/><text x="50" y="66" text-anchor="middle" font-family="system-ui,sans-serif" font-size="46" font-weight="600" fill="#fff">${(Array.from(handle)[0] ?? "?").toUpperCase()}</text></svg>`;
    return c.body(String(svg), 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" });
  });
  return routes;
}
