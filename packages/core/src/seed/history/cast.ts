import type { Currency, Locale, Platform } from "@smplat/contracts/vocabulary";

/** Somebody of the demo who buys: with an account, or as a guest. */
export interface CastMember {
  readonly name: string;
  readonly email: string;
  readonly account: boolean;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly company: string | null;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
  /** What their channels are called. */
  readonly handle: string;
}

type Place = readonly [city: string, postalCode: string, country: string, locale: Locale];

const berlin: Place = ["Berlin", "10115", "DE", "de"];
const hamburg: Place = ["Hamburg", "20095", "DE", "de"];
const leipzig: Place = ["Leipzig", "04109", "DE", "de"];
const vienna: Place = ["Wien", "1010", "AT", "de"];
const amsterdam: Place = ["Amsterdam", "1012 AB", "NL", "en"];
const lisbon: Place = ["Lisboa", "1100-053", "PT", "en"];
const dublin: Place = ["Dublin", "D02 X285", "IE", "en"];

function member(name: string, handle: string, place: Place, more: Partial<CastMember> = {}): CastMember {
  const [city, postalCode, country, locale] = place;
  const email = `${handle}@customers.example`;
  const own = { name, handle, email, city, postalCode, country, locale };
  return { account: true, currency: "EUR", company: null, ...own, ...more };
}

/** Everybody who buys in the demo's past. The first is the customer whose login the demo shows. */
export const cast: readonly CastMember[] = [
  member("Mara Beispiel", "marabakes", berlin, { email: "mara@smplat.example", locale: "en" }),
  member("Jonas Reuter", "radwerkstatt", hamburg, { company: "Radwerkstatt Reuter" }),
  member("Aylin Kaya", "aylinreads", berlin),
  member("Pieter de Vries", "polderphoto", amsterdam),
  member("Lena Vogt", "gartenlena", leipzig),
  member("Sean Byrne", "byrnebrews", dublin, { company: "Byrne Brews Ltd" }),
  member("Inês Carvalho", "inescooks", lisbon),
  member("Theo Lang", "langlauf", vienna),
  member("Studio Halm", "studiohalm", hamburg, { company: "Studio Halm GmbH" }),
  member("Noor Haddad", "noorknits", amsterdam),
  member("Felix Brandt", "klangfelix", leipzig),
  member("Agentur Weitblick", "weitblick", berlin, { company: "Agentur Weitblick GmbH" }),
  member("Clara Nowak", "claraclimbs", vienna),
  member("Rui Fonseca", "ruirides", lisbon),
  member("Emma Doyle", "emmadraws", dublin),
  member("Tobias Kern", "kernkeramik", leipzig, { account: false }),
  member("Sofie Maes", "sofiesails", amsterdam, { account: false }),
  member("Ben Adler", "adlerakustik", berlin, { account: false }),
  member("Greta Sommer", "gretagrows", hamburg),
  member("Mia Fuchs", "fuchsfilm", vienna),
];

/** How a name is written on a platform. */
export const handleOn = (platform: Platform, handle: string): string => {
  if (platform === "bluesky") return `${handle}.bsky.social`;
  return platform === "mastodon" ? `${handle}@mastodon.example` : handle;
};
