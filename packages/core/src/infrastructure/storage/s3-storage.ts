import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { contentTypeOf } from "./object-key.ts";
import { type Storage, StorageUnavailable } from "./storage.ts";

export interface S3Options {
  /** Empty: Amazon's own for the region. A custom one is addressed in path style. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const connectMs = 5_000;
const answerMs = 20_000;

/** Objects in one bucket of an S3-compatible store. The bucket exists. */
export function createS3Storage(options: S3Options): Storage {
  const client = createClient(options);
  const addressOf = (key: string) => ({ Bucket: options.bucket, Key: key });
  return {
    put: async (key, bytes, { ifAbsent = false } = {}) => {
      const ContentType = contentTypeOf(key);
      const condition = ifAbsent ? { IfNoneMatch: "*" } : {};
      const command = new PutObjectCommand({ ...addressOf(key), Body: bytes, ContentType, ...condition });
      const answer = await orNull(() => client.send(command), "PreconditionFailed");
      return { written: answer !== null };
    },
    get: async (key) => {
      contentTypeOf(key);
      return orNull(async () => {
        const { Body, ContentType = "application/octet-stream" } = await client.send(
          new GetObjectCommand(addressOf(key)),
        );
        if (Body === undefined) throw new Error("an object without a body");
        return { bytes: await Body.transformToByteArray(), contentType: ContentType };
      }, "NoSuchKey");
    },
    head: async (key) => {
      contentTypeOf(key);
      return orNull(async () => {
        const { ContentLength = 0, ContentType = "application/octet-stream" } = await client.send(
          new HeadObjectCommand(addressOf(key)),
        );
        return { size: ContentLength, contentType: ContentType };
      }, "NotFound");
    },
    delete: async (key) => {
      contentTypeOf(key);
      await orNull(() => client.send(new DeleteObjectCommand(addressOf(key))), "NoSuchKey");
    },
  };
}

function createClient({ endpoint, region, accessKeyId, secretAccessKey }: S3Options): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint === "" ? {} : { endpoint, forcePathStyle: true }),
    // Checksums of newer kinds are refused by several compatible stores.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  });
}

/** Runs a request; the named refusal is an answer, everything else means that the store can't serve us. */
async function orNull<T>(request: () => Promise<T>, refusal: string): Promise<T | null> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === refusal) return null;
    throw new StorageUnavailable(`The object store refused: ${error instanceof Error ? error.name : "unknown"}`, {
      cause: error,
    });
  }
}
