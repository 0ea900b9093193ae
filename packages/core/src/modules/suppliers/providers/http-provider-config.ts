import { z } from "zod";
import { errorClasses, supplierStatuses } from "./provider.ts";
import { templateVariables } from "./render-template.ts";

const variables = new RegExp(`^(?:[^{}]|\\{(?:${templateVariables.join("|")})\\})*$`);
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const secretName = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,40}$/);
/** Text with `{variable}` in it; no other brace. */
const Template = z
  .string()
  .max(500)
  .regex(variables, `only {${templateVariables.join("}, {")}} may stand in braces`);
/** Names and indexes with dots between: `job.files.0.url`. Empty is the whole. */
const Path = z.string().regex(/^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)?$/, "names with dots between");
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const StatusRange = z.tuple([z.int().min(100).max(599), z.int().min(100).max(599)]);

type Body = string | number | boolean | { readonly [key: string]: Body };
const BodyTemplate: z.ZodType<Body> = z.lazy(() =>
  z.union([Template, z.number(), z.boolean(), z.record(z.string(), BodyTemplate)]),
);

const Endpoint = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  /** After the base URL; variables are percent-encoded. */
  path: z.string().max(300).regex(/^\//, "starts with /").pipe(Template),
  query: z.record(z.string(), Template).optional(),
  /** Leaves that are one `{variable}` alone keep its type. Forms are flat. */
  body: z.record(z.string(), BodyTemplate).optional(),
  headers: z.record(headerName, Template).optional(),
  /** Where the order (for `find`: the list of orders) is in the answer. */
  root: Path.default(""),
});

/** How an order is read out of an answer or a webhook. Numbers may be text. */
const OrderReading = z.strictObject({
  externalId: Path,
  reference: Path.optional(),
  status: Path,
  states: z.record(z.string(), z.enum(supplierStatuses)),
  delivered: Path,
  cost: z.strictObject({ amount: Path, unit: z.enum(["minor", "major"]), currency: Path.optional() }).optional(),
  evidence: z
    .strictObject({
      list: Path,
      /** Of each entry: where its kind is, or the kind all entries have. */
      kind: Path.optional(),
      kindOf: z.record(z.string(), z.enum(["ad_report", "placement", "asset", "hours", "audit"])).optional(),
      /** Where the order says what it is made of, when entries don't: looked up in `kindOf`. */
      kindFromOrder: Path.optional(),
      title: Path.optional(),
      url: Path.optional(),
      units: Path,
      reportedAt: Path,
    })
    .optional(),
});

/** The first rule whose every given condition holds names the trouble. */
const ErrorRule = z.strictObject({
  status: z.union([z.int(), StatusRange]).optional(),
  path: Path.optional(),
  equals: Scalar.optional(),
  includes: z.string().min(1).optional(),
  class: z.enum(errorClasses),
});

const Webhook = z.strictObject({
  scheme: z.enum(["standard-webhooks", "hmac-sha256-hex"]),
  secret: secretName,
  /** For `hmac-sha256-hex`: the header that carries the digest, after `prefix`. */
  header: headerName.optional(),
  prefix: z.string().max(40).default(""),
  /** Where the event's id is when no header carries it. */
  eventId: Path.optional(),
  /** Where the moment is that the event speaks of. */
  at: Path.optional(),
  root: Path,
});

/**
 * A supplier's dialect as data. Secrets are named here and stored apart, sealed. Templates see the order and nothing
 * else: no environment, no secret.
 */
export const HttpProviderConfig = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, "")),
  auth: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("bearer"), secret: secretName }),
    z.strictObject({ kind: z.literal("header"), header: headerName, secret: secretName }),
  ]),
  encoding: z.enum(["json", "form"]),
  idempotentSubmit: z.boolean(),
  /** How long after a submit the supplier may still deny an order it has. */
  settleSeconds: z.int().min(1).max(3600),
  timeoutMs: z.int().min(500).max(30_000).default(10_000),
  endpoints: z.strictObject({
    submit: Endpoint,
    status: Endpoint,
    find: Endpoint,
    cancel: Endpoint.optional(),
    refill: Endpoint.optional(),
    /** The supplier's price list: where its entries' codes, prices per unit and limits are. */
    services: Endpoint.extend({
      code: Path,
      unitCost: Path,
      unit: z.enum(["minor", "major"]),
      minimum: Path.optional(),
      maximum: Path.optional(),
    }).optional(),
    balance: Endpoint.extend({ amount: Path, unit: z.enum(["minor", "major"]), currency: Path }).optional(),
  }),
  /** An answer is a success when its HTTP status is 2xx and, if given, this holds too. */
  success: z.strictObject({ path: Path, equals: Scalar }).optional(),
  order: OrderReading,
  /** Where an error's text is, for operators. */
  errorText: Path.optional(),
  errors: z.array(ErrorRule).max(50),
  webhook: Webhook.optional(),
});
export type HttpProviderConfig = z.infer<typeof HttpProviderConfig>;
export type EndpointConfig = HttpProviderConfig["endpoints"]["submit"];
export type OrderReadingConfig = HttpProviderConfig["order"];
