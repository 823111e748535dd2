import fc from 'fast-check';
import { nameKey } from '@app/kernel';
import { bigrams } from './bigrams.js';

describe('the key of a name', () => {
  it('is the same however the name is typed', () => {
    expect(nameKey('北京市（智能）装备 技术学会')).toBe(nameKey('北京市(智能)装备技术学会'));
    expect(nameKey('ＡＢＣ协会')).toBe('abc协会');
  });

  it('contains all pairs of each of its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), fc.nat(30), (name, from, to) => {
        const key = nameKey(name);
        const pairs = new Set(bigrams(key));
        const part = [...key].slice(Math.min(from, to), Math.max(from, to)).join('');
        expect(bigrams(part).every((pair) => pairs.has(pair))).toBe(true);
      }),
    );
  });
});
