import type { ExternalRun } from "#infrastructure/jobs";
import { MailRefused } from "#infrastructure/mail";
import type { MailDeps } from "./mail-deps.ts";
import { renderMailHtml } from "./render-mail-html.ts";
import { renderMailText } from "./render-mail-text.ts";
import { findSend, settleSend } from "./send-repository.ts";
import { writeMail } from "./write-mail.ts";

/**
 * Writes a mail and hands it over. A crash between handing over and noting it sends the mail again, with the same
 * message id: at most one too many. Links are made anew with each try, so that no token is stored.
 */
export async function sendMail(deps: MailDeps, run: ExternalRun, sendId: string): Promise<void> {
  const written = await run.transaction(async (tx) => {
    const send = await findSend(tx, sendId);
    if (send === null || send.state !== "queued") return "done";
    return writeMail(deps, tx, send.task);
  });
  if (written === "done") return;
  const outcome = written === null ? skipped : await handOver(deps, sendId, written);
  await run.complete((tx) => settleSend(tx, sendId, { ...outcome, settledAt: deps.clock.wall() }));
}

type Outcome = { readonly state: "sent" | "skipped" | "refused"; readonly detail: string | null };
const skipped: Outcome = { state: "skipped", detail: "nothing left to say" };

async function handOver(
  deps: MailDeps,
  sendId: string,
  mail: NonNullable<Awaited<ReturnType<typeof writeMail>>>,
): Promise<Outcome> {
  const { to, locale, letter } = mail;
  const host = new URL(deps.publicUrl).hostname;
  try {
    await deps.mailer.send({
      to,
      subject: letter.subject,
      html: await renderMailHtml(letter, { locale, publicUrl: deps.publicUrl, seller: deps.seller }),
      text: renderMailText(letter, { publicUrl: deps.publicUrl, seller: deps.seller }),
      messageId: `<${sendId}@${host}>`,
    });
    return { state: "sent", detail: null };
  } catch (error) {
    if (error instanceof MailRefused) return { state: "refused", detail: reasonOf(error) };
    throw error;
  }
}

function reasonOf(error: MailRefused): string {
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
