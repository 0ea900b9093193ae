export type { NewAccount } from "./create-account.ts";
export type {
  CustomerAddress,
  CustomerContact,
  CustomerProfile,
  Person,
  PersonRole,
  ProfileChanges,
  SignedInPerson,
} from "./customer.ts";
export {
  accessRequested,
  customerSignedIn,
  customerSignedUp,
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  verificationRequested,
} from "./customer-events.ts";
export { customerInvariants } from "./customer-invariants.ts";
export { type Customers, type CustomersDeps, createCustomers } from "./customers.ts";
export type { NewAccessLink, NewGuest, RedeemedAccess } from "./guest-access.ts";
export type { AccessRequest } from "./mail-request.ts";
export type { AddressProof } from "./proof-of-address.ts";
export type { BegunSession, SignIn } from "./sign-in.ts";
export type { SignUp } from "./sign-up.ts";
