import type { Locale } from "@smplat/contracts/vocabulary";
import mjml2html from "mjml";
import { Markup, markup } from "#kernel/markup";
import type { Letter } from "./letter.ts";
import { blockMarkup } from "./mail-blocks.ts";
import { mailColors, mailStyle } from "./mail-style.ts";

export interface MailFrame {
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly seller: { readonly name: string; readonly address: readonly string[] };
}

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** The HTML of a mail: no script, no picture, no font from anywhere. */
export async function renderMailHtml(letter: Letter, frame: MailFrame): Promise<string> {
  const result = await mjml2html(documentOf(letter, frame).text, {
    validationLevel: "strict",
    fonts: {},
    keepComments: false,
  });
  return result.html;
}

function documentOf(letter: Letter, frame: MailFrame): Markup {
  const { ink, canvas, surface, subtle, accent } = mailColors;
  return markup`<mjml lang="${frame.locale}">
<mj-head>
<mj-title>${letter.subject}</mj-title>
<mj-preview>${letter.preview}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
<mj-attributes>
<mj-all font-family="${new Markup(font)}" />
<mj-text color="${ink}" font-size="16px" line-height="1.5" padding="0 32px 16px" />
<mj-table color="${ink}" font-size="15px" line-height="1.45" padding="0 32px 20px" cellpadding="0" />
<mj-button background-color="${accent}" color="#ffffff" font-size="16px" font-weight="600" border-radius="6px" inner-padding="13px 22px" padding="4px 32px 24px" align="left" />
<mj-section padding="0" />
</mj-attributes>
<mj-style>${new Markup(mailStyle)}</mj-style>
</mj-head>
<mj-body background-color="${canvas}" width="600px" css-class="canvas">
<mj-section padding="32px 0 16px"><mj-column>
<mj-text css-class="ink" font-size="20px" font-weight="700" letter-spacing="-0.3px" padding="0 32px"><span style="color:${accent}">&#9670;</span> Smplat</mj-text>
</mj-column></mj-section>
<mj-section background-color="${surface}" border-radius="10px" padding="32px 0 16px" css-class="surface"><mj-column>
<mj-text css-class="ink" font-size="26px" font-weight="700" line-height="1.2" letter-spacing="-0.4px" padding="0 32px 16px"><h1 style="margin:0;font-size:26px;line-height:1.2;font-weight:700">${letter.heading}</h1></mj-text>
${letter.blocks.map(blockMarkup)}
</mj-column></mj-section>
<mj-section padding="20px 0 40px"><mj-column>
<mj-text css-class="muted" font-size="12px" color="${subtle}" padding="0 32px">${[frame.seller.name, ...frame.seller.address].join(" · ")}<br /><a href="${frame.publicUrl}" style="color:${subtle}">${new URL(frame.publicUrl).host}</a></mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`;
}
