import { PackedTexts } from './packed-texts.js';

describe('PackedTexts', () => {
  it('gives back what was put in, however much it is', () => {
    const texts = new PackedTexts();
    const words = Array.from({ length: 20_000 }, (_, index) => (index % 7 ? `第${index}号` : ''));
    for (const word of words) texts.add(word);
    expect(words.map((_word, index) => texts.at(index))).toEqual(words);
    for (const none of [-1, 20_000, 0.5, NaN]) expect(texts.at(none)).toBeUndefined();
  });

  it('refuses more than 64 MiB', () => {
    const texts = new PackedTexts();
    for (let count = 0; count < 64; count += 1) texts.add('x'.repeat(1_048_576));
    expect(() => texts.add('x')).toThrow('1 rule(s) broken');
  });
});
