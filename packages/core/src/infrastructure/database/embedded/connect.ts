import pg from "pg";

const CONNECT_TIMEOUT_MS = 2_000;

/** Where and as whom to connect. */
export interface Address {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Runs `work` on one connection that is closed afterwards. */
export async function withConnection<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...address, host: "127.0.0.1", connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // Without a listener a connection that breaks while idle would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same address as a URL. */
export function connectionUrl({ user, password, port, database }: Address): string {
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The SQLSTATE of a database error or the code of a system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
