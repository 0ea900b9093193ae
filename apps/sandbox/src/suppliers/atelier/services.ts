import type { SupplierCharacter, SupplierService } from "../accept-job.ts";

/** Starts slowly, is sometimes a little late, and now and then falls short. */
export const atelierCharacter: SupplierCharacter = {
  startDelayHours: 3,
  lateShare: 0.2,
  lateBy: 0.25,
  shortOrders: 0.03,
};

function service(
  code: string,
  title: string,
  unit: string,
  evidenceKind: SupplierService["evidenceKind"],
  unitCostMinor: number,
  usualHours: number,
): SupplierService {
  return { code, title, unit, evidenceKind, unitCostMinor, usualHours, minimum: 1, maximum: 500 };
}

/** What Atelier sells: made things, looked-at things and hours. */
export const atelierServices: SupplierService[] = [
  service("short-video", "Short video production", "assets", "asset", 7_500, 24),
  service("video-edit", "Video editing", "assets", "asset", 5_500, 24),
  service("thumbnail-set", "Thumbnail set", "assets", "asset", 1_800, 18),
  service("post-design", "Post design", "assets", "asset", 1_500, 18),
  service("copywriting", "Copywriting", "assets", "asset", 1_200, 18),
  service("localization", "Localization and subtitles", "assets", "asset", 2_200, 20),
  service("community-hours", "Community management", "hours", "hours", 2_600, 30),
  service("live-moderation", "Live moderation", "hours", "hours", 2_400, 24),
  service("training", "Training", "hours", "hours", 6_000, 24),
  service("profile-audit", "Profile audit", "audits", "audit", 6_900, 12),
  service("seo-audit", "Search audit", "audits", "audit", 8_900, 12),
];
