import type { Nomination, TreeHub } from './nomination.js';
import {
  CONDITIONS,
  HUB_CONDITIONS,
  HUB_DECISION,
  HUB_HEARD,
  HUB_NAME,
  HUB_STANDING,
  HUB_TREE,
} from './recognition.table.js';
import {
  decisionDayViolations,
  findingViolations,
  hearingViolations,
  measureViolations,
  nominationViolations,
  orphanViolations,
  unmetConditions,
} from './recognition.rules.js';

const city: TreeHub = {
  code: 'HUB-1-04',
  name: '北京市科学技术协会',
  tier: 'CITY',
  division: '110000',
  parent: null,
  standing: 'RECOGNIZED',
};
const district: TreeHub = { ...city, code: 'HUB-110108-01', tier: 'DISTRICT', division: '110108', parent: 'HUB-1-04' };
const nominated: Nomination = {
  name: '海淀区科协',
  tier: 'DISTRICT',
  division: '110108',
  parent: 'HUB-1-04',
  field: '科技',
  reason: '联系',
  documents: [],
};
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

describe('a nomination (四(一))', () => {
  const facts = { divisionTier: 'DISTRICT', parent: city, sameName: false } as const;
  it('of a district below a hub of the city is in order', () =>
    expect(nominationViolations(nominated, facts)).toEqual([]));

  it.each([
    ['below a hub of its own tier', { parent: district }],
    ['below a hub of another city', { parent: { ...city, division: '310000' } }],
    ['below a hub that was withdrawn', { parent: { ...city, standing: 'WITHDRAWN' as const } }],
    ['below none', { parent: undefined }],
  ])('%s is refused (HUB-TREE)', (_, change) => {
    expect(codes(nominationViolations(nominated, { ...facts, ...change }))).toEqual(['HUB-TREE']);
  });

  it('of the city has no hub above it', () => {
    const own = { ...nominated, tier: 'CITY' as const, division: '110000' };
    expect(codes(nominationViolations(own, { ...facts, divisionTier: 'CITY' }))).toEqual(['HUB-TREE']);
    expect(
      nominationViolations({ ...own, parent: undefined }, { ...facts, divisionTier: 'CITY', parent: undefined }),
    ).toEqual([]);
  });

  it('under a name that stands there, or as an organization that has ended, is refused', () => {
    expect(codes(nominationViolations(nominated, { ...facts, sameName: true }))).toEqual(['HUB-NAME']);
    const ended = { name: nominated.name, active: false };
    const legal = { ...nominated, organization: '51110000MJ0101505U' };
    expect(codes(nominationViolations(legal, { ...facts, organization: ended }))).toEqual(['HUB-LEGAL-PERSON']);
    expect(nominationViolations(legal, { ...facts, organization: { ...ended, active: true } })).toEqual([]);
  });
});

describe('the four conditions (暂行办法 四)', () => {
  const all = CONDITIONS.map((condition) => ({ condition, met: true, finding: '已核实' }));
  it('each need one finding, and all of them met', () => {
    expect(findingViolations(all)).toEqual([]);
    expect(unmetConditions(all)).toEqual([]);
    expect(codes(findingViolations(all.slice(1)))).toEqual(['HUB-CONDITIONS']);
    expect(findingViolations([...all, all[0]])).toHaveLength(1);
    expect(unmetConditions(all.map((one) => ({ ...one, met: false })))).toHaveLength(4);
  });
});

describe('a measure', () => {
  it.each([
    ['WARNING', 'RECOGNIZED', true],
    ['WARNING', 'WARNED', false],
    ['WARNING_LIFTED', 'WARNED', true],
    ['WARNING_LIFTED', 'RECOGNIZED', false],
    ['WITHDRAWAL', 'WARNED', true],
    ['WITHDRAWAL', 'WITHDRAWN', false],
  ] as const)('%s on a hub that is %s: %s (HUB-STANDING)', (type, standing, fits) => {
    expect(codes(measureViolations(type, { ...city, standing }, undefined))).toEqual(fits ? [] : ['HUB-STANDING']);
  });

  it('moves a hub below another of the tier above, not where it stands', () => {
    const other = { ...city, code: 'HUB-2-05' };
    expect(measureViolations('MOVE', district, other)).toEqual([]);
    expect(codes(measureViolations('MOVE', district, city))).toEqual(['HUB-TREE']);
    expect(codes(measureViolations('MOVE', city, other))).toEqual(['HUB-TREE']);
    expect(codes(measureViolations('MOVE', district, undefined))).toEqual(['HUB-TREE']);
  });

  it('withdraws a city hub once no hub stands below it, a district hub with what is below it (HUB-TREE)', () => {
    expect(codes(orphanViolations('WITHDRAWAL', city, 1))).toEqual(['HUB-TREE']);
    expect(orphanViolations('WITHDRAWAL', city, 0)).toEqual([]);
    expect(orphanViolations('WITHDRAWAL', district, 3)).toEqual([]);
    expect(orphanViolations('WARNING', city, 3)).toEqual([]);
  });

  it('withdraws a hub once it was heard, where anybody sits at its desk (HUB-HEARD)', () => {
    expect(codes(hearingViolations('WITHDRAWAL', true, false))).toEqual(['HUB-HEARD']);
    expect(hearingViolations('WITHDRAWAL', true, true)).toEqual([]);
    expect(hearingViolations('WITHDRAWAL', false, false)).toEqual([]);
    expect(hearingViolations('WARNING', true, false)).toEqual([]);
  });
});

it('was decided between the day it was put forward and today (HUB-DECISION)', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'];
  const found = days.map((day) => decisionDayViolations(day, '2026-11-24', '2026-11-26').length);
  expect(found).toEqual([1, 0, 0, 1]);
});

it('rests on rows that say how far they were verified', () => {
  const rows = [HUB_CONDITIONS, HUB_TREE, HUB_NAME, HUB_HEARD, HUB_STANDING, HUB_DECISION];
  expect(rows.map(({ id, mark }) => [id, mark])).toEqual([
    ['HUB-CONDITIONS', 'MEMORY'],
    ['HUB-TREE', 'DESIGN'],
    ['HUB-NAME', 'DESIGN'],
    ['HUB-HEARD', 'MEMORY'],
    ['HUB-STANDING', 'DESIGN'],
    ['HUB-DECISION', 'MEMORY'],
  ]);
});
