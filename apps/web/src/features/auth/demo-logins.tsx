"use client";

import { Button } from "@smplat/ui/button";
import { Card } from "@smplat/ui/card";
import { useCopy } from "#i18n/copy.tsx";

export interface DemoLogin {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

/** The logins of a running demo; one press fills the form in. */
export function DemoLogins({ logins, onPick }: { logins: readonly DemoLogin[]; onPick: (login: DemoLogin) => void }) {
  const t = useCopy("auth");
  return (
    <Card as="section" aria-label={t("demo.title")} className="grid gap-3">
      <div className="grid gap-0.5">
        <h2 className="text-lg">{t("demo.title")}</h2>
        <p className="text-sm text-ink-muted">{t("demo.text")}</p>
      </div>
      <ul className="grid gap-2">
        {logins.map((login) => (
          <li key={login.email} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="min-w-0 text-sm wrap-anywhere">
              <span className="font-semibold">{login.label}</span> <span className="text-ink-muted">{login.email}</span>
            </span>
            <Button variant="secondary" size="small" onClick={() => onPick(login)}>
              {t("demo.use", { label: login.label })}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
