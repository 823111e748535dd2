/**
 * The two check characters of a unified social credit code (统一社会信用代码): the 18th over the whole code,
 * and the last of the organization code (characters 9 to 17) over its first eight.
 */

/** The 31 characters of a credit code in the order of their values: without I, O, Z, S, V (GB 32100-2015). */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 36 characters of an organization code in the order of their values (GB 11714: A = 10 … Z = 35). */
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 3^(i-1) mod 31 for the places 1 to 17 (GB/T 17710, MOD 31-3). */
const WEIGHTS_18 = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** 3^i mod 11 for the places 1 to 8 (GB 11714). */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The 18th character for the first 17 (GB 32100-2015 and GB/T 17710): (31 - sum mod 31) mod 31.
 * @throws RangeError when these are not 17 characters of {@link CREDIT_CODE_ALPHABET}.
 */
export function checkCharacter(code17: string): string {
  const sum = weighted(code17, CREDIT_CODE_ALPHABET, WEIGHTS_18);
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/**
 * The check character of an organization code (组织机构代码) for its first eight (GB 11714):
 * 11 - sum mod 11, where 10 is written X and 11 is written 0.
 * @throws RangeError when these are not eight digits or capitals.
 */
export function organizationBodyCheck(body8: string): string {
  const rest = 11 - (weighted(body8, BODY_ALPHABET, BODY_WEIGHTS) % 11);
  return rest === 10 ? 'X' : String(rest % 11);
}

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  if (text.length !== weights.length) throw new RangeError(`not ${weights.length} characters: ${text}`);
  return weights.reduce((sum, weight, place) => {
    const value = alphabet.indexOf(text[place]!);
    if (value < 0) throw new RangeError(`character ${place + 1} of ${text} is not allowed`);
    return sum + value * weight;
  }, 0);
}
