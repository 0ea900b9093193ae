"use client";

import { PageError } from "#features/shell/page-error.tsx";

export default function AccountError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError digest={error.digest} onRetry={reset} />;
}
