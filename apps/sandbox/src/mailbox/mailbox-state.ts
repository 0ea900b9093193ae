export interface MailAttachment {
  filename: string;
  contentType: string;
  size: number;
  /** Base64. */
  content: string;
}

/** A received message, taken apart. */
export interface MailMessage {
  id: string;
  receivedAt: string;
  from: string;
  /** Envelope recipients, lower case. */
  to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  attachments: MailAttachment[];
}

export type MailMode = "normal" | "reject-temporarily" | "reject";

export interface MailboxState {
  mode: MailMode;
  messages: MailMessage[];
}

/** An empty mailbox that accepts everything. */
export function emptyMailboxState(): MailboxState {
  return { mode: "normal", messages: [] };
}
