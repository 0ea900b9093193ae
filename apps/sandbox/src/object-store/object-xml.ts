import type { StoredObject } from "./object-store-state.ts";

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** S3's error document. */
export function errorXml(code: string, message: string, resource: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><Resource>${escapeXml(resource)}</Resource><RequestId>SANDBOX</RequestId></Error>`;
}

/** What a ListObjectsV2 was asked for. */
export interface ListQuery {
  bucket: string;
  prefix: string;
  delimiter: string;
  maxKeys: number;
  startAfter: string;
}

interface ListEntry {
  key: string;
  object: StoredObject | null;
}

/** Keys in order, those below a delimiter folded into one common prefix. */
function fold(objects: Record<string, StoredObject>, query: ListQuery): ListEntry[] {
  const entries = new Map<string, StoredObject | null>();
  for (const key of Object.keys(objects).toSorted()) {
    if (!key.startsWith(query.prefix)) {
      continue;
    }
    const cut = query.delimiter ? key.indexOf(query.delimiter, query.prefix.length) : -1;
    if (cut >= 0) {
      entries.set(key.slice(0, cut + query.delimiter.length), null);
    } else {
      entries.set(key, objects[key] ?? null);
    }
  }
  return [...entries].map(([key, object]) => ({ key, object })).filter((entry) => entry.key > query.startAfter);
}

/** The answer to ListObjectsV2. */
export function listXml(objects: Record<string, StoredObject>, query: ListQuery): string {
  const all = fold(objects, query);
  const shown = all.slice(0, query.maxKeys);
  const truncated = all.length > shown.length;
  const next = Buffer.from(shown.at(-1)?.key ?? "", "utf8").toString("base64url");
  const contents = shown.map(({ key, object }) =>
    object
      ? `<Contents><Key>${escapeXml(key)}</Key><LastModified>${object.lastModified}</LastModified><ETag>&quot;${object.etag}&quot;</ETag><Size>${object.size}</Size><StorageClass>STANDARD</StorageClass></Contents>`
      : `<CommonPrefixes><Prefix>${escapeXml(key)}</Prefix></CommonPrefixes>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="${namespace}"><Name>${escapeXml(query.bucket)}</Name><Prefix>${escapeXml(query.prefix)}</Prefix><Delimiter>${escapeXml(query.delimiter)}</Delimiter><KeyCount>${shown.length}</KeyCount><MaxKeys>${query.maxKeys}</MaxKeys><IsTruncated>${truncated}</IsTruncated>${truncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : ""}${contents.join("")}</ListBucketResult>`;
}
