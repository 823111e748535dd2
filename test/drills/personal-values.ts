/** A value that must be found nowhere, and what it is. */
export interface Planted {
  readonly what: string;
  readonly value: string;
}

/** Where something was found, for people who read a miss. */
export interface Found extends Planted {
  readonly where: string;
  readonly variant: string;
}

/** The forms in which a value may stand somewhere, each beside its name. */
export function variantsOf(value: string): [name: string, text: string][] {
  const bytes = Buffer.from(value);
  const wide = fullWidth(value);
  const forms: [string, string][] = [
    ['plain', value],
    ['url-encoded', encodeURIComponent(value)],
    ['json-escaped', escaped(value)],
    ['full-width', wide],
    ['full-width, url-encoded', encodeURIComponent(wide)],
    ['full-width, json-escaped', escaped(wide)],
    ['hexadecimal', bytes.toString('hex')],
    ...[0, 1, 2].map((offset): [string, string] => [`base64 from byte ${offset}`, base64(bytes, offset)]),
  ];
  return forms.filter(([, text], index) => forms.findIndex(([, other]) => other === text) === index);
}

/** Every planted value that stands in the text, in whatever form; grouped by blanks and hyphens as well. */
export function findIn(where: string, text: string, planted: readonly Planted[]): Found[] {
  const joined = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  return planted.flatMap(({ what, value }) => {
    const hit = variantsOf(value).find(([, form]) => text.includes(form));
    const variant = hit?.[0] ?? (joined.includes(value) ? 'with blanks' : undefined);
    return variant === undefined ? [] : [{ where, what, value, variant }];
  });
}

function fullWidth(text: string): string {
  return text.replace(/[\dA-Z]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What stands in base64 wherever these bytes do, behind so many others: its first and last characters depend on those. */
function base64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(offset === 0 ? 0 : offset + 1, -1);
}
