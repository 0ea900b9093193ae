import { readFile } from "node:fs/promises";
import PDFDocument from "pdfkit";
import { leanFont } from "./lean-font.ts";
import { palette } from "./palette.ts";
import type { PaperFrame } from "./paper-view.ts";

export type Pdf = PDFKit.PDFDocument;

/** A4 in points, and the area text may fill. */
export const page = { width: 595.28, left: 56, right: 539.28, top: 56, bottom: 748, footer: 782 } as const;
export const textWidth = page.right - page.left;

export interface TextStyle {
  readonly weight?: "regular" | "medium" | "semibold";
  readonly size: number;
  readonly color?: string;
  readonly width?: number;
  readonly align?: "left" | "right";
  readonly lineGap?: number;
  readonly link?: string;
}

const folders = {
  regular: "400Regular/Inter_400Regular",
  medium: "500Medium/Inter_500Medium",
  semibold: "600SemiBold/Inter_600SemiBold",
};
type Weight = keyof typeof folders;

let fonts: Promise<Readonly<Record<Weight, Buffer>>> | null = null;

/** One file per weight with Latin, Greek and Cyrillic, read once per process. */
function loadFonts(): Promise<Readonly<Record<Weight, Buffer>>> {
  fonts ??= (async () => {
    const load = (weight: Weight) =>
      readFile(new URL(import.meta.resolve(`@expo-google-fonts/inter/${folders[weight]}.ttf`))).then(leanFont);
    const [regular, medium, semibold] = await Promise.all([load("regular"), load("medium"), load("semibold")]);
    return { regular, medium, semibold };
  })();
  return fonts;
}

/**
 * Draws a document and returns its bytes. The same frame and drawing make the same bytes: the only time inside is the
 * paper's own.
 */
export async function drawSheet(frame: PaperFrame, draw: (pdf: Pdf) => void): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: frame.locale,
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: frame.heading,
      Author: frame.seller.name,
      Creator: "Smplat",
      Producer: "Smplat",
      CreationDate: frame.issuedAt,
      ModDate: frame.issuedAt,
    },
  });
  for (const [weight, bytes] of Object.entries(await loadFonts())) pdf.registerFont(weight, bytes);
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Writes text at a place and returns the height it took. */
export function write(pdf: Pdf, text: string, x: number, y: number, style: TextStyle): number {
  const options = prepare(pdf, style);
  const height = text === "" ? 0 : pdf.heightOfString(text, options);
  if (text !== "") pdf.fillColor(style.color ?? palette.ink).text(text, x, y, options);
  return height;
}

/** The height text would take. */
export function heightOf(pdf: Pdf, text: string, style: TextStyle): number {
  return text === "" ? 0 : pdf.heightOfString(text, prepare(pdf, style));
}

export function widthOf(pdf: Pdf, text: string, style: TextStyle): number {
  const { width: _, ...options } = prepare(pdf, style);
  return pdf.widthOfString(text, options);
}

function prepare(pdf: Pdf, style: TextStyle): PDFKit.Mixins.TextOptions {
  pdf.font(style.weight ?? "regular").fontSize(style.size);
  return {
    width: style.width ?? textWidth,
    align: style.align ?? "left",
    lineGap: style.lineGap ?? style.size * 0.25,
    ...(style.link === undefined ? {} : { link: style.link }),
  };
}

export function rule(
  pdf: Pdf,
  y: number,
  options: { from?: number; to?: number; color?: string; width?: number } = {},
): void {
  pdf
    .moveTo(options.from ?? page.left, y)
    .lineTo(options.to ?? page.right, y)
    .lineWidth(options.width ?? 0.6)
    .strokeColor(options.color ?? palette.line)
    .stroke();
}

/** `y` where `height` more points fit: here, or at the top of a new page. */
export function roomFor(pdf: Pdf, y: number, height: number): number {
  if (y + height <= page.bottom) return y;
  pdf.addPage();
  return page.top;
}
