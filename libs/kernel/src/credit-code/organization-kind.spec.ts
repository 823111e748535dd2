import fc from 'fast-check';
import { CREDIT_CODE_ALPHABET, organizationBodyCheck } from './check-characters.js';
import { parseCreditCode } from './credit-code.js';
import { bodyCode, buildCreditCode, isCivilAffairs, kindOfCode } from './organization-kind.js';

describe('the kind that a credit code names', () => {
  it('is 社会团体 for 51, 社会服务机构 for 52, 基金会 for 53', () => {
    expect(['1', '2', '3'].map((kind) => kindOfCode({ department: '5', kind }))).toEqual([
      'SOCIAL_GROUP',
      'SOCIAL_SERVICE_INSTITUTION',
      'FOUNDATION',
    ]);
  });

  it('is none for 59 (其他) and for other departments', () => {
    expect(isCivilAffairs({ department: '5', kind: '9' })).toBe(false);
    expect(isCivilAffairs({ department: '9', kind: '1' })).toBe(false);
    expect(isCivilAffairs({ department: '1', kind: '2' })).toBe(false);
  });
});

describe('an organization code', () => {
  it('is the prefix and the number filled up with zeros to eight characters', () => {
    expect(bodyCode('MJ0', 10150)).toBe('MJ010150');
    expect(bodyCode('MJ0', 0)).toBe('MJ000000');
    expect(bodyCode('5', 9_999_999)).toBe('59999999');
  });

  it('is refused past the end of its range and for letters that no credit code holds', () => {
    expect(() => bodyCode('MJ0', 100_000)).toThrow(RangeError);
    expect(() => bodyCode('MJ0', -1)).toThrow(RangeError);
    expect(() => bodyCode('MJ0', 1.5)).toThrow(RangeError);
    expect(() => bodyCode('MO0', 1)).toThrow(RangeError);
    expect(() => bodyCode('MJ012345', 1)).toThrow(RangeError);
  });

  it('has X as check character where the rest is 10, 0 where it is 11 (GB 11714)', () => {
    expect(organizationBodyCheck('00000000')).toBe('0');
    expect(organizationBodyCheck('00000006')).toBe('X');
    expect(() => organizationBodyCheck('0000000a')).toThrow(RangeError);
  });
});

describe('a code that a bureau issues', () => {
  it('is the code of a real Beijing association for its organization code', () => {
    expect(buildCreditCode({ kind: 'SOCIAL_GROUP', authority: '110000', body8: bodyCode('MJ0', 10150) })).toBe(
      '51110000MJ0101505U',
    );
  });

  it('is refused for an authority that is no division and a body with I, O, Z, S or V', () => {
    expect(() => buildCreditCode({ kind: 'FOUNDATION', authority: '11000', body8: 'MJ010150' })).toThrow(RangeError);
    expect(() => buildCreditCode({ kind: 'FOUNDATION', authority: '110000', body8: 'MS010150' })).toThrow(RangeError);
    expect(() => buildCreditCode({ kind: 'FOUNDATION', authority: '110000', body8: 'MJ01015' })).toThrow(RangeError);
  });

  it('is always read back as lawful, with the kind, authority and body it was built from', () => {
    const kinds = fc.constantFrom('SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION');
    const text = (alphabet: string, length: number) =>
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
    fc.assert(
      fc.property(kinds, text('0123456789', 6), text(CREDIT_CODE_ALPHABET, 8), (kind, authority, body8) => {
        const code = buildCreditCode({ kind, authority, body8 });
        const parsed = parseCreditCode(code);
        if (!parsed.ok) throw new Error(`${code} is not read back`);
        expect(parsed.code).toBe(code);
        expect(parsed.parts).toMatchObject({ department: '5', authority });
        expect(parsed.parts.body.slice(0, 8)).toBe(body8);
        expect(kindOfCode(parsed.parts)).toBe(kind);
      }),
      { numRuns: 1000 },
    );
  });
});
