/** A drill at its full size, as `npm run drill` runs it; else the small size of `npm test`. */
export const FULL = process.env.DRILL_SIZE === 'full';

/** What a drill counts: how much was tried, and what went wrong. */
export type DrillCounts = Readonly<Record<string, number | string>>;

/** Prints what a drill saw, as one line of JSON. */
export function report(drill: string, counts: DrillCounts): void {
  if (FULL) process.stdout.write(`${JSON.stringify({ drill, ...counts })}\n`);
}
