import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { CustomerAddress, PersonRole } from "./customer.ts";
import type { MailRequestKind } from "./mail-request.ts";

export interface CustomerTables {
  authUser: AuthUserRow;
  authSession: AuthSessionRow;
  authCredential: AuthCredentialRow;
  authVerification: AuthVerificationRow;
  staffSecondFactors: StaffSecondFactorRow;
  staffRecoveryCodes: StaffRecoveryCodeRow;
  customerProfiles: CustomerProfileRow;
  guests: GuestRow;
  guestSecrets: GuestSecretRow;
  accessLinks: AccessLinkRow;
  mailRequests: MailRequestRow;
  signInAttempts: SignInAttemptRow;
}

export interface AuthUserRow {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  image: string | null;
  role: PersonRole;
  locale: Locale;
  createdAt: Date;
  updatedAt: Date;
}

export interface AuthSessionRow {
  id: string;
  token: string;
  userId: string;
  expiresAt: Date;
  createdAt: Date;
  updatedAt: Date;
  /** Null: not given in this session. */
  secondFactorAt: Date | null;
}

export interface AuthCredentialRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface AuthVerificationRow {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
}

export interface StaffSecondFactorRow {
  customerId: string;
  /** Sealed; null until the first code. */
  secret: string | null;
  offeredSecret: string | null;
  lastStep: number | null;
  confirmedAt: Date | null;
}

export interface StaffRecoveryCodeRow {
  codeHash: string;
  customerId: string;
  usedAt: Date | null;
}

export interface CustomerProfileRow {
  customerId: string;
  currency: Currency;
  company: string | null;
  taxId: string | null;
  address: JSONColumnType<CustomerAddress> | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface GuestRow {
  id: string;
  createdAt: Date;
  mergedInto: string | null;
  mergedAt: Date | null;
}

export interface GuestSecretRow {
  secretHash: string;
  guestId: string;
  createdAt: Date;
  /** Null: as long as the guest. */
  expiresAt: Date | null;
}

export interface AccessLinkRow {
  tokenHash: string;
  email: string;
  ownerId: string;
  orderId: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface MailRequestRow {
  id: string;
  kind: MailRequestKind;
  email: string;
  requestedAt: Date;
}

export interface SignInAttemptRow {
  emailHash: string;
  attempts: number;
  windowStartedAt: Date;
}
