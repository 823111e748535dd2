import fc from 'fast-check';
import { duplicateKeys, signsOf, type Duplicable } from './duplicate-keys.js';

const group = (change: Partial<Duplicable> = {}): Duplicable => {
  return { name: '东华门街道晨光合唱队', division: '110101001', leaders: [{ person: 'p1' }], ...change };
};
const between = (one: Duplicable, other: Duplicable): string[] => {
  const keys = new Set(duplicateKeys(one));
  return signsOf(duplicateKeys(other).filter((key) => keys.has(key)));
};
const nobody = { leaders: [{ person: 'p2' }] };

describe('two filings that may be of one group share a key', () => {
  it.each([
    ['the same name at the same street', nobody, ['SAME_NAME']],
    ['another ending', { ...nobody, name: '东华门街道晨光合唱团' }, ['SAME_NAME']],
    ['the place left out', { ...nobody, name: '晨光合唱队' }, ['SAME_NAME']],
    ['the city put before', { ...nobody, name: '北京市东城区东华门街道晨光合唱队' }, ['SAME_NAME']],
    ['one character otherwise', { ...nobody, name: '东华门街道晨曦合唱队' }, ['SIMILAR_NAME']],
    ['one character less', { ...nobody, name: '东华门街道晨光合队' }, ['SIMILAR_NAME']],
    ['the same name at another street of the district', { ...nobody, division: '110101002' }, ['SAME_NAME']],
    ['nothing but who leads it', { name: '银杏读书社', division: '110108001' }, ['SAME_LEADER']],
  ])('%s', (_, change, signs) => expect(between(group(), group(change))).toEqual(signs));

  it('the same group of a platform, whatever it is called', () => {
    const online = { platform: '微信', groupNumber: '3820 1765', moderationRule: '' };
    const other = { ...nobody, name: '别的群', online: { ...online, groupNumber: '38201765' } };
    expect(between(group({ online }), group(other))).toEqual(['SAME_ONLINE_GROUP']);
  });

  it.each([
    ['another name', { ...nobody, name: '东华门街道银杏读书社' }],
    ['its neighbour by number', { ...nobody, name: '东华门街道第二合唱队' }],
    ['the same name in another district', { ...nobody, division: '110108001' }],
  ])('%s shares none', (_, change) =>
    expect(
      between(group(_ === 'its neighbour by number' ? { name: '东华门街道第一合唱队' } : {}), group(change)),
    ).toEqual([]),
  );
});

it('finds every name that differs by one character, wherever it stands', () => {
  const characters = fc.constantFrom(...'春夏秋冬梅兰竹菊松柏');
  fc.assert(
    fc.property(fc.array(characters, { minLength: 5, maxLength: 12 }), fc.nat(), characters, (name, at, other) => {
      const changed = name.toSpliced(at % name.length, 1, other);
      const [one, two] = [name, changed].map((each) => group({ name: `${each.join('')}队` }));
      expect(between(one, { ...two, ...nobody }).length).toBeGreaterThan(0);
    }),
  );
});

it('has no more keys than a name has characters, and a few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) =>
      expect(duplicateKeys(group({ name })).length).toBeLessThanOrEqual(2 * [...name.normalize('NFKC')].length + 8),
    ),
  );
});
