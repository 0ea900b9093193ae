import { LegalPage, legalMetadata } from "#features/legal/legal-page.tsx";

export const generateMetadata = () => legalMetadata("refused");

export default function LegalRoute() {
  return <LegalPage name="refused" />;
}
