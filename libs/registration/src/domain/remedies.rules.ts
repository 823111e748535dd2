import { type Citation, lastDay, type LegalDate, rowInForce, workingDayOnOrAfter } from '@app/kernel';
import {
  LOCAL_REVIEW,
  MINISTRY_REVIEW,
  REVIEW_PERIOD,
  type ReviewBody,
  SUIT_CHOICE,
  SUIT_PERIOD,
} from './remedies.table.js';

export interface Authority {
  /** Level of the registrar's division; NATION is the ministry. */
  readonly level: string;
  /** From the province down, as in the facts; empty for the ministry. */
  readonly names: readonly string[];
}

export interface Remedy {
  readonly type: 'REVIEW' | 'SUIT';
  /** Where it is lodged; two bodies are a choice. */
  readonly bodies: readonly string[];
  readonly lastDay: LegalDate;
  readonly citation: Citation;
}

/**
 * Ways against a decision, by the Act in force on the day it was served: review (行政复议) and suit
 * (行政诉讼), each with its last day; one may sue at once (诉讼法 第四十四条第一款). The citation of the review
 * is the article on its period; `remedyRows` gives the one on the body too.
 */
export function remedies(authority: Authority, servedOn: LegalDate): Remedy[] {
  const { body, review, suit } = remedyRows(authority, servedOn);
  const sixMonths = addMonths(servedOn, suit.value.months);
  return [
    {
      type: 'REVIEW',
      bodies: body.value.map((each) => reviewBody(each, authority)),
      lastDay: lastDay(servedOn, review.value),
      citation: review.citation,
    },
    {
      type: 'SUIT',
      bodies: ['有管辖权的人民法院'],
      lastDay: suit.value.rolls ? workingDayOnOrAfter(sixMonths) : sixMonths,
      citation: suit.citation,
    },
  ];
}

/** The rows that {@link remedies} applies. */
export function remedyRows({ level }: Pick<Authority, 'level'>, servedOn: LegalDate) {
  return {
    body: rowInForce(level === 'NATION' ? MINISTRY_REVIEW : LOCAL_REVIEW, servedOn),
    review: rowInForce(REVIEW_PERIOD, servedOn),
    suit: rowInForce([SUIT_PERIOD], servedOn),
    choice: rowInForce([SUIT_CHOICE], servedOn),
  };
}

/** The same day of the month `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

function reviewBody(body: ReviewBody, { level, names }: Authority): string {
  if (body === 'SAME_LEVEL_GOVERNMENT') return `${placeName(level, names)}人民政府`;
  const above = names.at(-2);
  if (body === 'THE_MINISTRY_ITSELF' || above === undefined) return '民政部';
  return `${above}${/(省|自治区)$/.test(above) ? '民政厅' : '民政局'}`;
}

/** A district carries the name above it, as it does in law: 北京市朝阳区; a province or city stands alone. */
function placeName(level: string, names: readonly string[]): string {
  return level === 'DISTRICT' ? names.slice(-2).join('') : (names.at(-1) ?? '');
}
