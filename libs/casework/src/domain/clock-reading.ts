import {
  isProvisional,
  lastDay,
  remainingDays,
  workingDaysBetween,
  type Citation,
  type LegalDate,
  type Pause,
  type Period,
} from '@app/kernel';
import { lightOf, type Light } from './light.js';

/** A pause with what it is for and the article that allows it. */
export interface RecordedPause extends Pause {
  readonly reason: string;
  readonly citation: Citation;
}

/** A clock as it was started, with its pauses. */
export interface ClockFacts {
  readonly rule: string;
  readonly citation: Citation;
  readonly startedOn: LegalDate;
  /** As it runs now, what it was extended by included. */
  readonly period: Period;
  readonly extendedDays: number;
  readonly pauses: readonly RecordedPause[];
}

/** What a clock shows on a day. */
export interface ClockReading {
  readonly rule: string;
  readonly citation: Citation;
  readonly startedOn: LegalDate;
  /** The last day; null while the clock stands still. */
  readonly dueOn: LegalDate | null;
  readonly pausedSince: LegalDate | null;
  readonly remainingDays: number;
  readonly unit: Period['unit'];
  /** The last day lies in a year whose holidays are not published yet. */
  readonly provisional: boolean;
  readonly light: Light;
  /** What it was read from, for those who tell it day by day. */
  readonly facts: ClockFacts;
}

export function readClock(clock: ClockFacts, today: LegalDate): ClockReading {
  const { rule, citation, startedOn, period, pauses } = clock;
  const pausedSince = pauses.find(({ to }) => to === undefined)?.from ?? null;
  const dueOn = lastDay(startedOn, period, pauses) ?? null;
  const remaining = remainingDays(today, startedOn, period, pauses);
  const facts = {
    paused: pausedSince !== null,
    remainingDays: remaining,
    remainingWorkingDays: dueOn === null ? remaining : workingDaysBetween(today, dueOn),
    periodDays: period.days,
  };
  return {
    rule,
    citation,
    startedOn,
    dueOn,
    pausedSince,
    remainingDays: remaining,
    unit: period.unit,
    provisional: dueOn !== null && isProvisional(startedOn, dueOn),
    light: lightOf(facts),
    facts: clock,
  };
}
