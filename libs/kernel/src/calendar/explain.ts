import type { Bilingual } from '../law/violation.js';
import { calendarSource, COUNTING, type DaySource } from './day-source.js';
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
  /** Where that stands; none for a paused day (its article is of the pause) and for a year without a notice. */
  readonly source?: DaySource;
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
  const days: ExplainedDay[] = [day(start, false, RECEIPT, COUNTING, 0)];
  let count = 0;
  for (let date = addDays(start, 1); end === undefined || date <= end; date = addDays(date, 1)) {
    const pause = pauseOn(date, stops);
    const kind = dayKind(date);
    const isOff = kind.kind === 'HOLIDAY' || kind.kind === 'WEEKEND';
    if (pause) days.push(day(date, false, paused(pause)));
    else if (count === period.days) days.push(day(date, false, rolledTo(kind, date === end), calendarSource(date)));
    else if (period.unit === 'working' && isOff) days.push(day(date, false, text(kind), calendarSource(date)));
    else days.push(countedDay(date, ++count, period, isOff));
    if (pause && pause.to === undefined) break;
  }
  return days;
}

const NATURAL: Bilingual = { zh: '自然日', en: 'natural day' };
const RECEIPT: Bilingual = { zh: '收到之日，不计入', en: 'day of receipt, not counted' };

function day(date: LegalDate, counts: boolean, why: Bilingual, source?: DaySource, number?: number): ExplainedDay {
  const provisional = yearStatus(Number(date.slice(0, 4))) === 'PROVISIONAL';
  return { date, counts, number, why, provisional, source };
}

/** The name of a kind of day as it stands in the list. */
function text({ kind, name }: DayKind): Bilingual {
  if (kind === 'HOLIDAY') return { zh: `${name?.zh}放假`, en: `holiday: ${name?.en}` };
  if (kind === 'MAKE_UP_WORKING_DAY') return { zh: `${name?.zh}调休上班`, en: `made up for ${name?.en}: worked` };
  return kind === 'WEEKEND' ? { zh: '周末', en: 'weekend' } : { zh: '工作日', en: 'working day' };
}

/** A day that counts: by the calendar where the unit or the rolling asks it, else simply as a day. */
function countedDay(date: LegalDate, number: number, { days, unit, rolls }: Period, isOff: boolean): ExplainedDay {
  const kind = text(dayKind(date));
  const calendar = calendarSource(date);
  const [what, source] = unit === 'working' ? [kind, calendar] : [NATURAL, COUNTING];
  if (number < days) return day(date, true, what, source, number);
  if (unit === 'natural' && rolls && isOff) {
    const en = `last day falls on a day off (${kind.en}): rolls on`;
    return day(date, true, { zh: `届满日遇${kind.zh}，顺延`, en }, calendar, number);
  }
  return day(date, true, { zh: `${what.zh}，届满日`, en: `${what.en}, last day` }, source, number);
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
