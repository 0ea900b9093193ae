import type { Block, Letter } from "./letter.ts";
import type { MailFrame } from "./render-mail-html.ts";

/** The same mail in plain text. */
export function renderMailText(letter: Letter, frame: Pick<MailFrame, "publicUrl" | "seller">): string {
  const footer = ["--", [frame.seller.name, ...frame.seller.address].join(" · "), frame.publicUrl].join("\n");
  return [letter.heading, ...letter.blocks.map(blockText), footer].join("\n\n").concat("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
    case "small":
      return block.text;
    case "button":
      return `${block.label}:\n${block.url}`;
    case "items":
      return [
        ...block.items.map(({ title, details, amount }) =>
          [`${title}  ${amount}`, ...details.map((text) => `  ${text}`)].join("\n"),
        ),
        block.totals.map(({ label, value }) => `${label}: ${value}`).join("\n"),
      ].join("\n\n");
    case "links":
      return block.links.map(({ label, detail, url }) => `${label} (${detail})\n${url}`).join("\n\n");
    case "proof":
      return proofText(block.card);
  }
}

function proofText(card: Extract<Block, { kind: "proof" }>["card"]): string {
  return [
    card.channel === null ? card.title : `${card.title} (${card.channel})`,
    `${card.label}. ${card.delivered}`,
    ...card.figures.map(({ label, value, detail }) => `${label}: ${value} ${detail.replaceAll("\n", ", ")}`.trim()),
    card.explanation,
  ].join("\n");
}
