/** Excel takes no longer name for a sheet. */
const MAX_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;

/** A name that a sheet may have, as near to the wanted one as possible. */
export function sheetNameOf(wanted: string): string {
  const name = wanted.replace(FORBIDDEN, ' ').trim().slice(0, MAX_NAME);
  return name.replace(/^'|'$/g, ' ').trim() || 'Sheet1';
}
