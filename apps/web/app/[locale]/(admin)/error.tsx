"use client";

import { AdminError } from "#features/admin-shell/admin-error.tsx";

export default function BackOfficeError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <AdminError digest={error.digest} onRetry={reset} />;
}
