"use client";

import type { PublishedKey } from "@smplat/receipt-verifier";
import { Button, buttonClasses } from "@smplat/ui/button";
import { classNames } from "@smplat/ui/class-names";
import { Notice } from "@smplat/ui/notice";
import { TextArea } from "@smplat/ui/text-area";
import { type DragEvent, type FormEvent, useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { useVerification } from "./use-verification.ts";
import { VerifyResult } from "./verify-result.tsx";

/** Takes a file or its text and says whether it is what the shop signed. Nothing leaves the browser. */
export function VerifyForm({ keys }: { keys: readonly PublishedKey[] }) {
  const t = useCopy("verify");
  const { state, supported, verify } = useVerification(keys);
  const pasted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("text");
    if (typeof text === "string") void verify(new Blob([text.trim()]));
  };
  if (!supported) {
    return (
      <Notice tone="warning" title={t("unsupported.title")} remedy={t("unsupported.remedy")} announce="politely">
        {t("unsupported.text")}
      </Notice>
    );
  }
  return (
    <div className="grid gap-6">
      <div className="grid gap-5">
        <FileDrop onFile={verify} />
        <form onSubmit={pasted} className="grid gap-3">
          <TextArea
            name="text"
            rows={3}
            label={t("form.paste")}
            hint={t("form.pasteHint")}
            spellCheck={false}
            autoComplete="off"
            className="max-h-48 font-mono text-xs"
          />
          <Button
            type="submit"
            variant="secondary"
            className="w-fit"
            loadingLabel={state.status === "checking" ? t("form.checking") : undefined}
          >
            {t("form.check")}
          </Button>
        </form>
      </div>
      {state.status === "too-large" ? (
        <Notice tone="warning" announce="at-once" title={t("form.tooLarge")} />
      ) : state.status === "done" ? (
        <VerifyResult result={state.result} />
      ) : null}
    </div>
  );
}

function FileDrop({ onFile }: { onFile: (file: File) => Promise<unknown> }) {
  const t = useCopy("verify");
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) void onFile(file);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // Dropping is a convenience beside the field, which keyboards and screen readers use.
    <fieldset
      aria-label={t("form.label")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      className={classNames(
        "grid justify-items-start gap-2 rounded-lg border border-dashed p-6",
        over ? "border-accent bg-surface-sunken" : "border-line-strong",
      )}
    >
      <label
        className={classNames(buttonClasses({}), "has-focus-visible:outline-2 has-focus-visible:outline-offset-2")}
      >
        {t("form.choose")}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file, changed in the meantime, can be chosen again.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p className="text-sm text-ink-muted">
        {t("form.drop")} · {t("form.fileHint")}
      </p>
    </fieldset>
  );
}
