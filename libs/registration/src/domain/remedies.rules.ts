import { type Bilingual, lastDay, type LegalDate, rowInForce, type RuleRow, workingDayOnOrAfter } from '@app/kernel';
import type { EstablishmentFacts } from './establishment.facts.js';
import {
  LOCAL_REVIEW,
  MINISTRY_REVIEW,
  REVIEW_PERIOD,
  type ReviewBody,
  SUIT_CHOICE,
  SUIT_PERIOD,
} from './remedies.table.js';

export interface Authority {
  readonly level: EstablishmentFacts['authorityLevel'];
  /** From the province down, as in the facts; empty for the ministry. */
  readonly names: readonly string[];
}

export interface Remedies {
  readonly review: {
    /** One body, or two to choose from. */
    readonly bodies: readonly Bilingual[];
    readonly lastDay: LegalDate;
    readonly rows: readonly RuleRow[];
  };
  readonly suit: { readonly court: Bilingual; readonly lastDay: LegalDate; readonly rows: readonly RuleRow[] };
}

/** Ways against a refusal, by the Act in force on the day it was served, with the last day of each. */
export function remedies(authority: Authority, servedOn: LegalDate): Remedies {
  const body = rowInForce(authority.level === 'NATION' ? MINISTRY_REVIEW : LOCAL_REVIEW, servedOn);
  const period = rowInForce(REVIEW_PERIOD, servedOn);
  const suit = rowInForce([SUIT_PERIOD], servedOn);
  const sixMonths = addMonths(servedOn, suit.value.months);
  return {
    review: {
      bodies: body.value.map((each) => reviewBody(each, authority)),
      lastDay: lastDay(servedOn, period.value),
      rows: [body, period],
    },
    suit: {
      court: { zh: '有管辖权的人民法院', en: 'the people’s court that has jurisdiction' },
      lastDay: suit.value.rolls ? workingDayOnOrAfter(sixMonths) : sixMonths,
      rows: [suit, SUIT_CHOICE],
    },
  };
}

/** The same day of the month `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

function reviewBody(body: ReviewBody, { level, names }: Authority): Bilingual {
  const own = placeName(level, names);
  if (body === 'SAME_LEVEL_GOVERNMENT') return { zh: `${own}人民政府`, en: `the people’s government of ${own}` };
  const above = names.slice(0, -1);
  if (body === 'THE_MINISTRY_ITSELF' || above.length === 0) return { zh: '民政部', en: 'the Ministry of Civil Affairs' };
  const place = above.at(-1) ?? '';
  const office = /(省|自治区)$/.test(place) ? '民政厅' : '民政局';
  return { zh: `${place}${office}`, en: `the civil affairs department of ${place}` };
}

/** A district carries the name above it, as it does in law: 北京市朝阳区; a province or city stands alone. */
function placeName(level: Authority['level'], names: readonly string[]): string {
  return level === 'DISTRICT' ? names.slice(-2).join('') : (names.at(-1) ?? '');
}
