import supertest from 'supertest';
import { pdf } from '../../../libs/documents/src/testing/honest-files.js';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { DownloadedFile, type FileIndex } from '../../support/case-file.js';
import { SettableClock } from '../../support/clock.js';
import { runDueJobs } from '../../support/jobs.js';
import { Organization, representative } from '../../support/matters.js';
import { APPROVING, Bureau, identityNumber, leader, person, type Registration } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');
const planted = identityNumber();
const phone = '13987654321';
const paper = pdf('% a paper of its own\n');
let registration: Registration;
let file: DownloadedFile;

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  registration = await journey();
  await registration.act('approval', 'approve', { reason: '符合条件' }, 200);
  await runDueJobs(app);
  file = await DownloadedFile.of(bureau, 'approval', registration.body.id);
});

afterAll(() => app.close());

/** Filed, corrected, asked about, paused, and reviewed; with a number where none should stand. */
async function journey(): Promise<Registration> {
  const documents = [...(await bureau.socialGroupPapers())];
  documents[0] = { kind: documents[0].kind, documentId: await uploaded(`${planted}../表.pdf`) };
  const filed = await bureau.draft({
    documents,
    categoryReason: `业务范围限于工程技术研究，经办人身份证${planted}`,
    initiators: [person({ name: '李华', idNumber: planted, phone }), person({ name: '王芳' })],
    leaders: [
      leader(),
      leader({ name: '赵强', post: 'SECRETARY_GENERAL', postTitle: '秘书长', legalRepresentative: false }),
    ],
  });
  await filed.act('applicant', 'submit', {}, 200);
  const items = [{ pointer: '/scope', message: '请写明业务范围' }];
  await filed.act('acceptance', 'request-correction', { items }, 200);
  await filed.read('applicant');
  await filed.update({ scope: '学术交流、科学普及' });
  await filed.act('applicant', 'submit', {}, 200);
  await filed.act('acceptance', 'accept', {}, 200);
  await filed.act('review', 'begin-review', {}, 200);
  await consulted(filed);
  await filed.read('review');
  await filed.act('review', 'pause', { cause: 'HEARING', expectedDays: 20, reason: '依法举行听证' }, 200);
  clock.set('2026-12-01');
  await filed.act('review', 'resume', {}, 200);
  await filed.act('review', 'complete-review', APPROVING, 200);
  return filed;
}

async function consulted({ body }: Registration): Promise<void> {
  const question = { addresseeType: 'HUB', addressee: 'HUB-1-04', question: `联系人电话${phone}，是否属于贵会领域` };
  const asked = await bureau.call('review', 'post', `/cases/${body.id}/consultations`, question);
  const answer = { opinion: 'AGREE', answer: '属于本会联系服务领域' };
  const path = `/consultations/${(asked.body as { id: string }).id}/actions/answer`;
  await bureau.call('hub', 'post', path, answer, { 'if-match': asked.headers.etag });
}

async function uploaded(filename: string): Promise<string> {
  const answer = await supertest(app.getHttpServer())
    .post('/api/v1/documents')
    .set('authorization', `Bearer ${await bureau.token('applicant')}`)
    .attach('file', paper, { filename })
    .expect(201);
  return (answer.body as { id: string }).id;
}

async function index(who = 'approval', id = registration.body.id): Promise<FileIndex> {
  return (await bureau.call(who, 'get', `/cases/${id}/file/index`)).body as FileIndex;
}

it('holds a case from its record to its audit trail, in that order, each part with its hash', () => {
  const { parts } = file.index;
  expect([...file.contents.keys()]).toEqual(['000-index.json', ...parts.map(({ name }) => name)]);
  expect(chapters(parts.filter(({ sealed }) => sealed))).toEqual([
    ...['case', 'submission', 'submission', 'correction', 'consultation', 'consultation', 'clocks', 'clock'],
    ...['decision', 'deadline', 'entry', ...Array<string>(8).fill('paper'), 'audit'],
  ]);
  for (const { name, sha256, bytes, intact } of parts) {
    expect([name, file.sha256(name), file.contents.get(name)!.length, intact]).toEqual([name, sha256, bytes, true]);
  }
});

it('tells who took each step, when and on what article, what was asked and answered, and every day of the clock', () => {
  expect(file.said('case')).toMatchObject({
    steps: [
      { action: 'submit', account: 'applicant', legalDate: '2026-11-24' },
      { action: 'request-correction', account: 'acceptance' },
      { action: 'submit' },
      { action: 'accept' },
      { action: 'begin-review', account: 'review' },
      { action: 'pause', reason: '依法举行听证', citation: { article: expect.any(String) } },
      { action: 'resume', legalDate: '2026-12-01' },
      { action: 'complete-review' },
      { action: 'approve', account: 'approval', reason: '符合条件' },
    ],
  });
  expect(file.said('submission-2')).toMatchObject({ filed: { scope: '学术交流、科学普及' } });
  expect(file.said('correction-notice-1')).toMatchObject({ items: [{ pointer: '/scope' }] });
  expect(file.said('consultation-1-answer')).toMatchObject({ opinion: 'AGREE', answeredBy: 'hub' });
  const days = file.said('clock-days') as { days: { why: { zh: string } }[] }[];
  expect(days.flatMap((each) => each.days).some(({ why }) => why.zh.startsWith('听证'))).toBe(true);
  expect(file.said('decision')).toMatchObject({ outcome: 'APPROVED', rules: registration.body.decision!.rules });
});

it('tells of the entry that the case made without its persons', () => {
  const entry = file.index.parts.find(({ key }) => key.startsWith('entry-'))!;
  expect(file.said(entry.key)).toMatchObject({
    kind: 'ESTABLISHED',
    difference: { name: registration.body.application.name },
    leftOut: ['leaders', 'legalRepresentative'],
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it('shows no number of a person in what the program wrote, wherever he was written down', () => {
  expect(file.generated).toContain('经办人身份证110**************');
  expect(file.generated).not.toContain(planted);
  expect(file.generated).not.toContain(phone);
  expect([...file.contents.keys()].join('\n')).not.toContain(planted);
});

it('gives the papers byte by byte as they were uploaded, under names that leave no folder', () => {
  const papers = file.index.parts.filter(({ mediaType }) => mediaType === 'application/pdf');
  const contents = papers.map(({ name }) => file.contents.get(name)!);
  expect(contents.filter((bytes) => bytes.equals(paper))).toHaveLength(1);
  expect(contents.filter((bytes) => bytes.equals(pdf()))).toHaveLength(7);
  expect(papers.every(({ name }) => /^\d{3}-[^/\\]+\.pdf$/.test(name))).toBe(true);
});

it('is an attachment that no cache keeps', () => {
  expect(file.headers['content-type']).toBe('application/zip');
  expect(file.headers['cache-control']).toBe('no-store');
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+\.zip"; filename\*=UTF-8''/);
});

it('is read by the officers of the case and the auditor, and does not exist for its applicant', async () => {
  const path = `/cases/${registration.body.id}/file`;
  const answers = await Promise.all(
    ['acceptance', 'review', 'auditor', 'applicant', 'hub'].map(
      async (who) => (await bureau.call(who, 'get', `${path}/index`)).status,
    ),
  );
  // To a hub that has no part in it the case does not exist.
  expect(answers).toEqual([200, 200, 200, 403, 404]);
  const organization = await Organization.establish(bureau);
  const proposed = await organization.draft('ANNOTATION', { annotation: { text: '信函被退回' } }, 'review');
  await proposed.act('review', 'propose', {}, 200);
  for (const part of ['', '/index']) {
    expect((await bureau.call('review', 'get', `/cases/${proposed.body.id}/file${part}`)).status).toBe(404);
    expect((await bureau.call('approval', 'get', `/cases/${proposed.body.id}/file${part}`)).status).toBe(200);
  }
});

it('notes who read it, in the audit trail and not in itself', async () => {
  const { id } = registration.body;
  const [before, after] = [await index(), await index('auditor')];
  expect(after).toEqual(before);
  const trail = await bureau.call('auditor', 'get', `/audit?subjectId=${id}&action=casework.read-file`);
  expect((trail.body as { items: object[] }).items.length).toBeGreaterThan(2);
});

it('stays under its seal byte by byte while the certificate is delivered, which goes into a supplement', async () => {
  const { id } = registration.body;
  expect(file.index).toMatchObject({ sealedOn: '2026-12-01', intact: true });
  const [seal] = await databaseOf(app).asApplication<{ hash: string; parts: { key: string; sha256: string }[] }>(
    'SELECT index_hash AS hash, parts FROM casework.file_seal WHERE case_id = $1',
    [id],
  );
  clock.set('2026-12-03');
  const owed = await bureau.call('acceptance', 'get', '/deadlines');
  const deadline = (owed.body as { items: { id: string; caseId: string }[] }).items.find((each) => each.caseId === id)!;
  const path = `/deadlines/${deadline.id}/actions/meet`;
  await bureau.call('acceptance', 'post', path, { note: '当面领取' }, { 'if-match': '"1"' });

  const later = await DownloadedFile.of(bureau, 'approval', id);
  const sealed = later.index.parts.filter((part) => part.sealed);
  expect(sealed.map(({ key, name }) => [key, later.sha256(name)])).toEqual(
    seal.parts.map(({ key, sha256 }) => [key, sha256]),
  );
  expect(later.index).toMatchObject({ indexHash: seal.hash, intact: true });
  expect(later.index.parts.filter((part) => !part.sealed)).toMatchObject([
    { number: 901, key: 'deadline-certificate-delivery-met' },
    { number: 902, key: 'audit-later' },
  ]);
  expect(later.said('deadline-certificate-delivery-met')).toMatchObject({ metOn: '2026-12-03', note: '当面领取' });
  expect(later.said('audit-later')).toMatchObject([
    { action: 'casework.seal-file', detail: { indexHash: seal.hash } },
    { action: 'casework.meet-deadline' },
  ]);
});

it('names the part that is no longer what was sealed, and still comes', async () => {
  const { id } = registration.body;
  await databaseOf(app).asSuperuser(
    `SET session_replication_role = replica;
     UPDATE casework.step SET reason = '改过的理由' WHERE case_id = '${id}' AND action = 'approve';
     DELETE FROM registration.correction_notice WHERE case_id = '${id}'`,
  );
  const tampered = await DownloadedFile.of(bureau, 'auditor', id);
  const broken = tampered.index.parts.filter(({ intact }) => !intact);
  expect(broken.map(({ key }) => key)).toEqual(['case', 'correction-notice-1']);
  expect(tampered.index.intact).toBe(false);
  expect(tampered.sha256(broken[0].name)).toBe(broken[0].sha256);
  expect(broken[0].sealedSha256).toBe(file.index.parts[0].sha256);
  expect(tampered.contents.has(broken[1].name)).toBe(false);
});

it('is not intact when the seal itself was rewritten to fit, for its hash no longer does', async () => {
  const { id } = registration.body;
  const part = (await index()).parts[0];
  const fitting = `jsonb_set(parts, '{0}', parts->0 || '${JSON.stringify({ sha256: part.sha256, bytes: part.bytes })}')`;
  await databaseOf(app).asSuperuser(`UPDATE casework.file_seal SET parts = ${fitting} WHERE case_id = '${id}'`);
  const { intact, parts } = await index();
  expect([intact, parts[0].key, parts[0].intact]).toEqual([false, 'case', true]);
  const sealed = await bureau.call('auditor', 'get', `/audit?subjectId=${id}&action=casework.seal-file`);
  const [{ detail }] = (sealed.body as { items: { detail: { indexHash: string } }[] }).items;
  expect(detail.indexHash).toBe(file.index.indexHash);
});

it('holds a matter just so: what was filed, the decision, the entry and the papers', async () => {
  const organization = await Organization.establish(bureau);
  const people = [representative({ idNumber: planted, phone })];
  const matter = await organization.approved('CHANGE', { change: { reason: '换届' }, people });
  await runDueJobs(app);
  const changed = await DownloadedFile.of(bureau, 'approval', matter.body.id);
  const { sealedOn, intact, parts } = changed.index;
  expect({ sealedOn, intact }).toEqual({ sealedOn: '2026-12-03', intact: true });
  const sealed = parts.filter((part) => part.sealed);
  expect(chapters(sealed)).toEqual(
    expect.arrayContaining(['case', 'matter', 'submission', 'decision', 'entry', 'paper']),
  );
  expect(sealed.map(({ name }) => changed.sha256(name))).toEqual(sealed.map(({ sha256 }) => sha256));
  expect(changed.said('matter')).toMatchObject({ type: 'CHANGE', creditCode: organization.creditCode });
  expect(changed.generated).toContain('孙志远');
  expect(changed.generated).not.toContain(planted);
  const paperOf = sealed.find(({ mediaType }) => mediaType === 'application/pdf')!;
  expect(changed.contents.get(paperOf.name)!.equals(pdf())).toBe(true);
});

function chapters(parts: readonly { key: string }[]): string[] {
  return parts.map(({ key }) => key.split('-')[0]);
}
