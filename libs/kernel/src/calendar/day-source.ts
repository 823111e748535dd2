import { cite, type Citation } from '../law/citation.js';
import { HOLIDAY_YEARS } from './holidays.table.js';
import type { LegalDate } from './legal-date.js';
import { dayKind } from './working-days.js';

/** What makes a day count or not: an article of law, or a notice that stands at an address. */
export interface DaySource {
  readonly document: string;
  readonly article?: string;
  readonly address?: string;
}

/** The day of receipt does not count, every day after it does (开始的当日不计入，自下一日开始计算; from memory). */
export const COUNTING: DaySource = sourceOf(cite('中华人民共和国民法典', '第二百零一条'));

/** The holidays that the law fixes by date, known before any notice (from memory). */
const FIXED_HOLIDAYS: DaySource = sourceOf(cite('全国年节及纪念日放假办法', '第二条'));

const YEARS = new Map(HOLIDAY_YEARS.map((row) => [row.year, row.notices]));

export function sourceOf({ law, article }: Citation): DaySource {
  return { document: law, article };
}

/**
 * Where it stands what kind of day `date` is: the notice of its year, the one that changed it, or for the days
 * around New Year that lie in December the notice of the year to come. Undefined while none is out, unless the
 * law itself fixes the day.
 */
export function calendarSource(date: LegalDate): DaySource | undefined {
  const { kind, name } = dayKind(date);
  const [year, day] = [Number(date.slice(0, 4)), date.slice(5)];
  const fixedBefore = name?.zh === NEW_YEAR && day.startsWith(DECEMBER);
  const notices = YEARS.get(fixedBefore ? year + 1 : year) ?? [];
  const found = notices.find(({ fixes }) => fixes?.split(' ').includes(day)) ?? notices.at(0);
  if (found) return { document: found.title, address: found.address };
  return kind === 'HOLIDAY' ? FIXED_HOLIDAYS : undefined;
}

const NEW_YEAR = '元旦';
const DECEMBER = '12-';
