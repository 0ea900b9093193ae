import type { ApiContract } from "@smplat/contracts";
import { createClient } from "@smplat/contracts/client";
import { routes } from "@smplat/contracts/routes";

/** The API for components that run in the browser: same origin, so cookies and cross-site rules just work. */
export const browserApi = createClient<ApiContract>(routes, { baseUrl: "/api/v1" });
