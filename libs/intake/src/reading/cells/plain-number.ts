/** Sign, whole digits, digits after the point, exponent; longer than any number a spreadsheet stores. */
const NUMBER = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:[eE]([+-]?\d{1,3}))?$/;
/** So many digits a spreadsheet shows of a number; what lies behind them is noise of its binary form. */
const PRECISION = 15;

/** A number in plain digits, with neither exponent nor needless zeros behind the point; undefined when it is none. */
export function plainNumber(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent ?? 0);
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const after = withoutEndZeros(point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits);
  // An exponent says that a machine wrote the number; elsewhere zeros in front are somebody's own.
  const lead = exponent === undefined ? before : before.replace(/^0+(?=\d)/, '');
  return `${sign === '-' ? '-' : ''}${lead}${after === '' ? '' : `.${after}`}`;
}

/** The digits that a spreadsheet shows of a number it stored, e.g. 0.3 of 0.30000000000000004; whole numbers whole. */
export function storedNumber(text: string): string {
  const plain = plainNumber(text);
  if (!plain?.includes('.') || plain.length <= PRECISION) return plain ?? text;
  return plainNumber(Number(text).toPrecision(PRECISION)) ?? plain;
}

function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
