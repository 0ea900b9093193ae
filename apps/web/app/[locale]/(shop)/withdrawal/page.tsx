import { LegalPage, legalMetadata } from "#features/legal/legal-page.tsx";

export const generateMetadata = () => legalMetadata("withdrawal");

export default function LegalRoute() {
  return <LegalPage name="withdrawal" />;
}
