import { violationOf, type RuleRow, type Violation } from '@app/kernel';
import {
  COMMITTEE_ORGAN,
  NAME_ENDING,
  NAME_FORBIDDEN,
  NAME_LENGTH,
  NAME_RESERVED,
  OWNERS_COMMITTEE,
} from './filing.table.js';

/** Everything that is wrong with the name of a group. A name of an owners' committee or organ says what it is. */
export function nameViolations(name: string, pointer: string): Violation[] {
  const plain = name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  if (/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Cc}]/u.test(name)) {
    const [zh, en] = ['名称含有不可见的字符', 'The name holds characters that nobody sees'];
    return [violationOf(NAME_FORBIDDEN, pointer, zh, en)];
  }
  const { least, most } = NAME_LENGTH.value;
  if (plain.length < least || plain.length > most) {
    const [zh, en] = [`名称应为${least}至${most}个字`, `A name has ${least} to ${most} characters`];
    return [violationOf(NAME_LENGTH, pointer, zh, en)];
  }
  const organs = organViolations(plain, pointer);
  if (organs.length > 0) return organs;
  return [
    ...named(
      NAME_RESERVED,
      plain,
      pointer,
      '是登记的社会组织才能使用的字样',
      'is borne by registered organizations only',
    ),
    ...named(NAME_FORBIDDEN, plain, pointer, '不得用于备案社会组织的名称', 'may not stand in the name of a group'),
    ...endingViolations(plain, pointer),
  ];
}

function organViolations(name: string, pointer: string): Violation[] {
  return [
    ...named(OWNERS_COMMITTEE, name, pointer, '不是社区社会组织，不予备案', 'is an organ of owners and is not filed'),
    ...named(
      COMMITTEE_ORGAN,
      name,
      pointer,
      '是居（村）民自治的机构，不予备案',
      'is an organ of self-government and is not filed',
    ),
  ];
}

function named(row: RuleRow<readonly string[]>, name: string, pointer: string, zh: string, en: string): Violation[] {
  return row.value
    .filter((word) => name.includes(word))
    .slice(0, 1)
    .map((word) => violationOf(row, pointer, `“${word}”${zh}`, `“${word}” ${en}`));
}

function endingViolations(name: string, pointer: string): Violation[] {
  if (NAME_ENDING.value.some((ending) => name.endsWith(ending))) return [];
  const zh = `名称应以“${NAME_ENDING.value.slice(0, 4).join('、')}”等字样结尾`;
  return [violationOf(NAME_ENDING, pointer, zh, 'The name ends in a word for a group (队, 社, 组, 团 and the like)')];
}
