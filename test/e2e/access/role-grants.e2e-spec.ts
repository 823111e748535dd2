import { AccessApp } from './access-app.js';

let app: AccessApp;
let first: string;
let second: string;
beforeAll(async () => {
  app = await AccessApp.start();
  [first, second] = [await app.login('administrator'), await app.login('administrator2')];
});
afterAll(() => app.close());

const PASSWORD = 'zhi-you-wo-zhidao-9';
const reason = '岗位调整';
const propose = (as: string, id: string, role: string, scope?: string) =>
  app.call(`POST /accounts/${id}/role-grants`, { as, body: { role, scope, reason } });
const act = (as: string, id: string, action: string, ifMatch: number) =>
  app.call(`POST /role-grants/${id}/actions/${action}`, { as, ifMatch, body: { reason } });
const idOf = async (username: string) => (await app.call('GET /auth/me', { as: await app.login(username) })).body.id;
const grant = async (id: string, role: string, scope?: string) => {
  const { body } = await propose(first, id, role, scope);
  return (await act(second, body.id, 'confirm', 1)).body;
};
const codes = (body: { violations: { code: string }[] }) => body.violations.map(({ code }) => code);

describe('a role', () => {
  it('takes effect when a second administrator confirms it, and ends when one revokes it', async () => {
    const id = await app.register('future-officer');
    const token = await app.login('future-officer', PASSWORD);
    const proposed = await propose(first, id, 'ACCEPTANCE_OFFICER', '110108');
    expect(proposed.status).toBe(201);
    expect(proposed.headers).toMatchObject({ etag: '"1"', location: `/api/v1/role-grants/${proposed.body.id}` });
    expect(proposed.body).toMatchObject({
      state: 'PROPOSED',
      allowedActions: [],
      proposedBy: { username: 'administrator' },
    });
    const roles = async () =>
      (await app.call('GET /auth/me', { as: token })).body.grants.map(({ role }: { role: string }) => role);
    expect(await roles()).toEqual(['APPLICANT']);

    const seen = await app.call(`GET /role-grants/${proposed.body.id}`, { as: second });
    expect(seen.body.allowedActions).toEqual(['confirm', 'reject']);
    const confirmed = await act(second, proposed.body.id, 'confirm', 1);
    expect(confirmed.body).toMatchObject({ state: 'ACTIVE', decidedBy: { username: 'administrator2' }, version: 2 });
    expect(await roles()).toEqual(['APPLICANT', 'ACCEPTANCE_OFFICER']);

    const revoked = await act(first, proposed.body.id, 'revoke', 2);
    expect(revoked.body).toMatchObject({ state: 'REVOKED', revocationReason: reason, allowedActions: [] });
    expect(await roles()).toEqual(['APPLICANT']);
    const trail = await app.auditOf('access.role-grant.confirm');
    expect(trail.at(-1)).toMatchObject({ actor: 'administrator2', subject_id: proposed.body.id });
  });

  it('is not confirmed or rejected by who proposed it', async () => {
    const { body } = await propose(first, await app.register('self-confirm'), 'AUDITOR');
    expect((await act(first, body.id, 'confirm', 1)).status).toBe(403);
    expect((await act(first, body.id, 'reject', 1)).status).toBe(403);
    expect((await act(second, body.id, 'reject', 1)).body).toMatchObject({ state: 'REJECTED' });
  });

  it('is not proposed for oneself, nor confirmed by who is to get it', async () => {
    const me = await idOf('administrator');
    expect((await propose(first, me, 'AUDITOR')).status).toBe(403);
    const { body } = await propose(second, me, 'AUDITOR');
    expect((await act(first, body.id, 'confirm', 1)).status).toBe(403);
    await app.owner.query(`DELETE FROM access.role_grant WHERE id = $1`, [body.id]);
  });

  it('is decided once: the state says what is possible, the version who was first', async () => {
    const { body } = await propose(first, await app.register('decided-once'), 'AUDITOR');
    const answers = await Promise.all([act(second, body.id, 'confirm', 1), act(second, body.id, 'reject', 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = await act(second, body.id, 'confirm', 2);
    expect(late.status).toBe(409);
    expect((await app.call(`POST /role-grants/${body.id}/actions/confirm`, { as: second, body: {} })).status).toBe(428);
    expect((await act(second, '999999999', 'confirm', 1)).status).toBe(404);
    expect((await act(second, 'none', 'confirm', 1)).status).toBe(404);
  });

  it('needs the scope of its kind', async () => {
    const id = await app.register('wrong-scopes');
    expect(codes((await propose(first, id, 'STREET_OFFICER', '110101')).body)).toEqual(['ROLE-SCOPE']);
    expect(codes((await propose(first, id, 'REVIEW_OFFICER')).body)).toEqual(['ROLE-SCOPE']);
    expect(codes((await propose(first, id, 'AUDITOR', '110000')).body)).toEqual(['ROLE-SCOPE']);
    expect(codes((await propose(first, id, 'ORGANIZATION_AGENT', '51110000MJ0101505X')).body)).toEqual(['CREDIT-CODE']);
    expect((await propose(first, id, 'EMPEROR')).status).toBe(400);
  });

  it('of an administrator goes with no deciding role, in either order and while it is only proposed', async () => {
    const officer = await app.register('officer-first');
    await grant(officer, 'REVIEW_OFFICER', '110000');
    expect(codes((await propose(first, officer, 'ADMINISTRATOR')).body)).toEqual(['ADMINISTRATOR-DECIDES-NOTHING']);
    const administrator = await idOf('administrator2');
    expect(codes((await propose(first, administrator, 'HUB_OFFICER', 'HUB-1-04')).body)).toEqual([
      'ADMINISTRATOR-DECIDES-NOTHING',
    ]);
    const open = await app.register('open-proposal');
    await propose(first, open, 'ENFORCEMENT_OFFICER', '110108');
    expect(codes((await propose(second, open, 'ADMINISTRATOR')).body)).toEqual(['ADMINISTRATOR-DECIDES-NOTHING']);
  });

  it('is not proposed twice', async () => {
    const id = await app.register('twice');
    await propose(first, id, 'DEPARTMENT_OFFICER', 'EDUCATION');
    expect(codes((await propose(second, id, 'DEPARTMENT_OFFICER', 'EDUCATION')).body)).toEqual(['ROLE-HELD']);
  });

  it('is none of the business of anybody but administrators', async () => {
    const id = await app.register('outsider');
    for (const username of ['applicant', 'approval', 'auditor']) {
      expect((await propose(await app.login(username), id, 'AUDITOR')).status).toBe(403);
    }
    expect((await app.call('GET /role-grants', { as: await app.login('approval') })).status).toBe(403);
    expect((await app.call('GET /role-grants', { as: await app.login('auditor') })).status).toBe(200);
  });
});

describe('the database, as the application role', () => {
  const sql = (text: string, values: unknown[] = []) => app.applicationRole.query(text, values);
  const CONFIRM = `UPDATE access.role_grant SET state = 'ACTIVE', decided_by = $2, decided_at = now() WHERE id = $1`;

  it('refuses that one person proposes and confirms, or confirms for himself', async () => {
    const accountId = await app.register('by-sql');
    const { body } = await propose(first, accountId, 'AUDITOR');
    await expect(sql(CONFIRM, [body.id, body.proposedBy.id])).rejects.toThrow('role_grant_four_eyes');
    await expect(sql(CONFIRM, [body.id, accountId])).rejects.toThrow('role_grant_four_eyes');
    await expect(sql(`UPDATE access.role_grant SET state = 'ACTIVE' WHERE id = $1`, [body.id])).rejects.toThrow(
      'role_grant_four_eyes',
    );
  });

  it('refuses to rewrite who proposed what for whom, and to forget it', async () => {
    for (const change of [
      'proposed_by = NULL',
      "role = 'ADMINISTRATOR'",
      "origin = 'INSTALLATION'",
      'account_id = id',
    ]) {
      await expect(sql(`UPDATE access.role_grant SET ${change}`)).rejects.toThrow(/permission denied|type uuid/);
    }
    await expect(sql('DELETE FROM access.role_grant')).rejects.toThrow('permission denied');
    await expect(sql('DELETE FROM access.account')).rejects.toThrow('permission denied');
    await expect(sql('UPDATE access.account SET username = username')).rejects.toThrow('permission denied');
  });

  it('refuses an administrator who decides', async () => {
    const administrator = await idOf('administrator');
    const insert = `INSERT INTO access.role_grant (account_id, role, scope, origin, state, reason, proposed_at)
      VALUES ($1, 'APPROVAL_OFFICER', '110000', 'INSTALLATION', 'ACTIVE', 'x', now())`;
    await expect(sql(insert, [administrator])).rejects.toThrow('role_grant_administrator_decides_nothing');
  });

  it('refuses a role with the scope of another kind', async () => {
    const insert = `INSERT INTO access.role_grant (account_id, role, scope, origin, state, reason, proposed_at)
      VALUES ($1, $2, $3, 'INSTALLATION', 'ACTIVE', 'x', now())`;
    const id = await app.register('scope-by-sql');
    for (const [role, scope] of [
      ['REVIEW_OFFICER', null],
      ['REVIEW_OFFICER', '110101001'],
      ['AUDITOR', '110000'],
    ]) {
      await expect(sql(insert, [id, role, scope])).rejects.toThrow('role_grant_scope');
    }
  });
});

describe('the administrators', () => {
  it('find accounts by part of a name, by role, page by page, with roles and dates', async () => {
    const id = await app.register('findable.one');
    await app.register('findable.two');
    await grant(id, 'DECOUPLING_OFFICER', '110000');
    const page = (query: string) => app.call(`GET /accounts?${query}`, { as: first });
    const one = await page('q=findable&limit=1');
    expect(one.body).toMatchObject({ total: { value: 2, relation: 'eq' }, items: [{ username: 'findable.one' }] });
    expect(one.body.items[0].grants.at(-1)).toMatchObject({
      role: 'DECOUPLING_OFFICER',
      scope: '110000',
      state: 'ACTIVE',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const two = await page(`q=findable&limit=1&cursor=${one.body.nextCursor}`);
    expect(two.body.items.map(({ username }: { username: string }) => username)).toEqual(['findable.two']);
    expect(two.body.nextCursor).toBeNull();
    expect((await page('q=%25_%25')).body.items).toEqual([]);
    const byRole = (await page('role=DECOUPLING_OFFICER')).body.items;
    expect(byRole.map(({ username }: { username: string }) => username)).toEqual(['decoupling', 'findable.one']);
    expect((await page('cursor=rubbish')).status).toBe(400);
  });

  it('list grants by state and account', async () => {
    const id = await app.register('listed-grants');
    await propose(first, id, 'AUDITOR');
    const { body } = await app.call(`GET /role-grants?accountId=${id}&state=PROPOSED`, { as: second });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ role: 'AUDITOR', allowedActions: ['confirm', 'reject'] });
  });

  it('never revoke or disable each other away at once', async () => {
    const ids = [await idOf('administrator'), await idOf('administrator2')];
    const disable = (as: string, id: string) => app.call(`POST /accounts/${id}/actions/disable`, { as, ifMatch: 1 });
    const answers = await Promise.all([disable(first, ids[1]), disable(second, ids[0])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(codes(answers.find(({ status }) => status === 422)!.body)).toEqual(['LAST-ADMINISTRATOR']);
  });
});
