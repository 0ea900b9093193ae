import { readFileSync } from "node:fs";
import { html, raw } from "hono/html";
import type { Html } from "../../pages/layout.ts";
import { type CardFormLocale, cardFormWords } from "./card-form-words.ts";

const script = readFileSync(new URL("./card-form.browser.js", import.meta.url), "utf8");
const style = readFileSync(new URL("./card-form.css", import.meta.url), "utf8");

/** What the embedding page chose. */
export interface CardFormSettings {
  /** Origin of the embedding page: the only one the form talks to. */
  parent: string;
  locale: CardFormLocale;
  theme: "light" | "dark" | "auto";
  nonce: string;
}

type Words = (typeof cardFormWords)[CardFormLocale];

/** JSON that cannot end the script element it stands in. */
function inlineJson(value: unknown): ReturnType<typeof raw> {
  return raw(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

interface Field {
  id: "name" | "number" | "expiry" | "cvc";
  autocomplete: string;
  wide: boolean;
  hint?: string;
}

const fields: Field[] = [
  { id: "name", autocomplete: "cc-name", wide: true },
  { id: "number", autocomplete: "cc-number", wide: true },
  { id: "expiry", autocomplete: "cc-exp", wide: false },
  { id: "cvc", autocomplete: "cc-csc", wide: false },
];

function fieldMarkup(field: Field, words: Words): Html {
  const placeholder = field.id === "expiry" ? words.expiryHint : "";
  return html`<div class="${field.wide ? "wide" : ""}">
<label for="${field.id}">${words[field.id]}</label>
<input id="${field.id}" name="${field.id}" autocomplete="${field.autocomplete}" placeholder="${placeholder}" inputmode="${field.id === "name" ? "text" : "numeric"}" required aria-describedby="${field.id}-error" maxlength="${field.id === "name" ? "100" : field.id === "cvc" ? "4" : "23"}">
<p class="error" id="${field.id}-error" aria-live="polite"></p>
</div>`;
}

function testCardList(words: Words): Html {
  const cards = [
    ["4242424242424242", words.succeeds],
    ["5555555555554444", words.mastercard],
    ["4000000000000002", words.declined],
    ["4000000000009995", words.insufficient],
    ["4000002500003155", words.authentication],
  ] as const;
  return html`<details class="wide"><summary>${words.testCards}</summary><ul>
${cards.map(([number, does]) => html`<li><button type="button" data-card="${number}">${number.replace(/(.{4})(?=.)/g, "$1 ")}</button> ${does}</li>`)}
</ul></details>`;
}

/** The card form as a page of its own, made to stand in a frame. */
export function cardFormPage(settings: CardFormSettings): Html {
  const words = cardFormWords[settings.locale];
  return html`<!doctype html>
<html lang="${settings.locale}" data-theme="${settings.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style nonce="${settings.nonce}">${raw(style)}</style>
</head>
<body>
<main>
<h1 class="visually-hidden">${words.title}</h1>
<form novalidate>
${fields.map((field) => fieldMarkup(field, words))}
${testCardList(words)}
<p class="error wide" id="status" role="alert"></p>
<button class="visually-hidden" type="submit" tabindex="-1">${words.submit}</button>
</form>
</main>
<script type="application/json" id="settings" nonce="${settings.nonce}">${inlineJson({ parent: settings.parent, words })}</script>
<script type="module" nonce="${settings.nonce}">${raw(script)}</script>
</body>
</html>`;
}
