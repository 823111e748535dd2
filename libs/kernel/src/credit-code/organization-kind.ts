import { checkCharacter, CREDIT_CODE_ALPHABET, organizationBodyCheck } from './check-characters.js';
import type { CreditCodeParts } from './credit-code.js';

/** 社会团体, 社会服务机构 (民办非企业单位), 基金会: the three kinds that civil affairs registers. */
export type OrganizationKind = 'SOCIAL_GROUP' | 'SOCIAL_SERVICE_INSTITUTION' | 'FOUNDATION';

const CIVIL_AFFAIRS = '5';
const KIND_OF: Readonly<Record<string, OrganizationKind>> = {
  1: 'SOCIAL_GROUP',
  2: 'SOCIAL_SERVICE_INSTITUTION',
  3: 'FOUNDATION',
};
const CHARACTER_OF: Readonly<Record<OrganizationKind, string>> = {
  SOCIAL_GROUP: '1',
  SOCIAL_SERVICE_INSTITUTION: '2',
  FOUNDATION: '3',
};

/**
 * The kind of organization that a code of civil affairs names (GB 32100-2015: department 5, second character
 * 1, 2 or 3); undefined for 59 (其他) and for every other department.
 */
export function kindOfCode({
  department,
  kind,
}: Pick<CreditCodeParts, 'department' | 'kind'>): OrganizationKind | undefined {
  return department === CIVIL_AFFAIRS && Object.hasOwn(KIND_OF, kind) ? KIND_OF[kind] : undefined;
}

/** True for a code that a civil-affairs register may issue or take in: department 5 and kind 1, 2 or 3. */
export function isCivilAffairs(parts: Pick<CreditCodeParts, 'department' | 'kind'>): boolean {
  return kindOfCode(parts) !== undefined;
}

/**
 * The credit code for an organization of civil affairs, with both check characters (GB 32100-2015, GB 11714,
 * GB/T 17710). `authority` is the six-digit division of the registrar, 100000 for the ministry; `body8` the
 * organization code without its check character.
 * @throws RangeError when the authority has not six digits or the body not eight characters of the alphabet.
 */
export function buildCreditCode(input: {
  readonly kind: OrganizationKind;
  readonly authority: string;
  readonly body8: string;
}): string {
  const { kind, authority, body8 } = input;
  if (!/^[0-9]{6}$/.test(authority)) throw new RangeError(`not the six digits of a division: ${authority}`);
  if (body8.length !== 8 || !isIssuable(body8)) throw new RangeError(`not eight characters of a code: ${body8}`);
  const code17 = `${CIVIL_AFFAIRS}${CHARACTER_OF[kind]}${authority}${body8}${organizationBodyCheck(body8)}`;
  return code17 + checkCharacter(code17);
}

/**
 * The eight characters of an organization code from a prefix and a running number: ('MJ0', 10150) is MJ010150.
 * An organization code as such may hold any capital (GB 11714), within a credit code not I, O, Z, S, V.
 * @throws RangeError for a prefix of other characters or of more than seven, and for a number that is no
 * whole number from 0 up or has more digits than the prefix leaves.
 */
export function bodyCode(prefix: string, serial: number): string {
  const digits = 8 - prefix.length;
  if (digits < 1 || !isIssuable(prefix)) throw new RangeError(`not the beginning of an organization code: ${prefix}`);
  if (!Number.isSafeInteger(serial) || serial < 0 || serial >= 10 ** digits) {
    throw new RangeError(`the serial ${serial} does not fit into ${digits} digits after ${prefix}`);
  }
  return prefix + String(serial).padStart(digits, '0');
}

function isIssuable(text: string): boolean {
  return Array.from(text).every((character) => CREDIT_CODE_ALPHABET.includes(character));
}
