import fc from 'fast-check';
import { FALLBACK_HUBS, HUB_VOCABULARY } from './hub-vocabulary.table.js';
import type { ProposedFor } from './hub-proposal.js';
import { proposeHubs } from './propose-hubs.js';
import { lookedUp, wordsIn } from './words-in.js';

const DAY = '2026-11-24';
const best = (name: string, scope = '', formerSupervisor?: string) =>
  proposeHubs({ name, scope, formerSupervisor }, DAY).proposals[0].hub;

describe('hubs proposed for an organization', () => {
  it('are three, with the version of the vocabulary that proposed them', () => {
    const { vocabulary, proposals } = proposeHubs({ name: '北京市律师协会', scope: '律师自律' }, DAY);
    expect(vocabulary).toBe('HUB-VOCABULARY-1');
    expect(proposals).toHaveLength(3);
    expect(new Set(proposals.map(({ hub }) => hub)).size).toBe(3);
  });

  it.each([
    ['what it is comes last in its name', '北京建筑法学研究会', 'HUB-1-10'],
    ['a longer word takes the place of what it contains', '北京体育社会学研究会', 'HUB-1-08'],
    ['whom it serves counts before what it does', '北京残疾人体育协会', 'HUB-1-05'],
    ['a calling counts before the age of those who follow it', '北京青年律师联谊会', 'HUB-2-08'],
    ['义务教育 is no 义工', '北京义务教育民办学校校长会', 'HUB-2-12'],
  ])('%s: %s', (_, name, hub) => expect(best(name)).toBe(hub));

  it('look into the scope where the name is silent, and at who supervised it before', () => {
    expect(best('北京阳光服务中心', '开展心理咨询和心理援助')).toBe('HUB-4-06');
    expect(best('北京阳光协会', '', '北京市体育局')).toBe('HUB-2-05');
  });

  it.each([
    ['SOCIAL_GROUP', 'HUB-3-03'],
    ['SOCIAL_SERVICE_INSTITUTION', 'HUB-4-04'],
    ['FOUNDATION', 'HUB-2-06'],
  ] as const)('of a %s that no word places begin with %s', (kind, hub) => {
    const { proposals } = proposeHubs({ name: '北京甲乙丙', scope: '', kind }, DAY);
    expect(proposals.map(({ reasons }) => reasons[0].where)).toEqual(['KIND', 'KIND', 'KIND']);
    expect(proposals[0].hub).toBe(hub);
    expect(FALLBACK_HUBS).toMatchObject({ id: 'HUB-FALLBACK-1', mark: 'DESIGN' });
  });

  it('give reasons that are true of the organization: each word stands where it is said to stand', () => {
    const words = HUB_VOCABULARY.flatMap(({ value }) => value.flatMap((hub) => Object.keys(hub.words)));
    const text = fc.array(fc.constantFrom(...words, '北京', '市', '会', '与', '甲'), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (name, scope) => {
        const organization: Required<ProposedFor> = {
          name: name.join(''),
          scope: scope.join(''),
          kind: 'FOUNDATION',
          formerSupervisor: '北京市司法局',
          division: '110108001',
          authority: '110108',
        };
        for (const { reasons, score } of proposeHubs(organization, DAY).proposals) {
          expect(score).toBeCloseTo(reasons.reduce((sum, { weight }) => sum + weight, 0));
          for (const { where, word, at } of reasons) {
            const said = {
              NAME: organization.name,
              SCOPE: organization.scope,
              FORMER_SUPERVISOR: organization.formerSupervisor,
              KIND: organization.kind,
              DIVISION: organization.division,
            }[where];
            expect(said.slice(at, at + word.length)).toBe(word);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('finds no word inside a longer one', () => {
  expect(wordsIn('民族乐器与民族', lookedUp(['民族', '民族乐器', '乐器']))).toEqual([
    { word: '民族乐器', at: 0 },
    { word: '民族', at: 5 },
  ]);
});
