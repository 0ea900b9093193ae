import { Secret, TOTP } from "otpauth";

/** Seconds a code stands; RFC 6238's default, which every authenticator app knows. */
const stepSeconds = 30;

/** Steps a clock may be off, either way. */
const stepsOff = 1;

const totpOf = (secret: string, email: string): TOTP =>
  new TOTP({ issuer: "Smplat", label: email, secret: Secret.fromBase32(secret), period: stepSeconds });

/** 160 random bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address an authenticator app reads out of a QR code. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** Of which step since 1970 six digits are a code of this secret; null: of none that counts now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, "").validate({ token: code, timestamp, window: stepsOff });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

/** The code of a moment, as an app shows it. */
export const codeAt = (secret: string, at: Date): string => totpOf(secret, "").generate({ timestamp: at.getTime() });
