import type { TreeHub } from '../governance/nomination.js';
import { proposeHubs } from './propose-hubs.js';

const hub = (code: string, change: Partial<TreeHub> = {}): [string, TreeHub] => [
  code,
  { code, name: code, tier: 'CITY', division: '110000', parent: null, standing: 'RECOGNIZED', ...change },
];
const TREE = new Map([
  hub('HUB-2-05'),
  hub('HUB-1-04'),
  hub('HUB-3-03'),
  hub('HUB-110108-01', { tier: 'DISTRICT', division: '110108', parent: 'HUB-2-05' }),
  hub('HUB-110108001-01', { tier: 'STREET', division: '110108001', parent: 'HUB-110108-01' }),
  hub('HUB-110101-01', { tier: 'DISTRICT', division: '110101', parent: 'HUB-2-05' }),
]);
const proposed = (place: { division: string; authority: string }, tree = TREE) =>
  proposeHubs({ name: '北京太极拳协会', scope: '体育健身', ...place }, '2026-11-24', tree).proposals.map(
    (one) => one.hub,
  );

it('proposes to a group of a street the hub of its street, then of its district, then of the city', () => {
  expect(proposed({ division: '110108001', authority: '110108001' })).toEqual([
    'HUB-110108001-01',
    'HUB-110108-01',
    'HUB-2-05',
  ]);
});

it('proposes to what a district registered the hub of that district first, and none of another', () => {
  expect(proposed({ division: '110108', authority: '110108' })[0]).toBe('HUB-110108-01');
  expect(proposed({ division: '110105', authority: '110105' })[0]).toBe('HUB-2-05');
});

it('proposes to what the city registered the hubs of the city, wherever it sits', () => {
  expect(proposed({ division: '110108', authority: '110000' })[0]).toBe('HUB-2-05');
});

it('leaves out what does not stand', () => {
  const tree = new Map([...TREE].filter(([code]) => code !== 'HUB-2-05'));
  expect(proposed({ division: '110108', authority: '110000' }, tree)).not.toContain('HUB-2-05');
});
