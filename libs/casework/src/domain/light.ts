import type { Bilingual } from '@app/kernel';

export type LightColour = 'GREEN' | 'YELLOW' | 'RED' | 'GREY';

/** How urgent a case is, never by colour alone: the word says it too. */
export interface Light {
  readonly colour: LightColour;
  readonly word: Bilingual;
}

/** Yellow when at most so many working days are left, or at most this share of the period. */
const YELLOW_WORKING_DAYS = 3;
const YELLOW_SHARE = 0.3;

export interface LightFacts {
  readonly paused: boolean;
  /** Days left in the clock's own unit; negative when overdue. */
  readonly remainingDays: number;
  readonly remainingWorkingDays: number;
  readonly periodDays: number;
}

/** The light of a running clock; without one the case waits for nobody's limit. */
export function lightOf(facts: LightFacts | undefined): Light {
  if (!facts) return { colour: 'GREY', word: { zh: '未计时', en: 'no clock' } };
  const { remainingDays, remainingWorkingDays, periodDays } = facts;
  // What was overdue before the clock was stopped stays overdue: a pause must not hide it.
  if (remainingDays < 0) {
    return { colour: 'RED', word: { zh: `超期${-remainingDays}日`, en: `overdue by ${-remainingDays} day(s)` } };
  }
  if (facts.paused) return { colour: 'GREY', word: { zh: '计时中止', en: 'paused' } };
  const word = { zh: `余${remainingDays}日`, en: `${remainingDays} day(s) left` };
  const urgent = remainingWorkingDays <= YELLOW_WORKING_DAYS || remainingDays <= periodDays * YELLOW_SHARE;
  return urgent ? { colour: 'YELLOW', word } : { colour: 'GREEN', word };
}
