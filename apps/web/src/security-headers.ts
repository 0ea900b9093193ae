import { config } from "#config.ts";

/** The content security policy of one page: scripts only with this request's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  const secure = config.publicUrl.startsWith("https:");
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${config.development ? " 'unsafe-eval'" : ""}`,
    // Style attributes carry measured widths and colours of charts and art.
    "style-src 'self' 'unsafe-inline'",
    // Avatars come from the platforms' own hosts; in the demo from the sandbox, which also serves the card form.
    `img-src 'self' data: blob: https: ${config.cardFormOrigin}`,
    "font-src 'self'",
    `connect-src 'self'${config.development ? " ws:" : ""}`,
    `frame-src ${config.cardFormOrigin}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** Headers of every page. */
export function securityHeaders(policy: string): Readonly<Record<string, string>> {
  const secure = config.publicUrl.startsWith("https:");
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    ...(secure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
