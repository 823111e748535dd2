/** Between an ASCII character and its full-width form. */
const DISTANCE = 0xfee0;
const WIDE = /[\uff01-\uff5e\u3000]/g;
const WIDE_SIGN = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
/** Nothing but full-width ASCII, or nothing but letters and digits of either width. */
const ALL_WIDE = /^(?:[\uff01-\uff5e\u3000]*|[0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]*)$/;

/** The same text with every full-width ASCII character in half width; what is Chinese stays. */
export function halfWidth(text: string): string {
  return text.replace(WIDE, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - DISTANCE)));
}

/** A number or code typed in full width, as opposed to a Chinese text with its own punctuation. */
export function isWideCode(text: string): boolean {
  return WIDE_SIGN.test(text) && ALL_WIDE.test(text);
}
