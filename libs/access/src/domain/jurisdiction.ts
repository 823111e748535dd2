/** The ministry (民政部): its jurisdiction is the whole country. */
const MINISTRY = '100000';

/**
 * The digits that every division below `holder` begins with, by GB/T 2260: two of a province, four of a
 * prefecture, six of a county, nine of a street; none for the ministry. Undefined when it is no division.
 */
export function divisionPrefix(holder: string): string | undefined {
  if (!isDivision(holder)) return undefined;
  if (holder === MINISTRY) return '';
  if (holder.length === 9) return holder;
  if (holder.endsWith('0000')) return holder.slice(0, 2);
  return holder.endsWith('00') ? holder.slice(0, 4) : holder;
}

/**
 * True when the jurisdiction of `holder` covers `division`: the same division or one below it. Jurisdiction goes
 * down, never up or aside; what is no division is covered by nobody.
 */
export function covers(holder: string, division: string): boolean {
  const prefix = divisionPrefix(holder);
  return prefix !== undefined && isDivision(division) && division.startsWith(prefix);
}

function isDivision(code: string): boolean {
  return /^[1-9]\d{5}(\d{3})?$/.test(code);
}
