import { LegalPage, legalMetadata } from "#features/legal/legal-page.tsx";

export const generateMetadata = () => legalMetadata("imprint");

export default function LegalRoute() {
  return <LegalPage name="imprint" />;
}
