import { explain } from './explain.js';
import { lastDay, type Period, remainingDays } from './period.js';
import { naiveLastDays, naiveRunning, type NaivePause, tomorrow } from './testing/naive-calendar.js';
import { ARRANGEMENTS, Drawn, variedPauses } from './testing/varied-pauses.js';

const FIRST = '2016-01-01';
const LAST = '2026-12-31';
const LONGEST = 90;
const WAYS = [
  { unit: 'natural', rolls: false },
  { unit: 'natural', rolls: true },
  { unit: 'working', rolls: false },
  { unit: 'working', rolls: true },
] as const;
/** So many of the walked periods are also explained and read on some day. */
const SAMPLED = 211;

interface Walked {
  readonly start: string;
  readonly period: Period;
  readonly pauses: readonly NaivePause[];
  /** What the second implementation says. */
  readonly end: string | undefined;
}

/** Every start day, length and way, once without pauses and once with those that are drawn for it. */
function* everyPeriod(): Generator<Walked> {
  const drawn = new Drawn(20_160_101);
  let turn = 0;
  for (let start = FIRST; start <= LAST; start = tomorrow(start)) {
    for (const way of WAYS) {
      const arrangement = ARRANGEMENTS[1 + (turn++ % (ARRANGEMENTS.length - 1))]!;
      for (const pauses of [[], variedPauses(arrangement, start, drawn)]) {
        const ends = naiveLastDays(start, LONGEST, way.unit, way.rolls, pauses);
        for (const [index, end] of ends.entries()) yield { start, period: { days: index + 1, ...way }, pauses, end };
      }
    }
  }
}

describe('every period of 1 to 90 days that starts from 2016 to 2026', () => {
  const wrong: string[] = [];
  const seen = { all: 0, paused: 0, endless: 0, sampled: 0 };

  it('ends on the day that the second implementation finds: both units, rolling or not, with pauses and without', () => {
    const drawn = new Drawn(7);
    for (const walked of everyPeriod()) {
      const { start, period, pauses, end } = walked;
      seen.all += 1;
      if (pauses.length > 0) seen.paused += 1;
      if (end === undefined) seen.endless += 1;
      if (lastDay(start, period, pauses) !== end) wrong.push(told('ends elsewhere', walked));
      if (seen.all % SAMPLED !== 0) continue;
      seen.sampled += 1;
      if (!isExplained(walked)) wrong.push(told('is explained otherwise', walked));
      if (!isLeftRightly(walked, drawn.between(-3, 200))) wrong.push(told('leaves other days', walked));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 120_000);

  it('was walked without a gap: 4,018 start days, 90 lengths, four ways, with and without pauses', () => {
    expect(seen.all).toBe(4018 * LONGEST * WAYS.length * 2);
    expect(seen.paused).toBe(seen.all / 2);
    expect(seen.endless).toBeGreaterThan(10_000);
    expect(seen.sampled).toBeGreaterThan(10_000);
  });
});

/** The list of days ends on that day, or with the first day of the pause that is open, and numbers each day that counts. */
function isExplained({ start, period, pauses, end }: Walked): boolean {
  const days = explain(start, period, pauses);
  const numbers = days.filter(({ counts }) => counts).map(({ number }) => number);
  if (numbers.some((number, index) => number !== index + 1)) return false;
  if (end !== undefined) return days.at(-1)!.date === end && numbers.length === period.days;
  const opened = pauses.find(({ to }) => to === undefined)!.from;
  const first = opened > start ? opened : tomorrow(start);
  return days.at(-1)!.date === first && numbers.length <= period.days;
}

/** What is left on some day: counted forward to the end, backward when overdue, and as it stood when a pause is open. */
function isLeftRightly({ start, period, pauses, end }: Walked, distance: number): boolean {
  let today = start;
  for (let left = distance; left > 0; left--) today = tomorrow(today);
  const left = remainingDays(today, start, period, pauses);
  if (end === undefined) return left === period.days - naiveRunning(start, today, period.unit, pauses);
  const forward = naiveRunning(today, end, period.unit, pauses);
  return left + 0 === (today <= end ? forward : -naiveRunning(end, today, period.unit, pauses));
}

function told(what: string, { start, period, pauses, end }: Walked): string {
  return `${what}: ${start} ${JSON.stringify(period)} ${JSON.stringify(pauses)}, expected ${end}`;
}
