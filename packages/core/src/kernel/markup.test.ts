import { expect, test } from "vitest";
import { type Markup, markup } from "./markup.ts";

const hostile = `<script>alert("x")</script>' onload='&amp;`;

test("a value is text: it can't open a tag, close an attribute or make an entity", () => {
  expect(markup`<p title="${hostile}">${hostile}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
});
const escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; onload=&#39;&amp;amp;";

test("markup goes into markup as it is, also in lists", () => {
  const rows: Markup[] = ["a", "<b>"].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${rows}</ul>`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>");
});

test("nothing is written for what is absent", () => {
  expect(markup`[${null}${false}${0}]`.text).toBe("[0]");
});
