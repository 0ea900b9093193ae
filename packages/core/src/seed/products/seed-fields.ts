import type { SeedField } from "./seed-product.ts";
import { both } from "./seed-product.ts";

/** Questions several products ask. */

export const brief: SeedField = {
  key: "brief",
  label: both("Brief", "Briefing"),
  help: both(
    "Who is it for, what should they take away, what must not happen? Three sentences are enough to start.",
    "Für wen ist es, was soll hängen bleiben, was darf nicht passieren? Drei Sätze reichen für den Anfang.",
  ),
  placeholder: both(
    "Vintage bike workshop; people should learn that we repair any frame…",
    "Werkstatt für alte Räder; man soll erfahren, dass wir jeden Rahmen reparieren …",
  ),
  kind: "text",
  required: true,
  minLength: 20,
  maxLength: 1_500,
};

export const postLink: SeedField = {
  key: "post-link",
  label: both("Link to the post", "Link zum Beitrag"),
  help: both("The post has to be public, and yours.", "Der Beitrag muss öffentlich sein, und deiner."),
  placeholder: both("https://www.instagram.com/p/…", "https://www.instagram.com/p/…"),
  kind: "url",
  required: true,
  maxLength: 300,
};

export const landingPage: SeedField = {
  key: "landing-page",
  label: both("Where the ad should lead", "Wohin die Anzeige führen soll"),
  help: both("A page that loads fast on a phone.", "Eine Seite, die auf dem Telefon schnell lädt."),
  placeholder: both("https://example.com/new", "https://example.com/neu"),
  kind: "url",
  required: true,
  maxLength: 300,
};

export const regions: SeedField = {
  key: "regions",
  label: both("Countries or cities", "Länder oder Städte"),
  help: both("Where the people live you want to reach.", "Wo die Menschen wohnen, die du erreichen willst."),
  placeholder: both("Germany, Austria, Zurich", "Deutschland, Österreich, Zürich"),
  kind: "text",
  required: true,
  maxLength: 200,
};

export const materialLink: SeedField = {
  key: "material",
  label: both("Folder with your material", "Ordner mit deinem Material"),
  help: both(
    "A shared folder we may read: footage, logo, fonts, examples you like.",
    "Ein geteilter Ordner, den wir lesen dürfen: Aufnahmen, Logo, Schriften, Beispiele, die dir gefallen.",
  ),
  placeholder: both("https://drive.example.com/…", "https://drive.example.com/…"),
  kind: "url",
  maxLength: 500,
};

export const shiftTimes: SeedField = {
  key: "times",
  label: both("When we should be there", "Wann wir da sein sollen"),
  help: both("Days and hours with your time zone.", "Tage und Uhrzeiten mit deiner Zeitzone."),
  placeholder: both("Mon to Fri, 5 to 7 pm, Berlin", "Mo bis Fr, 17 bis 19 Uhr, Berlin"),
  kind: "text",
  required: true,
  minLength: 5,
  maxLength: 200,
};
