"use client";

import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useHref } from "#shop-context/shop-provider.tsx";

interface SignOutButtonProps {
  label: string;
  workingLabel: string;
  wide?: boolean;
}

/** Ends the session. The start page is loaded anew, so that nothing of the account stays in memory. */
export function SignOutButton({ label, workingLabel, wide = false }: SignOutButtonProps) {
  const href = useHref();
  const [working, setWorking] = useState(false);
  const signOut = async () => {
    setWorking(true);
    try {
      await browserApi.auth.signOut({});
      location.assign(href("/"));
    } catch {
      setWorking(false);
    }
  };
  return (
    <Button
      variant="secondary"
      size="small"
      wide={wide}
      loadingLabel={working ? workingLabel : undefined}
      onClick={signOut}
    >
      {label}
    </Button>
  );
}
