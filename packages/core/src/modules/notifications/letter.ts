/** What a mail says, without its look. Its HTML and its plain text are both made from this, so they say the same. */
export interface Letter {
  readonly subject: string;
  /** Shown after the subject in a list of mails. */
  readonly preview: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "button"; readonly label: string; readonly url: string }
  | { readonly kind: "items"; readonly items: readonly Item[]; readonly totals: readonly Total[] }
  | { readonly kind: "links"; readonly links: readonly LetterLink[] }
  | { readonly kind: "proof"; readonly card: ProofSummary };

export interface Item {
  readonly title: string;
  readonly details: readonly string[];
  readonly amount: string;
}

export interface Total {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
}

export interface LetterLink {
  readonly label: string;
  readonly detail: string;
  readonly url: string;
}

/** The proof card in its short form. */
export interface ProofSummary {
  readonly title: string;
  readonly channel: string | null;
  readonly label: string;
  readonly delivered: string;
  /** 0 to 1, for the bar. */
  readonly share: number;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly detail: string }[];
  readonly explanation: string;
}
