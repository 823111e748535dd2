/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Compares correctly as text. */
export type LegalDate = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** True for a day that exists: 2026-02-29 does not, nor does any day of a year 0000. */
export function isLegalDate(text: string): text is LegalDate {
  if (!SHAPE.test(text) || text.startsWith('0000')) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** The day `days` natural days after (before, when negative) `date`. */
export function addDays(date: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Natural days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: LegalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The day in Shanghai (UTC+8, no summer time since 1991) on which an instant falls. */
export function legalDateOf(instant: Date): LegalDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
