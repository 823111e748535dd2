import type { Bilingual } from '../law/violation.js';
import { addDays, type LegalDate } from './legal-date.js';
import { closedAsOf, mergedPauses, type Pause, pauseOn } from './pause.js';
import { lastDay, type Period } from './period.js';
import { type DayKind, dayKind, yearStatus } from './working-days.js';

/** One day of a count: whether it counts, as which number (0: day of receipt), and why. */
export interface ExplainedDay {
  readonly date: LegalDate;
  readonly counts: boolean;
  readonly number?: number;
  readonly why: Bilingual;
  /** True while the holidays of the day's year are not published: the day may still change. */
  readonly provisional: boolean;
}

/**
 * A period counted day by day, from the day of receipt to the last day of {@link lastDay}, so that anyone can
 * check the date by hand. While a pause is open the list ends with the first day of it (with `asOf` the pause
 * is taken to end with that day). The rules and errors are those of lastDay.
 */
export function explain(
  start: LegalDate,
  period: Period,
  pauses: readonly Pause[] = [],
  asOf?: LegalDate,
): ExplainedDay[] {
  const stops = mergedPauses(asOf === undefined ? pauses : closedAsOf(pauses, asOf));
  const end = lastDay(start, period, stops);
  const days: ExplainedDay[] = [day(start, false, RECEIPT, 0)];
  let count = 0;
  for (let date = addDays(start, 1); end === undefined || date <= end; date = addDays(date, 1)) {
    const pause = pauseOn(date, stops);
    const kind = dayKind(date);
    const isOff = kind.kind === 'HOLIDAY' || kind.kind === 'WEEKEND';
    if (pause) days.push(day(date, false, paused(pause)));
    else if (count === period.days) days.push(day(date, false, rolledTo(kind, date === end)));
    else if (period.unit === 'working' && isOff) days.push(day(date, false, text(kind)));
    else days.push(day(date, true, counted(kind, ++count, period, isOff), count));
    if (pause && pause.to === undefined) break;
  }
  return days;
}

const RECEIPT: Bilingual = { zh: '收到之日，不计入', en: 'day of receipt, not counted' };

function day(date: LegalDate, counts: boolean, why: Bilingual, number?: number): ExplainedDay {
  const provisional = yearStatus(Number(date.slice(0, 4))) === 'PROVISIONAL';
  return { date, counts, ...(number === undefined ? {} : { number }), why, provisional };
}

/** The name of a kind of day as it stands in the list. */
function text({ kind, name }: DayKind): Bilingual {
  if (kind === 'HOLIDAY') return { zh: `${name?.zh}放假`, en: `holiday: ${name?.en}` };
  if (kind === 'MAKE_UP_WORKING_DAY') return { zh: `${name?.zh}调休上班`, en: `made up for ${name?.en}: worked` };
  return kind === 'WEEKEND' ? { zh: '周末', en: 'weekend' } : { zh: '工作日', en: 'working day' };
}

function counted(kind: DayKind, number: number, period: Period, isOff: boolean): Bilingual {
  const what = period.unit === 'working' ? text(kind) : { zh: '自然日', en: 'natural day' };
  if (number < period.days) return what;
  if (period.unit === 'natural' && period.rolls && isOff) {
    const off = text(kind);
    return { zh: `届满日遇${off.zh}，顺延`, en: `last day falls on a day off (${off.en}): rolls on` };
  }
  return { zh: `${what.zh}，届满日`, en: `${what.en}, last day` };
}

function rolledTo(kind: DayKind, isEnd: boolean): Bilingual {
  const what = text(kind);
  if (isEnd) return { zh: `顺延至${what.zh}，届满日`, en: `rolled to this ${what.en}, last day` };
  return { zh: `顺延：${what.zh}`, en: `rolling on: ${what.en}` };
}

function paused({ from, to }: Pause): Bilingual {
  if (to === undefined) return { zh: `${from}起中止，尚未恢复`, en: `paused from ${from}, not resumed yet` };
  return { zh: `中止（${from}起，${to}恢复计算）`, en: `paused from ${from}, counts again from ${to}` };
}
