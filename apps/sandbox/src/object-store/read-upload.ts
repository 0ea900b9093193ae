/**
 * The bytes of an upload. SDKs that stream send `aws-chunked`: each chunk is `<hex size>[;signature]\r\n<bytes>\r\n`,
 * ended by a chunk of size 0 and optional trailers.
 */
export function readUpload(body: Buffer, contentEncoding: string | undefined, sha256: string | undefined): Buffer {
  const chunked = contentEncoding?.includes("aws-chunked") || sha256?.startsWith("STREAMING-");
  if (!chunked) {
    return body;
  }
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf("\r\n", at);
    if (lineEnd < 0) {
      break;
    }
    const size = Number.parseInt(body.toString("latin1", at, lineEnd), 16);
    if (!(size > 0)) {
      break;
    }
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
