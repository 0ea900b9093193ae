import type { ProofKeys } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { VerifyForm } from "./verify-form.tsx";

const keysPath = "/api/v1/proofs/keys";

/** Checks a signed proof in the visitor's browser, against the keys that came with the page. */
export async function VerifyPage() {
  const [t, published] = await Promise.all([getTranslations("verify"), orNull(api().proofs.keys({}))]);
  return (
    <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:px-6 lg:py-14">
      <header className="grid max-w-prose gap-3">
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="text-lg text-ink-muted">{t("lead")}</p>
      </header>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-6">
          {published === null ? (
            <Notice tone="warning" title={t("noKeys.title")}>
              {t("noKeys.text")}
            </Notice>
          ) : (
            <ClientCopy areas={["verify"]}>
              <VerifyForm keys={published.keys} />
            </ClientCopy>
          )}
        </div>
        <aside className="grid min-w-0 content-start gap-6">
          <HowItWorks />
          {published === null ? null : <PublishedKeys keys={published.keys} />}
        </aside>
      </div>
    </div>
  );
}

async function HowItWorks() {
  const t = await getTranslations("verify.how");
  return (
    <section aria-labelledby="how" className="grid gap-2">
      <h2 id="how" className="text-lg">
        {t("title")}
      </h2>
      <ol className="grid list-decimal gap-2 ps-5 text-sm text-ink-muted">
        <li>{t("one")}</li>
        <li>{t("two")}</li>
        <li>{t("three")}</li>
      </ol>
    </section>
  );
}

async function PublishedKeys({ keys }: ProofKeys) {
  const t = await getTranslations("verify.keys");
  return (
    <section aria-labelledby="keys" className="grid gap-2">
      <h2 id="keys" className="text-lg">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-muted wrap-anywhere">{t("text", { url: keysPath })}</p>
      <ul className="grid gap-3">
        {keys.map((key) => (
          <li key={key.keyId} className="grid gap-0.5 text-xs">
            <p className="text-sm font-semibold wrap-anywhere">
              {key.keyId} <span className="font-normal text-ink-muted">· {t(key.current ? "current" : "retired")}</span>
            </p>
            <code className="font-mono text-ink-muted wrap-anywhere">{key.publicKey}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
