"use client";

import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { encode } from "uqr";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { CodeField } from "./code-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Offer = Awaited<ReturnType<typeof browserApi.auth.offerSecondFactor>>;

/** Sets an authenticator app up: a secret to scan, its first code, then the recovery codes. */
export function SecondFactorSetup({ href }: { href: string }) {
  const t = useCopy("auth");
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = async () => {
    setWorking(true);
    setProblem(null);
    try {
      setOffer(await browserApi.auth.offerSecondFactor({}));
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  if (codes !== null) return <RecoveryCodes codes={codes} href={href} />;
  if (offer !== null) return <FirstCode offer={offer} onTaken={setCodes} />;
  return (
    <div className="grid gap-4">
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Button wide onClick={begin} loadingLabel={working ? t("secondFactor.beginning") : undefined}>
        {t("secondFactor.begin")}
      </Button>
    </div>
  );
}

function FirstCode({ offer, onTaken }: { offer: Offer; onTaken: (codes: readonly string[]) => void }) {
  const t = useCopy("auth");
  const form = useForm({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;
  const [problem, setProblem] = useState<unknown>(null);
  const submit = form.handleSubmit(async ({ code }) => {
    setProblem(null);
    try {
      onTaken((await browserApi.auth.confirmSecondFactor({ body: { code } })).recoveryCodes);
    } catch (error) {
      setProblem(error);
      form.setFocus("code", { shouldSelect: true });
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p>{t("secondFactor.scan")}</p>
      <QrCode text={offer.uri} label={t("secondFactor.qrLabel")} />
      <p className="text-sm text-ink-muted">
        {t("secondFactor.byHand")}{" "}
        <code className="block font-mono wrap-anywhere text-ink">{offer.setupKey.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <CodeField
        {...form.register("code", { required: t("errors.required") })}
        label={t("secondFactor.firstCode")}
        error={errors.code?.message}
      />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Button type="submit" wide loadingLabel={isSubmitting ? t("secondFactor.taking") : undefined}>
        {t("secondFactor.take")}
      </Button>
    </form>
  );
}

/** Black on white in both themes: phones read it best so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-56 justify-self-center rounded-md border border-line"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
