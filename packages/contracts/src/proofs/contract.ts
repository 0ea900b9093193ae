import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { OrderId } from "../orders/schemas.ts";
import { page, pageQuery } from "../schemas.ts";
import { Digest, ProofDay, ProofKeys, ProofPlace, ProofReceipts, ProofRoot } from "./schemas.ts";

const owners = ["guest", "customer", "operator", "admin", "service"] as const;
const one = z.strictObject({ orderId: OrderId });

export const proofs = {
  ofOrder: endpoint({
    method: "GET",
    path: "/orders/{orderId}/proof-receipts",
    summary: "Signed proofs of an order, oldest first",
    access: owners,
    audience: "customer",
    params: one,
    response: ProofReceipts,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
  file: endpoint({
    method: "GET",
    path: "/orders/{orderId}/proof-receipts/file",
    summary: "Download every signed proof of an order as one JSON file that verifies offline",
    access: owners,
    audience: "customer",
    params: one,
    output: "file",
    errors: ["order.not-found", "proof.not-found"],
    limitPerMinute: 30,
  }),
  keys: endpoint({
    method: "GET",
    path: "/proofs/keys",
    summary: "Public keys to check proofs with, retired ones included",
    access: "everyone",
    session: "ignored",
    response: ProofKeys,
  }),
  roots: endpoint({
    method: "GET",
    path: "/proofs/roots",
    summary: "Published trees, newest day first",
    access: "everyone",
    session: "ignored",
    query: z.strictObject(pageQuery),
    response: page(ProofRoot),
    errors: ["page.cursor-invalid"],
  }),
  root: endpoint({
    method: "GET",
    path: "/proofs/roots/{date}",
    summary: "The signed Merkle root of a day; once published it never changes",
    access: "everyone",
    session: "ignored",
    params: z.strictObject({ date: ProofDay }),
    response: ProofRoot,
    errors: ["proof.root-not-found"],
  }),
  place: endpoint({
    method: "GET",
    path: "/proofs/{digest}",
    summary: "Whether a digest is a proof of this shop, and its way to the published root",
    access: "everyone",
    session: "ignored",
    params: z.strictObject({ digest: Digest }),
    response: ProofPlace,
    errors: ["proof.not-found"],
    limitPerMinute: 60,
  }),
};
