import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { MailDeps } from "../mail-deps.ts";
import type { MailTask } from "../mail-task.ts";
import { orderLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";
import { newsButton, newsWords } from "./order-news-words.ts";

/** Something happened to an order after it was sold: a refill, a delay, a pause, a dispute. */
export async function writeOrderNews(
  deps: MailDeps,
  tx: Tx,
  task: Extract<MailTask, { template: "order-news" }>,
): Promise<WrittenMail> {
  const order = await deps.orders.get(tx, system("notifications.send-mail"), task.orderId);
  const { locale } = order;
  const line = order.lines.find((candidate) => candidate.id === task.lineId);
  const words = newsWords[locale][task.news];
  const title = line?.product.title[locale] ?? "";
  const text = words.text({ title, detail: detailOf(task, locale) });
  return {
    to: order.contact.email,
    locale,
    letter: {
      subject: words.subject(order.number ?? order.id),
      preview: text,
      heading: words.heading,
      blocks: [
        { kind: "text", text },
        { kind: "button", label: newsButton[locale], url: await orderLink(deps, tx, order) },
      ],
    },
  };
}

function detailOf(
  { reason, expectedAt }: Extract<MailTask, { template: "order-news" }>,
  locale: WrittenMail["locale"],
): string | null {
  if (expectedAt === null) return reason;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Berlin" });
  return format.format(new Date(expectedAt));
}
