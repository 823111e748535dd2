import supertest from 'supertest';
import { databaseOf, startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { about, filedGroup, groupName, persons, published, STREET, territorial } from '../../support/filings.js';
import { bring, csv, FILING_HEADER, filingRow, gb18030, IntakeBatch } from '../../support/intake.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau, codesOf, identityNumber } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

const numbersOf = async (): Promise<string[]> => {
  const rows = await databaseOf(app).asApplication<{ number: string }>(
    'SELECT filing_number AS number FROM filing.filed_group ORDER BY 1',
  );
  return rows.map(({ number }) => number);
};

it('judges every row by column and reason, and enters none of them', async () => {
  const name = groupName();
  const before = await numbersOf();
  const rows = [
    filingRow({ 名称: name }),
    filingRow({ 成员人数: '3', 负责人电话: '', 类别: '体育' }),
    filingRow({ 名称: '东华门合唱协会', 活动地街道: '不存在街道' }),
    filingRow({ 名称: name }),
    filingRow({ 负责人身份证号: '110101199003070039', 成员人数: '十八人' }),
  ];
  const batch = await IntakeBatch.judged(bureau, csv(rows));
  expect(batch.body).toMatchObject({ state: 'JUDGED', rows: 5, encoding: 'UTF-8', counts: { GOOD: 1, REFUSED: 4 } });
  const said = Object.fromEntries(
    (await batch.rows()).map(({ line, remarks }) => [
      line,
      remarks.filter(({ warning }) => !warning).map(({ column, code }) => `${column ?? ''}:${code}`),
    ]),
  );
  expect(said[2]).toEqual([]);
  expect(said[3].sort()).toEqual(['groupKind:VALUE_UNKNOWN', 'leaderPhone:REQUIRED', 'memberCount:FILING-MEMBERS']);
  expect(said[4].sort()).toEqual(['division:FILING-PLACE', 'name:FILING-NAME-ENDING', 'name:FILING-NAME-RESERVED']);
  expect(said[5]).toEqual([':REPEATED']);
  expect(said[6].sort()).toEqual(['leaderIdNumber:FILING-LEADER', 'memberCount:NUMBER']);
  expect(await numbersOf()).toEqual(before);
  await batch.act('street', 'discard', {}, 200);
  expect(batch.body).toMatchObject({ state: 'DISCARDED', allowedActions: [] });
});

it('is entered by a second officer: whoever brought the file does not confirm it', async () => {
  const batch = await IntakeBatch.judged(bureau, csv([filingRow(), filingRow()]));
  expect(batch.body.allowedActions).toEqual(['discard']);
  expect((await batch.act('street', 'commit')).status).toBe(403);
  expect((await batch.act('hub', 'commit')).status).toBe(404);
  await batch.read();
  await batch.act('street2', 'commit', {}, 200);
  expect(batch.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 2 }, progress: { percent: 100 } });
  const [number] = (await numbersOf()).slice(-1);
  expect((await published(bureau, number)).body).toMatchObject({ status: 'ACTIVE', route: 'TERRITORIAL' });
  const [entry] = await databaseOf(app).asApplication<{ username: string }>(
    `SELECT a.username FROM register.entry e JOIN access.account a ON a.id = e.recorded_by
       JOIN filing.filed_group g ON g.subject_id = e.subject_id WHERE g.filing_number = $1`,
    [number],
  );
  expect(entry.username).toBe('street2');
});

it('gives the refused rows back as a file that is corrected and sent again', async () => {
  const [right, wrong] = [filingRow(), filingRow({ 成员人数: '3' })];
  const batch = await IntakeBatch.judged(bureau, csv([right, wrong]));
  for (const format of ['csv', 'xlsx']) {
    const answer = await supertest(app.getHttpServer())
      .get(`/api/v1/intake-batches/${batch.body.id}/refused-rows?format=${format}`)
      .set('authorization', `Bearer ${await bureau.token('street')}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const again = await IntakeBatch.judged(bureau, answer.body as Buffer, { name: `退回.${format}` });
    expect(again.body).toMatchObject({ rows: 1, counts: { REFUSED: 1 }, unknownColumns: ['原因', '原行号'] });
    if (format === 'xlsx') continue;
    const corrected = (answer.body as Buffer).toString().replace(',3,', ',30,');
    const good = await IntakeBatch.judged(bureau, Buffer.from(corrected));
    expect(good.body).toMatchObject({ rows: 1, counts: { GOOD: 1 } });
  }
});

it('gives a template that is read back with nothing in it but its example, which is no group', async () => {
  const answer = await supertest(app.getHttpServer())
    .get('/api/v1/intake-sheets/filings/template')
    .set('authorization', `Bearer ${await bureau.token('street')}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  expect(codesOf(await bring(bureau, answer.body as Buffer, { name: '模板.xlsx' }))).toEqual(['TABLE_EMPTY']);
  const sheets = await bureau.call('street', 'get', '/intake-sheets');
  expect(sheets.body.items.map(({ name }: { name: string }) => name)).toEqual(['filings']);
});

it('reads GB18030 and says so; other columns are left alone and named', async () => {
  const header = [...FILING_HEADER, '备注'];
  const bytes = gb18030(csv([[...filingRow(), '无']], header).toString());
  const batch = await IntakeBatch.judged(bureau, bytes);
  expect(batch.body).toMatchObject({ encoding: 'GB18030', unknownColumns: ['备注'], counts: { GOOD: 1 } });
});

it('finds what is filed already, and what may be: the first is refused, the second entered and to be decided', async () => {
  const [taken, like] = [groupName('合唱队'), groupName('舞蹈队')];
  const filed = await filedGroup(bureau, territorial({ name: taken }));
  const other = await filedGroup(bureau, territorial({ name: like }));
  const rows = [filingRow({ 名称: taken }), filingRow({ 名称: like.replace('队', '团') })];
  const batch = await IntakeBatch.judged(bureau, csv(rows));
  const [first, second] = await batch.rows();
  expect(first).toMatchObject({ state: 'REFUSED' });
  expect(first.remarks.map(({ code }) => code)).toEqual(['FILING-ONCE']);
  expect(second).toMatchObject({ state: 'GOOD' });
  expect(second.remarks).toEqual([expect.objectContaining({ code: 'MAY_BE_FILED', warning: true })]);
  await batch.act('street2', 'commit', {}, 200);
  const { body } = await bureau.call('street', 'get', '/filing-duplicates?state=OPEN&limit=100');
  const pairs = body.items as { first: { filingNumber: string }; second: { filingNumber: string }; signs: string[] }[];
  const numbers = pairs.map(({ first: one, second: two }) => [one.filingNumber, two.filingNumber]);
  expect(numbers.flat()).toContain(other);
  expect(numbers.flat()).not.toContain(filed);
});

it('of a hub, is told to each street where the groups meet, and to the registrar, once and by their number', async () => {
  await signUp(bureau, 'second-of-hub', testPassword());
  await grantRole(bureau, 'second-of-hub', 'HUB_OFFICER', 'HUB-1-04');
  const row = () => filingRow({ 备案途径: '枢纽', 社区意见: '', 所属领域: '科学普及' });
  const batch = await IntakeBatch.judged(bureau, csv([row(), row()]), { who: 'hub', office: 'HUB-1-04' });
  await batch.act('second-of-hub', 'commit', {}, 200);
  expect(batch.body.counts).toMatchObject({ TAKEN: 2 });
  for (const who of ['street', 'acceptance']) {
    const { body } = await bureau.call(who, 'get', '/notices?limit=100');
    const told = (body.items as { topic: string; title: string }[]).filter(({ topic }) => topic === 'filing-told');
    expect(told.map(({ title }) => title)).toEqual([expect.stringContaining('HUB-1-04批量备案的2个社会组织')]);
  }
});

it('is undone as a whole as long as nothing followed', async () => {
  const before = await stands();
  const batch = await IntakeBatch.judged(bureau, csv([filingRow(), filingRow(), filingRow()]));
  await batch.act('street2', 'commit', {}, 200);
  expect(await stands()).not.toEqual(before);
  await batch.act('street', 'undo', { reason: '误将试填数据入库' }, 200);
  expect(batch.body).toMatchObject({ state: 'UNDONE', counts: { UNDONE: 3, TAKEN: 0 } });
  expect(await stands()).toEqual(before);
});

it('is not undone once something followed on one of its rows', async () => {
  const idNumber = identityNumber();
  const batch = await IntakeBatch.judged(bureau, csv([filingRow(), filingRow({ 负责人身份证号: idNumber })]));
  await batch.act('street2', 'commit', {}, 200);
  const [number] = (await numbersOf()).slice(-1);
  const ended = await about(bureau, number, 'cancellations', { cause: 'DISSOLVED', reason: '已无成员' }, 'street');
  await ended.act('street', 'propose', {}, 200);
  await ended.act('street2', 'record', {}, 200);
  expect(codesOf(await batch.act('street', 'undo', { reason: '误入库' }))).toEqual(['FOLLOWED']);
  expect(batch.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 2 } });
});

it('refuses what became wrong between the dry run and the entry, and enters the rest', async () => {
  const name = groupName();
  const batch = await IntakeBatch.judged(bureau, csv([filingRow({ 名称: name }), filingRow()]));
  await filedGroup(bureau, territorial({ name }));
  await batch.act('street2', 'commit', {}, 200);
  expect(batch.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 1, REFUSED: 1 } });
  expect((await batch.rows('REFUSED'))[0].remarks).toEqual([expect.objectContaining({ code: 'FILING-ONCE' })]);
});

it('refuses a document that the register knows under another name, row by row', async () => {
  const idNumber = identityNumber();
  const leader = { name: '李平', idKind: 'RESIDENT_ID', idNumber, phone: '13800005678' };
  await filedGroup(bureau, { ...territorial(), persons: persons({ leader }) });
  const row = filingRow({ 负责人姓名: '王五', 负责人身份证号: idNumber });
  const batch = await IntakeBatch.judged(bureau, csv([row, filingRow()]));
  await batch.act('street2', 'commit', {}, 200);
  expect(batch.body.counts).toMatchObject({ TAKEN: 1, REFUSED: 1 });
  expect((await batch.rows('REFUSED'))[0].remarks[0]).toMatchObject({
    column: 'leaderName',
    code: 'PERSON_NAME_DIFFERS',
  });
});

it('enters no group twice when the same file comes twice', async () => {
  const file = csv([filingRow(), filingRow()]);
  const [first, second] = [await IntakeBatch.judged(bureau, file), await IntakeBatch.judged(bureau, file)];
  expect(second.body.counts).toMatchObject({ GOOD: 2 });
  await first.act('street2', 'commit', {}, 200);
  await second.act('street2', 'commit', {}, 200);
  expect(second.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 0, REFUSED: 2 } });
});

it('enters no group of somebody whom the register bars, as no single filing does', async () => {
  const idNumber = identityNumber();
  const barred = await bureau.call('enforcement', 'post', '/register/restrictions', {
    subject: { name: '李平', idKind: 'RESIDENT_ID', idNumber },
    effect: 'BAR',
    actions: ['filing.record'],
    reason: '组织非法活动受过处罚',
    citation: { law: '社会团体登记管理条例', article: '第十三条第(三)项' },
    from: '2026-01-01',
  });
  expect(barred.status).toBe(201);
  const batch = await IntakeBatch.judged(bureau, csv([filingRow({ 负责人身份证号: idNumber }), filingRow()]));
  expect(batch.body.counts).toMatchObject({ GOOD: 1, REFUSED: 1 });
  expect((await batch.rows('REFUSED'))[0].remarks).toEqual([
    expect.objectContaining({ code: 'PERSON_RESTRICTED', warning: false }),
  ]);
});

it('is left to an officer when its rows cannot be entered after all attempts, and is entered once they can', async () => {
  const batch = await IntakeBatch.judged(bureau, csv([filingRow(), filingRow()]));
  const before = await stands();
  const database = databaseOf(app);
  await database.asOwner('REVOKE INSERT ON filing.contact FROM shuniu_application');
  await batch.act('street2', 'commit', {}, 200);
  for (let attempt = 1; attempt < 8; attempt += 1) {
    await database.asOwner(
      `UPDATE platform.outbox SET due_at = now() WHERE topic = 'intake.commit' AND state = 'WAITING'`,
    );
    await runDueJobs(app);
  }
  await batch.read();
  expect(batch.body).toMatchObject({ state: 'JUDGED', counts: { GOOD: 2, TAKEN: 0 } });
  expect(await stands()).toEqual(before);
  await database.asOwner('GRANT INSERT ON filing.contact TO shuniu_application');
  await batch.act('street2', 'commit', {}, 200);
  expect(batch.body).toMatchObject({ state: 'COMMITTED', counts: { TAKEN: 2 } });
});

it.each([
  ['as they are typed', (text: string) => text],
  ['in full width', wide],
])('keeps nothing of a person in clear, in rows, remarks, logs of jobs or answers: %s', async (_, typed) => {
  const [idNumber, phone] = [identityNumber(), '13912345678'];
  const row = filingRow({ 负责人身份证号: typed(idNumber), 负责人电话: typed(phone) });
  const batch = await IntakeBatch.judged(bureau, csv([row]));
  await batch.act('street2', 'commit', {}, 200);
  expect(batch.body.counts).toMatchObject({ TAKEN: 1 });
  const personal = new RegExp([idNumber, phone].flatMap((text) => [text, wide(text)]).join('|'));
  const tables = ['intake.row', 'intake.batch', 'filing.contact', 'filing.filed_group', 'register.entry'];
  for (const table of [...tables, 'platform.outbox', 'audit.entry']) {
    const rows = await databaseOf(app).asApplication(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
    expect(JSON.stringify(rows)).not.toMatch(personal);
  }
  expect(JSON.stringify([batch.body, await batch.rows()])).not.toMatch(personal);
});

it.each([
  ['of another office', { who: 'street', office: '110101002' }, 403],
  ['of no kind that is known', { who: 'street', sheet: 'nothing' }, 404],
  ['by a hub at a street', { who: 'hub', office: STREET }, 403],
])('refuses a table %s', async (_, options, status) => {
  expect((await bring(bureau, csv([filingRow()]), options)).status).toBe(status);
});

/** What the register and the filings say now; what was said before stays in the entries. */
async function stands(): Promise<unknown> {
  const tables = [
    ...['register.organization', 'hub.organization', 'hub.organization_span', 'disclosure.organization'],
    ...['filing.filed_group', 'filing.contact', 'filing.duplicate'],
  ];
  const rows = await Promise.all(
    tables.map((table) => databaseOf(app).asApplication(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`)),
  );
  return rows;
}

/** Digits and letters as an input method for Chinese types them. */
function wide(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
