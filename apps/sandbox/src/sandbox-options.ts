import type { WebhookTargets } from "./webhooks/webhook-state.ts";

/** The credentials each imitated service accepts. */
export interface SandboxKeys {
  stripe: string;
  northbeam: string;
  atelier: string;
  quayside: string;
  youtube: string;
  /** Token for business discovery. */
  instagram: string;
  /** Secret of the app owners sign in to, client id `ig_app`. */
  instagramApp: string;
  /** Secret of client key `tt_app`. */
  tiktok: string;
  x: string;
  /** Secret of client id `tw_client`. */
  twitch: string;
}

/** Everything the sandbox can be started with; what is left out takes the documented default. */
export interface SandboxOptions {
  /** 0 picks a free port. */
  port?: number;
  /** 0 picks a free port. */
  smtpPort?: number;
  seed?: number;
  /** Where state is kept between restarts; absent means memory only. */
  stateFile?: string;
  /** What links, 3-D Secure pages and evidence addresses start with. */
  publicUrl?: string;
  keys?: Partial<SandboxKeys>;
  webhooks?: WebhookTargets;
}

/** The keys the demo and the tests use unless told otherwise. */
export const defaultKeys: SandboxKeys = {
  stripe: "sk_test_sandbox",
  northbeam: "nb_test_key",
  atelier: "at_test_key",
  quayside: "qs_test_key",
  youtube: "yt_test_key",
  instagram: "ig_test_token",
  instagramApp: "ig_test_secret",
  tiktok: "tt_test_secret",
  x: "x_test_token",
  twitch: "tw_test_secret",
};
