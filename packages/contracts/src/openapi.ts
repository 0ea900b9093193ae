import * as z from "zod/mini";
import { type Contract, type Endpoint, universalErrors } from "./endpoint.ts";
import { Problem } from "./schemas.ts";
import { type ErrorCode, errorCodes } from "./vocabulary/error-codes.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

export interface OpenApiParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

interface OpenApiResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
  /** Roles that may call, in words. */
  readonly "x-access": string;
}

export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const problemRef = { $ref: "#/components/schemas/Problem" };

/** The OpenAPI 3.1 document of a contract. Same contract, same document: it is kept as a snapshot and compared. */
export function openApiDocument(contract: Contract, version: string): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const [area, endpoints] of Object.entries(contract)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const methods = paths[endpoint.path] ?? {};
      methods[endpoint.method.toLowerCase()] = operationOf(area, name, endpoint);
      paths[endpoint.path] = methods;
    }
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Smplat API",
      version,
      description:
        "Shop, validate, buy, deliver, prove. Money is integer minor units; errors are RFC 9457 problem details.",
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem, "output") } },
  };
}

function operationOf(area: string, name: string, endpoint: Endpoint): OpenApiOperation {
  const base = {
    operationId: `${area}.${name}`,
    tags: [area],
    summary: endpoint.summary,
    parameters: parametersOf(endpoint),
    responses: responsesOf(endpoint),
    "x-access": endpoint.access === "everyone" ? "everyone" : endpoint.access.join(", "),
  };
  const content = bodyContent(endpoint);
  return content === undefined ? base : { ...base, requestBody: { required: true, content } };
}

function bodyContent(endpoint: Endpoint): Readonly<Record<string, { schema: JsonSchema }>> | undefined {
  if (endpoint.input === "raw") return { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  if (endpoint.body === undefined) return undefined;
  return { "application/json": { schema: schemaOf(endpoint.body, "input") } };
}

function parametersOf(endpoint: Endpoint): OpenApiParameter[] {
  const parameters = [...partsOf(endpoint.params, "path"), ...partsOf(endpoint.query, "query")];
  if (endpoint.idempotency === "required") {
    parameters.push({
      name: "Idempotency-Key",
      in: "header",
      required: true,
      schema: { type: "string", maxLength: 255 },
      description: "A new UUID for each thing to be done; the same one for each retry of it.",
    });
  }
  return parameters;
}

function partsOf(schema: z.ZodMiniType | undefined, place: "path" | "query"): OpenApiParameter[] {
  if (schema === undefined) return [];
  const object = schemaOf(schema, "input");
  const required = new Set((object.required as readonly string[] | undefined) ?? []);
  return Object.entries((object.properties as Record<string, JsonSchema> | undefined) ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === "path" || required.has(name),
    schema: part,
  }));
}

function responsesOf(endpoint: Endpoint): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = { [endpoint.success]: successOf(endpoint) };
  const byStatus = Map.groupBy([...universalErrors, ...endpoint.errors], (code: ErrorCode) => errorCodes[code].status);
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[status] = {
      description: [...new Set(codes)].map((code) => `${code}: ${errorCodes[code].title}`).join("; "),
      content: { "application/problem+json": { schema: problemRef } },
    };
  }
  return responses;
}

function successOf(endpoint: Endpoint): OpenApiResponse {
  if (endpoint.output !== "json") return { description: "The file" };
  if (endpoint.response === undefined) return { description: "Done" };
  return { description: "Done", content: { "application/json": { schema: schemaOf(endpoint.response, "output") } } };
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
}
