import { AccessApp } from './access-app.js';

let app: AccessApp;
let acceptance: string;
beforeAll(async () => {
  app = await AccessApp.start();
  acceptance = await app.login('acceptance');
});
afterAll(() => app.close());

const PASSWORD = 'zhi-you-wo-zhidao-9';
const BEIJING = '51110000500317549R';
const SHENZHEN = '53440300305837768J';
const file = (as: string, creditCode: string) =>
  app.call('POST /agent-claims', { as, body: { creditCode, post: '秘书长', reason: '受理事长委托' } });
const act = (as: string, id: string, action: string, ifMatch = 1) =>
  app.call(`POST /agent-claims/${id}/actions/${action}`, { as, ifMatch, body: { reason: '已核对证件和授权书' } });
const newcomer = async (username: string) => {
  await app.register(username);
  return app.login(username, PASSWORD);
};
const grantsOf = async (as: string) => (await app.call('GET /auth/me', { as })).body.grants;

describe('a claim to act for an organization', () => {
  it('makes its agent when an officer of the registrar verifies it', async () => {
    const claimant = await newcomer('claimant');
    const filed = await file(claimant, '5111 0000-500317549r');
    expect(filed.status).toBe(201);
    expect(filed.body).toMatchObject({ creditCode: BEIJING, state: 'PENDING', post: '秘书长', allowedActions: [] });
    const { body } = await app.call('GET /agent-claims?state=PENDING', { as: acceptance });
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(filed.body.id);
    const verified = await act(acceptance, filed.body.id, 'verify');
    expect(verified.body).toMatchObject({ state: 'VERIFIED', decidedBy: { username: 'acceptance' }, version: 2 });
    expect(await grantsOf(claimant)).toContainEqual(
      expect.objectContaining({ role: 'ORGANIZATION_AGENT', scopeType: 'CREDIT_CODE', scope: BEIJING }),
    );
    expect((await file(claimant, BEIJING)).body.violations[0].code).toBe('ROLE-HELD');
    expect((await app.auditOf('access.agent-claim.verify')).at(-1).detail).toMatchObject({ creditCode: BEIJING });
  });

  it('gives nothing when it is rejected, and may be made again', async () => {
    const claimant = await newcomer('rejected');
    const { body } = await file(claimant, BEIJING);
    expect((await file(claimant, BEIJING)).body.violations[0].code).toBe('OPEN-ALREADY');
    expect((await act(acceptance, body.id, 'reject')).body).toMatchObject({ state: 'REJECTED' });
    expect((await act(acceptance, body.id, 'verify', 2)).status).toBe(409);
    expect(await grantsOf(claimant)).toHaveLength(1);
    expect((await file(claimant, BEIJING)).status).toBe(201);
  });

  it('is seen by the claimant and by officers whose jurisdiction covers the registrar, and by nobody else', async () => {
    const claimant = await newcomer('far-away');
    const { body } = await file(claimant, SHENZHEN);
    const path = `GET /agent-claims/${body.id}`;
    expect((await app.call(path, { as: claimant })).status).toBe(200);
    expect((await app.call(path, { as: acceptance })).status).toBe(404);
    expect((await act(acceptance, body.id, 'verify')).status).toBe(404);
    const others = (await app.call('GET /agent-claims', { as: acceptance })).body.items;
    expect(others.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    const stranger = await newcomer('stranger');
    expect((await app.call(path, { as: stranger })).status).toBe(404);
    expect((await app.call('GET /agent-claims', { as: stranger })).body).toMatchObject({
      items: [],
      total: { value: 0 },
    });
    expect((await act(await app.login('review'), body.id, 'verify')).status).toBe(403);
  });

  it('is not verified by the claimant, not even when he is the officer', async () => {
    const { body } = await file(acceptance, BEIJING);
    expect(body.allowedActions).toEqual([]);
    expect((await act(acceptance, body.id, 'verify')).status).toBe(403);
    const sql = `UPDATE access.agent_claim SET state = 'VERIFIED', decided_by = account_id, decided_at = now() WHERE id = $1`;
    await expect(app.applicationRole.query(sql, [body.id])).rejects.toThrow('agent_claim_four_eyes');
  });

  it('needs a lawful code of civil affairs', async () => {
    const claimant = await newcomer('wrong-code');
    for (const code of ['51110000500317549A', '12110000400687411A', 'nonsense']) {
      const answer = await file(claimant, code);
      expect(answer.status).toBe(422);
      expect(answer.body.violations[0]).toMatchObject({ code: 'CREDIT-CODE', pointer: '/creditCode' });
    }
  });
});
