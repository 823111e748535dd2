import { createHash } from 'node:crypto';
import { nameKey } from '@app/kernel';
import type { FiledGroupState } from '@app/register';

/** What of a group another filing of it would have too. */
export type Duplicable = Pick<FiledGroupState, 'name' | 'division' | 'online'> & {
  /** References of the persons who lead it. */
  readonly leaders: readonly { readonly person: string }[];
};

/** What two filings have in common that speaks for one group. */
export type DuplicateSign = 'SAME_ONLINE_GROUP' | 'SAME_NAME' | 'SIMILAR_NAME' | 'SAME_LEADER';

const SIGNS: Readonly<Record<string, DuplicateSign>> = {
  online: 'SAME_ONLINE_GROUP',
  name: 'SAME_NAME',
  core: 'SAME_NAME',
  near: 'SIMILAR_NAME',
  leader: 'SAME_LEADER',
};

/** A name is no longer; what is pasted into a cell may be, and each character is a key. */
const LONGEST = 60;
/** Below this length a name with one character less says too little. */
const LEAST_FOR_NEAR = 4;

/**
 * Keys of a group such that two filings that may be of one group share at least one: equality of keys is all that a search
 * has to ask, whatever the size of the register. Names that differ by one character share the key of what is left without it.
 * A key says of what it is and holds the rest as a short hash: there are many of them, and nobody reads them.
 */
export function duplicateKeys({ name, division, online, leaders }: Duplicable): string[] {
  const full = withoutEnding(
    nameKey(name)
      .replace(/\p{Cf}/gu, '')
      .slice(0, LONGEST),
  );
  const core = withoutPlace(full);
  const district = division.slice(0, 6);
  const keys = [
    ...(online ? [keyOf('online', nameKey(online.platform), nameKey(online.groupNumber))] : []),
    keyOf('name', district, full),
    keyOf('core', division, core),
    ...oneLess(full).map((text) => keyOf('near', district, text)),
    ...(core === full ? [] : oneLess(core).map((text) => keyOf('near', division, text))),
    ...leaders.map(({ person }) => keyOf('leader', person)),
  ];
  return [...new Set(keys)];
}

/** What the keys that two filings share say, the strongest first. */
export function signsOf(shared: readonly string[]): DuplicateSign[] {
  const said = new Set(shared.map((key) => key.slice(0, key.indexOf(':'))));
  const found = Object.entries(SIGNS).flatMap(([what, sign]) => (said.has(what) ? [sign] : []));
  const signs = [...new Set(found)];
  // One name is more than a similar one.
  return signs.includes('SAME_NAME') ? signs.filter((sign) => sign !== 'SIMILAR_NAME') : signs;
}

/** Of so many bits that two of a million different ones are hardly ever equal. */
const HASH_LENGTH = 12;

function keyOf(what: keyof typeof SIGNS, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('base64url');
  return `${what}:${hash.slice(0, HASH_LENGTH)}`;
}

/** Words in which names of groups end, the longest first: 合唱队 and 合唱团 may be one. */
const ENDINGS = ['志愿者之家', '志愿服务队', '俱乐部', '工作室', '小组', '分队', '沙龙', ...'队社组团班坊圈群站角汇'];

function withoutEnding(key: string): string {
  const ending = ENDINGS.find((word) => key.endsWith(word) && key.length > word.length + 1);
  return ending === undefined ? key : key.slice(0, -ending.length);
}

const CITY = /^北京市?/u;
const DISTRICT = /^[^区]{2,4}区/u;
const STREET = /^[^道镇乡]{1,8}(?:街道|地区|镇|乡)/u;

/** Without the city, district and street that it begins with: each office writes them in its own way. */
function withoutPlace(key: string): string {
  const core = [CITY, DISTRICT, STREET].reduce((text, place) => text.replace(place, ''), key);
  return core.length >= 2 ? core : key;
}

/** Groups that are numbered differ in one character and are not one: the first team and the second. */
const NUMERAL = /[\d一二三四五六七八九十]/u;

function oneLess(text: string): string[] {
  const characters = [...text];
  if (characters.length < LEAST_FOR_NEAR || NUMERAL.test(text)) return [];
  return [text, ...characters.map((_, index) => characters.toSpliced(index, 1).join(''))];
}
