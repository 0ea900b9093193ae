/** The Ed25519 key of RFC 8032's second test vector, in PEM: receipts of tests are signed with it. Worth nothing. */
export const testReceiptKey = [
  "-----BEGIN PRIVATE KEY-----",
  "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7",
  "-----END PRIVATE KEY-----",
].join("\n");
