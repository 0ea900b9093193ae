import type { ReactNode } from "react";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { AccountNav } from "./account-nav.tsx";

interface AccountFrameProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** A page of the account: the way around above, the page below. */
export function AccountFrame({ title, lead, children }: AccountFrameProps) {
  return (
    <div className="mx-auto grid max-w-page gap-8 px-4 py-6 sm:px-6 lg:py-10">
      <AccountNav />
      <ClientCopy areas={["account", "problems"]}>
        <div className="grid gap-2">
          <h1 className="text-2xl wrap-anywhere">{title}</h1>
          {lead === undefined ? null : <p className="max-w-prose text-ink-muted">{lead}</p>}
        </div>
        {children}
      </ClientCopy>
    </div>
  );
}

/** Holds the place of an account page while it loads. */
export function AccountLoading({ children }: { children: ReactNode }) {
  return <div className="mx-auto grid max-w-page gap-8 px-4 py-6 sm:px-6 lg:py-10">{children}</div>;
}
