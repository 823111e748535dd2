import type { Bilingual } from '../law/violation.js';
import { checkCharacter, CREDIT_CODE_ALPHABET, organizationBodyCheck } from './check-characters.js';

/** The parts of a credit code, as GB 32100-2015 divides it. */
export interface CreditCodeParts {
  /** 1: the registering department (登记管理部门); 5 is civil affairs (民政). */
  readonly department: string;
  /** 2: the kind of organization within the department (机构类别). */
  readonly kind: string;
  /** 3 to 8: the division of the registration authority (登记管理机关行政区划码, GB/T 2260), of the day of issue. */
  readonly authority: string;
  /** 9 to 17: the organization code (主体标识码), its own check character last. */
  readonly body: string;
  /** 18: the check character. */
  readonly check: string;
}

/** One defect of a credit code; `positions` count from 1 in the normalized code. */
export interface CreditCodeDefect {
  readonly code: 'LENGTH' | 'ALPHABET' | 'CHECK_18' | 'BODY_CHECK';
  readonly positions?: readonly number[];
  /** The check character that the rest of the code asks for. */
  readonly expected?: string;
  readonly message: Bilingual;
}

export type ParsedCreditCode =
  | { readonly ok: true; readonly code: string; readonly parts: CreditCodeParts }
  | { readonly ok: false; readonly defects: readonly CreditCodeDefect[] };

/**
 * A code as people write it, in the form in which it is stored: full-width forms made plain (NFKC), blanks,
 * hyphens and dashes removed wherever they stand, capitals. It judges nothing.
 */
export function normalizeCreditCode(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212\u200b-\u200d\u2060\ufeff]/gu, '')
    .toUpperCase();
}

/**
 * Reads a credit code of any department (GB 32100-2015), normalizing it first. All defects are reported at
 * once: a wrong length; characters that may not stand at their place (the division, 3 to 8, has digits only);
 * each check character that does not fit, as far as it can be computed. Well formed is not yet civil affairs:
 * see isCivilAffairs. It never throws.
 */
export function parseCreditCode(raw: string): ParsedCreditCode {
  const code = normalizeCreditCode(raw);
  const characters = Array.from(code);
  const bad = characters.flatMap((character, index) => (isAllowed(character, index) ? [] : [index + 1]));
  const defects: CreditCodeDefect[] = [];
  if (characters.length !== 18) defects.push(wrongLength(characters.length));
  if (bad.length > 0) defects.push(wrongCharacters(bad));
  if (characters.length === 18) defects.push(...checkDefects(code, bad));
  return defects.length > 0 ? { ok: false, defects } : { ok: true, code, parts: partsOf(code) };
}

function isAllowed(character: string, index: number): boolean {
  return index >= 2 && index <= 7 ? /^[0-9]$/.test(character) : CREDIT_CODE_ALPHABET.includes(character);
}

/** The checks whose characters are all of the alphabet; a letter in the division does not hinder the sum. */
function checkDefects(code: string, bad: readonly number[]): CreditCodeDefect[] {
  const defects: CreditCodeDefect[] = [];
  const inAlphabet = (text: string): boolean => Array.from(text).every((c) => CREDIT_CODE_ALPHABET.includes(c));
  if (!bad.some((position) => position >= 9 && position <= 17)) {
    const expected = organizationBodyCheck(code.slice(8, 16));
    if (code[16] !== expected) defects.push(wrongCheck('BODY_CHECK', 17, expected));
  }
  if (inAlphabet(code)) {
    const expected = checkCharacter(code.slice(0, 17));
    if (code[17] !== expected) defects.push(wrongCheck('CHECK_18', 18, expected));
  }
  return defects;
}

function partsOf(code: string): CreditCodeParts {
  return {
    department: code[0]!,
    kind: code[1]!,
    authority: code.slice(2, 8),
    body: code.slice(8, 17),
    check: code[17]!,
  };
}

function wrongLength(length: number): CreditCodeDefect {
  const message = {
    zh: `统一社会信用代码应为18位，实为${length}位`,
    en: `a credit code has 18 characters, this has ${length}`,
  };
  return { code: 'LENGTH', message };
}

function wrongCharacters(positions: readonly number[]): CreditCodeDefect {
  const message = {
    zh: `第${positions.join('、')}位字符不符合GB 32100-2015（不使用I、O、Z、S、V，第3至8位为数字）`,
    en: `GB 32100-2015 does not allow the character at ${positions.join(', ')} (no I, O, Z, S, V; digits at 3 to 8)`,
  };
  return { code: 'ALPHABET', positions, message };
}

function wrongCheck(code: 'BODY_CHECK' | 'CHECK_18', position: number, expected: string): CreditCodeDefect {
  const [zh, en] =
    code === 'CHECK_18' ? ['统一社会信用代码校验码', 'credit code'] : ['组织机构代码校验码', 'organization code'];
  const message = {
    zh: `第${position}位${zh}不符，应为${expected}`,
    en: `the check character of the ${en} (${position}) should be ${expected}`,
  };
  return { code, positions: [position], expected, message };
}
