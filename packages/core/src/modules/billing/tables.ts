import type { JSONColumnType } from "kysely";
import type { PaperContent, PaperFormat, PaperKind } from "./paper.ts";

export interface BillingTables {
  paperSeries: PaperSeriesRow;
  papers: PaperRow;
  paperFiles: PaperFileRow;
}

export interface PaperSeriesRow {
  series: string;
  lastSerial: number;
}

export interface PaperRow {
  id: string;
  orderId: string;
  kind: PaperKind;
  /** Of credit notes: the refund they are for. */
  refundId: string | null;
  series: string | null;
  serial: number | null;
  number: string | null;
  issuedAt: Date;
  content: JSONColumnType<PaperContent>;
}

export interface PaperFileRow {
  paperId: string;
  format: PaperFormat;
  storageKey: string;
  sha256: string;
  /** In bytes. */
  size: number;
}
