import type { Application } from './application.js';
import { registeredOrganization } from './registered-organization.js';
import { sampleDualFacts, sampleFacts, sampleLeader } from './testing/sample-facts.js';

const leaders = [
  { ...sampleLeader(), postTitle: '秘书长', legalRepresentative: false },
  { ...sampleLeader(), postTitle: '会长', legalRepresentative: true },
];
const granted = {
  creditCode: '51110000MJ0000001A',
  certificateNumber: '京民证字第1号',
  foundedOn: '2026-11-24',
  leaders: [
    { personId: 'a', name: '赵强' },
    { personId: 'b', name: '李华' },
  ],
} as unknown as Parameters<typeof registeredOrganization>[1];
const entered = (application: object) =>
  registeredOrganization({ ...application, leaders } as unknown as Application, granted);

describe('what enters the register on a grant', () => {
  it('has its class and no supervising unit when it registered directly (京办发〔2016〕43号 四)', () => {
    const state = entered({ ...sampleFacts('SOCIAL_GROUP'), track: 'DIRECT', category: 'SCITECH' });
    expect(state).toMatchObject({ standing: 'REGISTERED', status: 'ACTIVE', category: 'SCITECH' });
    expect(state.supervisingUnit).toBeUndefined();
  });

  it('has its supervising unit and no class when one consented', () => {
    const state = entered({ ...sampleDualFacts('SOCIAL_GROUP'), supervisingUnit: { name: '北京市教育委员会' } });
    expect(state).toMatchObject({ supervisingUnit: '北京市教育委员会' });
    expect(state.category).toBeUndefined();
  });

  it('names each leader by post, and as legal representative the one who is declared so', () => {
    const state = entered(sampleFacts('SOCIAL_GROUP'));
    expect(state.leaders).toMatchObject([
      { personId: 'a', post: '秘书长' },
      { personId: 'b', post: '会长' },
    ]);
    expect(state.legalRepresentative).toMatchObject({ personId: 'b' });
  });
});
