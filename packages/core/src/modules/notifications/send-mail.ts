import { type ExternalRun, JobGaveUp } from "#infrastructure/jobs";
import { type Mail, MailRefused } from "#infrastructure/mail";
import type { MailDeps } from "./mail-deps.ts";
import type { MailSend } from "./mail-task.ts";
import { mailRefused, mailTakenLate } from "./notification-events.ts";
import { renderMailHtml } from "./render-mail-html.ts";
import { renderMailText } from "./render-mail-text.ts";
import { findSend, settleSend } from "./send-repository.ts";
import { writeMail } from "./write-mail.ts";

type Written = NonNullable<Awaited<ReturnType<typeof writeMail>>>;

/**
 * Writes a mail and hands it over. A crash between handing over and noting it sends the mail again, with the same
 * message id: at most one too many. Links are made anew with each try, so that no token is stored.
 *
 * A mail refused for good is told on its order's timeline and goes to the dead letters; run again from there, it is
 * written and handed over anew.
 */
export async function sendMail(deps: MailDeps, run: ExternalRun, sendId: string): Promise<void> {
  const found = await run.transaction(async (tx) => {
    const send = await findSend(tx, sendId);
    if (send === null || send.state === "sent" || send.state === "skipped") return null;
    return { send, written: await writeMail(deps, tx, send.task) };
  });
  if (found === null) return;
  const { send, written } = found;
  const settledAt = deps.clock.wall();
  if (written === null) {
    await run.complete((tx) => settleSend(tx, sendId, { state: "skipped", detail: "nothing left to say", settledAt }));
    return;
  }
  const refusal = await handOver(deps, sendId, written);
  if (refusal !== null) throw await refuse(deps, run, send, refusal);
  await run.complete(async (tx) => {
    await settleSend(tx, sendId, { state: "sent", detail: null, settledAt: deps.clock.wall() });
    if (send.state === "refused" && "orderId" in send.task) tx.publish(mailTakenLate, ofOrder(send, send.task));
  });
}

async function handOver(deps: MailDeps, sendId: string, mail: Written): Promise<MailRefused | null> {
  try {
    await deps.mailer.send(await mailOf(deps, sendId, mail));
    return null;
  } catch (error) {
    if (error instanceof MailRefused) return error;
    throw error;
  }
}

async function mailOf(deps: MailDeps, sendId: string, { to, locale, letter }: Written): Promise<Mail> {
  const { publicUrl, seller } = deps;
  return {
    to,
    subject: letter.subject,
    html: await renderMailHtml(letter, { locale, publicUrl, seller }),
    text: renderMailText(letter, { publicUrl, seller }),
    messageId: `<${sendId}@${new URL(publicUrl).hostname}>`,
  };
}

/** Notes a refusal, and makes what the job ends with. */
async function refuse(deps: MailDeps, run: ExternalRun, send: MailSend, refusal: MailRefused): Promise<JobGaveUp> {
  const { task } = send;
  const detail = reasonOf(refusal);
  await run.transaction(async (tx) => {
    const isNews = await settleSend(tx, send.id, { state: "refused", detail, settledAt: deps.clock.wall() });
    if (isNews && "orderId" in task) tx.publish(mailRefused, { ...ofOrder(send, task), reply: replyOf(refusal) });
  });
  return new JobGaveUp(`The mail ${task.template} was not taken. ${detail}`, { cause: refusal });
}

const ofOrder = (send: MailSend, task: { readonly orderId: string; readonly template: string }) => ({
  orderId: task.orderId,
  sendId: send.id,
  template: task.template,
});

function reasonOf({ message, cause }: MailRefused): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

function replyOf({ cause }: MailRefused): number | null {
  const code = (cause as { responseCode?: unknown } | undefined)?.responseCode;
  return typeof code === "number" ? code : null;
}
