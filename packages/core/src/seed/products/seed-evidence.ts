import type { EvidencePolicy } from "#modules/catalog";
import { both } from "./seed-product.ts";

/** How each kind of work of the demo is shown to have been done. */

/** For ads: the platform's own report of what the budget brought. */
export const adReport: EvidencePolicy = {
  unit: both("media package spent and reported", "ausgespieltes und belegtes Mediapaket"),
  source: both("Campaign report of the advertising platform", "Kampagnenbericht der Werbeplattform"),
  check: both(
    "We read the platform's report every hour while the campaign runs and keep each reading.",
    "Wir lesen den Bericht der Plattform während der Kampagne stündlich und bewahren jede Ablesung auf.",
  ),
  guaranteeDays: 14,
  thresholdPercent: 95,
};

/** For placements: the page or post is looked at, again and again. */
export const livePlacement: EvidencePolicy = {
  unit: both("placement that is live and labelled", "veröffentlichte und gekennzeichnete Platzierung"),
  source: both("Public address of the placement", "Öffentliche Adresse der Platzierung"),
  check: both(
    "We open the address within hours, after one, three and seven days, then weekly until the guarantee ends.",
    "Wir rufen die Adresse nach Stunden, nach einem, drei und sieben Tagen und dann wöchentlich auf, bis die Garantie endet.",
  ),
  guaranteeDays: 30,
  thresholdPercent: 100,
};

/** For made things: handed over as files. */
export const handedOver: EvidencePolicy = {
  unit: both("finished piece handed over", "übergebenes fertiges Stück"),
  source: both("Files in your delivery folder", "Dateien in deinem Lieferordner"),
  check: both(
    "Each file is opened and compared with the brief before it is handed over.",
    "Jede Datei wird vor der Übergabe geöffnet und mit dem Briefing verglichen.",
  ),
  guaranteeDays: 21,
  thresholdPercent: 100,
};

/** For hours: a time sheet with what was done. */
export const timeSheet: EvidencePolicy = {
  unit: both("logged hour", "erfasste Stunde"),
  source: both("Time sheet with start, end and what was done", "Stundenzettel mit Beginn, Ende und Tätigkeit"),
  check: both(
    "The desk compares every entry with the shift plan.",
    "Unser Team vergleicht jeden Eintrag mit dem Dienstplan.",
  ),
  guaranteeDays: 14,
  thresholdPercent: 100,
};

/** For audits: a document and a call about it. */
export const auditReport: EvidencePolicy = {
  unit: both("audit report handed over", "übergebener Prüfbericht"),
  source: both("Report as a PDF in your delivery folder", "Bericht als PDF in deinem Lieferordner"),
  check: both(
    "A second auditor reads the report before it leaves the house.",
    "Eine zweite Fachkraft liest den Bericht, bevor er das Haus verlässt.",
  ),
  guaranteeDays: 30,
  thresholdPercent: 100,
};
