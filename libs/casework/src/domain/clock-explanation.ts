import { explain, pauseOn, sourceOf, type Bilingual, type ExplainedDay } from '@app/kernel';
import type { ClockFacts } from './clock-reading.js';
import { pauseReason } from './pause-reasons.js';

/**
 * The running period day by day, from the day of receipt to the last day; while a pause is open, to the first day
 * of it. A paused day says what the pause is for and rests on the article of the pause; where the period was
 * extended, its first end and the beginning of the extension are told.
 */
export function explainClock(clock: ClockFacts): ExplainedDay[] {
  const { startedOn, period, pauses } = clock;
  return explain(startedOn, period, pauses).map((day) => extended(paused(day, clock), clock));
}

function paused(day: ExplainedDay, { startedOn, pauses }: ClockFacts): ExplainedDay {
  const pause = day.date === startedOn ? undefined : pauseOn(day.date, pauses);
  if (!pause) return day;
  const { zh, en } = pauseReason(pause.reason);
  return {
    ...day,
    why: { zh: `${zh}：${day.why.zh}`, en: `${en}: ${day.why.en}` },
    source: sourceOf(pause.citation),
  };
}

function extended(day: ExplainedDay, { period, extendedDays }: ClockFacts): ExplainedDay {
  if (extendedDays === 0 || !day.counts) return day;
  const original = period.days - extendedDays;
  if (day.number === original) {
    return {
      ...day,
      why: also(day.why, {
        zh: `原期限${original}日届满，其后为延长的${extendedDays}日`,
        en: `the period of ${original} day(s) ends, the extension of ${extendedDays} day(s) follows`,
      }),
    };
  }
  if (day.number !== original + 1) return day;
  return { ...day, why: also(day.why, { zh: '延长期限第1日', en: 'first day of the extension' }) };
}

function also(why: Bilingual, more: Bilingual): Bilingual {
  return { zh: `${why.zh}；${more.zh}`, en: `${why.en}; ${more.en}` };
}
