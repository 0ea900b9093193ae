import { createHash } from "node:crypto";

/** What is stored of a secret of 256 random bits: enough to recognize it, not enough to use it. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
