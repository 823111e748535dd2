import { type NaivePause, tomorrow } from './naive-calendar.js';

/** Every way in which the pauses of one clock can lie to each other. */
export const ARRANGEMENTS = ['NONE', 'ONE', 'TWO', 'OVERLAPPING', 'TOUCHING', 'OPEN'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Numbers that look random and are the same in every run: a linear congruence, so that a failure can be found again. */
export class Drawn {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((this.state / 2 ** 32) * (most - least + 1));
  }
}

/** Pauses of one arrangement, from some days before `start` to some months after it. */
export function variedPauses(arrangement: Arrangement, start: string, drawn: Drawn): NaivePause[] {
  if (arrangement === 'NONE') return [];
  const at = drawn.between(0, 90);
  const first = { from: later(start, at), to: later(start, at + drawn.between(0, 30)) };
  if (arrangement === 'ONE') return [first];
  if (arrangement === 'OPEN') return [{ from: later(first.to, drawn.between(1, 20)) }, first];
  const gap = { TWO: drawn.between(1, 20), TOUCHING: 0, OVERLAPPING: -drawn.between(1, 15) }[arrangement];
  const from = gap < 0 ? earliest(first.to, later(first.from, -gap)) : later(first.to, gap);
  return [{ from, to: later(from, drawn.between(1, 30)) }, first];
}

function later(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0; left--) day = tomorrow(day);
  return day;
}

function earliest(a: string, b: string): string {
  return a < b ? a : b;
}
