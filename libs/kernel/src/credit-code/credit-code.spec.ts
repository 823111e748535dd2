import { checkCharacter, CREDIT_CODE_ALPHABET, organizationBodyCheck } from './check-characters.js';
import { normalizeCreditCode, parseCreditCode } from './credit-code.js';
import { isCivilAffairs } from './organization-kind.js';
import { INVALID_CODES, VALID_CODES } from './testing/uscc-vectors.js';

const defectsOf = (raw: string) => {
  const parsed = parseCreditCode(raw);
  return parsed.ok ? [] : parsed.defects.map(({ code, positions, expected }) => ({ code, positions, expected }));
};

describe('a credit code (GB 32100-2015)', () => {
  it.each(VALID_CODES)('accepts %s: %s', (code) => {
    const parsed = parseCreditCode(code);
    expect(parsed).toMatchObject({ ok: true, code });
    expect(checkCharacter(code.slice(0, 17))).toBe(code[17]);
    expect(organizationBodyCheck(code.slice(8, 16))).toBe(code[16]);
  });

  it('divides a code into department, kind, authority, organization code and check character', () => {
    expect(parseCreditCode('51110000MJ0101505U')).toEqual({
      ok: true,
      code: '51110000MJ0101505U',
      parts: { department: '5', kind: '1', authority: '110000', body: 'MJ0101505', check: 'U' },
    });
  });

  it('takes as civil affairs the codes that begin with 51, 52, 53 and no others, though well formed', () => {
    const civil = VALID_CODES.filter(([code]) => {
      const parsed = parseCreditCode(code);
      return parsed.ok && isCivilAffairs(parsed.parts);
    });
    expect(civil.map(([code]) => code.slice(0, 2))).toEqual(['53', '51', '53', '51', '51', '51', '53', '52']);
  });
});

describe('a false credit code', () => {
  it.each(INVALID_CODES)('rejects %s and names the check characters %s and %s: %s', (code, check18, bodyCheck) => {
    const expected = [
      ...(code[16] === bodyCheck ? [] : [{ code: 'BODY_CHECK', positions: [17], expected: bodyCheck }]),
      ...(code[17] === check18 ? [] : [{ code: 'CHECK_18', positions: [18], expected: check18 }]),
    ];
    expect(expected.length).toBeGreaterThan(0);
    expect(defectsOf(code)).toEqual(expected);
  });

  it('rejects a code that passes check 18 and fails only the check of its organization code (GB 11714)', () => {
    expect(checkCharacter('52110000500018923')).toBe('8');
    expect(defectsOf('521100005000189238')).toEqual([{ code: 'BODY_CHECK', positions: [17], expected: '8' }]);
  });

  it('catches all 5,940 changes of one character and all 130 swaps of unlike neighbours by check 18 alone', () => {
    const passes = (code: string): boolean => checkCharacter(code.slice(0, 17)) === code[17];
    let changes = 0;
    let swaps = 0;
    const missed: string[] = [];
    for (const [code] of VALID_CODES) {
      for (let at = 0; at < 18; at++) {
        for (const character of CREDIT_CODE_ALPHABET) {
          if (character === code[at]) continue;
          changes++;
          const changed = code.slice(0, at) + character + code.slice(at + 1);
          if (passes(changed) || parseCreditCode(changed).ok) missed.push(changed);
        }
        if (at === 17 || code[at] === code[at + 1]) continue;
        swaps++;
        const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
        if (passes(swapped) || parseCreditCode(swapped).ok) missed.push(swapped);
      }
    }
    expect(missed).toEqual([]);
    expect({ changes, swaps }).toEqual({ changes: 5940, swaps: 130 });
  });
});

describe('the shape of a credit code', () => {
  it('rejects I and Z, which the alphabet leaves out, with their positions', () => {
    expect(defectsOf('5110000050001268IT')).toEqual([{ code: 'ALPHABET', positions: [17] }]);
    expect(defectsOf('53100000500021676Z')).toEqual([{ code: 'ALPHABET', positions: [18] }]);
  });

  it('rejects each of I, O, Z, S, V at each of the 18 places', () => {
    for (const letter of 'IOZSV') {
      for (let at = 0; at < 18; at++) {
        const code = `51100000500012681T`.slice(0, at) + letter + `51100000500012681T`.slice(at + 1);
        expect(defectsOf(code)[0]).toEqual({ code: 'ALPHABET', positions: [at + 1] });
      }
    }
  });

  it('rejects letters in the division of the authority (3 to 8), also where check 18 fits', () => {
    const code17 = '511A0000500012681';
    expect(defectsOf(code17 + checkCharacter(code17))).toEqual([{ code: 'ALPHABET', positions: [4] }]);
  });

  it('rejects 17 and 19 characters, an empty text, a text of another script, without throwing', () => {
    expect(defectsOf('51100000500012681')).toEqual([{ code: 'LENGTH' }]);
    expect(defectsOf('51100000500012681T0')).toEqual([{ code: 'LENGTH' }]);
    expect(defectsOf('')).toEqual([{ code: 'LENGTH' }]);
    expect(defectsOf('统一𠮷').map(({ code, positions }) => [code, positions])).toEqual([
      ['LENGTH', undefined],
      ['ALPHABET', [1, 2, 3]],
    ]);
  });

  it('reports all defects at once: character, organization code and check 18', () => {
    expect(defectsOf('5I100000500012682T').map(({ code }) => code)).toEqual(['ALPHABET', 'BODY_CHECK']);
    expect(defectsOf('511A0000500012682T').map(({ code }) => code)).toEqual(['ALPHABET', 'BODY_CHECK', 'CHECK_18']);
  });

  it('accepts what normalizing makes lawful: lower case, full width, blanks, hyphens', () => {
    const written = [
      '51100000500012681t',
      ' 5110 0000-5000 1268-1T\n',
      '５１１０００００５０００１２６８１Ｔ',
      '51100000－50001268—1T',
    ];
    expect(written.map(normalizeCreditCode)).toEqual(written.map(() => '51100000500012681T'));
    expect(parseCreditCode('５3100000500021676K').ok).toBe(true);
  });
});
