import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Country, Currency, Locale, page, pageQuery, Slug, text } from "../schemas.ts";
import {
  OperatorProduct,
  PolicyDecision,
  Product,
  ProductId,
  ProductListQuery,
  ProductPage,
  ProductState,
} from "./schemas.ts";

export const products = {
  list: endpoint({
    method: "GET",
    path: "/products",
    summary: "Products on sale, filtered, sorted and paged by cursor",
    access: "everyone",
    session: "ignored",
    query: ProductListQuery,
    response: ProductPage,
    errors: ["page.cursor-invalid"],
    limitPerMinute: 600,
  }),
  get: endpoint({
    method: "GET",
    path: "/products/{slug}",
    summary: "One product with everything needed to configure it",
    access: "everyone",
    session: "ignored",
    params: z.strictObject({ slug: Slug }),
    query: z.strictObject({
      locale: z.optional(Locale),
      currency: z.optional(Currency),
      country: z.optional(Country),
    }),
    response: Product,
    errors: ["product.not-found"],
    limitPerMinute: 600,
  }),
};

export const adminProducts = {
  list: endpoint({
    method: "GET",
    path: "/admin/products",
    summary: "All products, whatever their state",
    access: ["operator", "admin"],
    audience: "operator",
    query: z.strictObject({ ...pageQuery, state: z.optional(ProductState), q: z.optional(text(120)) }),
    response: page(OperatorProduct),
    errors: ["page.cursor-invalid"],
  }),
  checkPolicy: endpoint({
    method: "POST",
    path: "/admin/products/{productId}/policy-checks",
    summary: "What the publish policy says of a product as it stands",
    access: ["operator", "admin"],
    audience: "operator",
    params: z.strictObject({ productId: ProductId }),
    response: PolicyDecision,
    errors: ["product.not-found"],
  }),
  publish: endpoint({
    method: "POST",
    path: "/admin/products/{productId}/publish",
    summary: "Put a product on sale, if the policy allows it",
    access: ["admin"],
    audience: "operator",
    params: z.strictObject({ productId: ProductId }),
    body: z.strictObject({ version: z.int() }),
    response: OperatorProduct,
    errors: ["product.not-found", "product.policy-refused", "product.version-conflict"],
  }),
  unpublish: endpoint({
    method: "POST",
    path: "/admin/products/{productId}/unpublish",
    summary: "Take a product off sale; orders already placed go on",
    access: ["admin"],
    audience: "operator",
    params: z.strictObject({ productId: ProductId }),
    body: z.strictObject({ version: z.int(), reason: text(500) }),
    response: OperatorProduct,
    errors: ["product.not-found", "product.version-conflict"],
  }),
};
