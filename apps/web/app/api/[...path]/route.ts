import { forwardToApi } from "#api/forward-to-api.ts";
import { config } from "#config.ts";

/** One origin for everything: whatever lies under `/api` is the API's to answer. */
const forward = (request: Request) => forwardToApi(request, config.apiOrigin);

export {
  forward as DELETE,
  forward as GET,
  forward as HEAD,
  forward as OPTIONS,
  forward as PATCH,
  forward as POST,
  forward as PUT,
};
