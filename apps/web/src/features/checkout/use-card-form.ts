"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLocale } from "#i18n/copy.tsx";

/** How long the processor's form may take to hand over a card. */
const answerWithinMs = 25_000;
const slowAfterMs = 8_000;
const heights = { minimum: 120, maximum: 900 } as const;

/**
 * The card could not be taken over, so nothing was ordered. `words` are the processor's own, or null when it stayed
 * silent; `entered` says whether something about the entries is wrong or they could not be checked.
 */
export class CardFormError extends Error {
  override readonly name = "CardFormError";
  readonly words: string | null;
  readonly entered: "wrong" | "unchecked";

  constructor(words: string | null, entered: "wrong" | "unchecked") {
    super(words ?? "The card form did not answer");
    this.words = words;
    this.entered = entered;
  }
}

interface Waiting {
  readonly resolve: (paymentMethodId: string) => void;
  readonly reject: (error: CardFormError) => void;
}

/** Talks with the processor's form in its frame. Only messages from that frame's own origin are heard. */
export function useCardForm(url: string) {
  const src = useFrameAddress(url);
  const frame = useRef<HTMLIFrameElement>(null);
  const waiting = useRef<Waiting | null>(null);
  const [height, setHeight] = useState(260);
  const [status, setStatus] = useState<"loading" | "slow" | "ready">("loading");
  const origin = new URL(url).origin;

  useEffect(() => {
    const slow = setTimeout(() => setStatus((now) => (now === "loading" ? "slow" : now)), slowAfterMs);
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const message = readMessage(event.data);
      if (message === null) return;
      setStatus("ready");
      if (message.type === "height") {
        setHeight(Math.min(heights.maximum, Math.max(heights.minimum, Math.ceil(message.height))));
        return;
      }
      if (message.type === "card") waiting.current?.resolve(message.paymentMethodId);
      else waiting.current?.reject(new CardFormError(message.words, message.entered));
      waiting.current = null;
    };
    addEventListener("message", listen);
    return () => {
      clearTimeout(slow);
      removeEventListener("message", listen);
    };
  }, [origin]);

  /** Asks the form for the card; answers with the processor's id of it. */
  const takeCard = useCallback(
    () =>
      new Promise<string>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.current = null;
          reject(new CardFormError(null, "unchecked"));
        }, answerWithinMs);
        const settle = () => clearTimeout(timer);
        waiting.current = {
          resolve: (id) => {
            settle();
            resolve(id);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        };
        frame.current?.contentWindow?.postMessage({ type: "smplat:submit" }, origin);
      }),
    [origin],
  );
  const loaded = useCallback(() => setStatus("ready"), []);
  return { frame, src, height, status, takeCard, loaded };
}

/** The form wants to know whom it talks to, and looks like the page around it. Known in the browser only. */
function useFrameAddress(url: string): string | null {
  const locale = useLocale();
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    const address = new URL(url);
    address.searchParams.set("parent", location.origin);
    address.searchParams.set("locale", locale);
    address.searchParams.set("theme", document.documentElement.dataset.theme ?? "auto");
    setSrc(address.href);
  }, [url, locale]);
  return src;
}

type Message =
  | { readonly type: "card"; readonly paymentMethodId: string }
  | { readonly type: "height"; readonly height: number }
  | { readonly type: "error"; readonly words: string | null; readonly entered: "wrong" | "unchecked" };

function readMessage(data: unknown): Message | null {
  if (typeof data !== "object" || data === null || !("type" in data)) return null;
  const { type, paymentMethodId, height, message, reason } = data as Record<string, unknown>;
  if (type === "smplat:payment-method" && typeof paymentMethodId === "string") return { type: "card", paymentMethodId };
  if (type === "smplat:card-form-height" && typeof height === "number") return { type: "height", height };
  if (type === "smplat:card-error") {
    const entered = reason === "connection" || reason === "processor" ? "unchecked" : "wrong";
    return { type: "error", words: typeof message === "string" ? message : null, entered };
  }
  return null;
}
