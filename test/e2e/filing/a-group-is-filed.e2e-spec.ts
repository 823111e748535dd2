import { FILED_STANDING } from '@app/register';
import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import {
  about,
  byHub,
  drafted,
  filedGroup,
  group,
  online,
  persons,
  published,
  recorded,
  STREET,
  territorial,
} from '../../support/filings.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau, codesOf } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

describe('at a street or township office (属地备案)', () => {
  it('is checked by one officer, recorded by another, and published without a word about persons', async () => {
    const filing = await drafted(bureau, territorial());
    expect(filing.body).toMatchObject({ state: 'DRAFT', legalPerson: false, filingNumber: null });
    await filing.act('applicant', 'submit', {}, 200);
    expect(filing.body).toMatchObject({
      state: 'SUBMITTED',
      receiptNumber: `${STREET}备收〔2026〕1号`,
      clock: { dueOn: '2026-12-08' },
    });
    expect((await filing.act('street', 'record')).status).toBe(409);
    await filing.act('street', 'check', { finding: '已走访，情况属实' }, 200);
    expect((await filing.act('street', 'record')).status).toBe(403);
    await filing.act('street2', 'record', {}, 200);
    const { filingNumber, decision } = filing.body;
    expect(filingNumber).toBe('B11010100126000001');
    expect(decision).toMatchObject({ outcome: 'RECORDED', number: `${STREET}备〔2026〕1号` });
    expect(decision!.rules.find(({ id }) => id === 'FILING-MEMBERS')).toMatchObject({ mark: 'MEMORY' });
    expect(FILED_STANDING).toMatchObject({ id: 'FILING-STANDING', mark: 'RESTATED' });
    const page = await published(bureau, filingNumber!);
    expect(page.body).toMatchObject({
      filingNumber,
      status: 'ACTIVE',
      route: 'TERRITORIAL',
      legalPerson: false,
      reviewOn: '2028-11-24',
      divisionName: '北京市东城区东华门街道',
      standingNote: FILED_STANDING.value.zh,
    });
    expect(JSON.stringify(page.body)).not.toMatch(/李平|活动中心|13800|成员自筹/);
    const entries = await bureau.call(undefined, 'get', `/public/organizations/${filingNumber}/entries`);
    expect(JSON.stringify(entries.body)).not.toMatch(/李平|person|成员自筹/);
    expect(entries.body.items[0]).toMatchObject({ kind: 'FILED', citation: { law: '京办发〔2016〕43号' } });
  });

  it('is found by the public among all that stands in the register, by name, by number and by place', async () => {
    const number = await filedGroup(bureau, territorial({ name: '银杏树下读书社' }));
    for (const query of ['q=银杏树下', `q=${number}`, `division=${STREET}&q=银杏`]) {
      const found = await bureau.call(undefined, 'get', `/public/filings?${encodeURI(query)}`);
      expect(found.body.items).toEqual([expect.objectContaining({ filingNumber: number, legalPerson: false })]);
    }
    const all = await bureau.call(undefined, 'get', `/public/organizations?q=${encodeURI('银杏树下')}`);
    expect(all.body.items[0]).toMatchObject({ creditCode: null, filingNumber: number, standing: 'FILED' });
    const file = await bureau.call(undefined, 'get', `/public/organizations/${number}`);
    expect(file.body).toMatchObject({ legalPerson: false, kind: 'FILED_GROUP', leaders: [], funds: null });
  });

  it('tells every defect at once, and receives it with all of them when the group insists (许可法 第三十二条)', async () => {
    const filing = await drafted(
      bureau,
      territorial({
        name: '东华门合唱协会',
        memberCount: 4,
        forProfit: true,
        communityOpinion: '',
        ruleSheet: '',
        groupKind: undefined,
        division: '110108001',
      }),
    );
    const refused = await filing.act('applicant', 'submit');
    expect(refused.status).toBe(422);
    expect(codesOf(refused)).toEqual(
      [
        ...['FILING-COMMUNITY-OPINION', 'FILING-KIND', 'FILING-MEMBERS', 'FILING-NAME-ENDING', 'FILING-NAME-RESERVED'],
        ...['FILING-NO-BUSINESS', 'FILING-PLACE', 'FILING-RULE-SHEET'],
      ].sort(),
    );
    const told = await bureau.call('applicant', 'post', `/filings/${filing.body.id}/validate`, {});
    expect(told.body.violations).toHaveLength(8);
    await filing.act('applicant', 'submit', { insist: true }, 200);
    await filing.act('street', 'check', { finding: '名称和人数均不符合' }, 200);
    expect((await filing.act('street2', 'record')).status).toBe(422);
    await filing.act('street2', 'not-record', { ground: 'CONDITIONS', reason: '成员不足五人，名称使用协会' }, 200);
    expect(filing.body).toMatchObject({ state: 'NOT_RECORDED', filingNumber: null });
    expect(filing.body.decision).toMatchObject({ outcome: 'NOT_RECORDED', number: `${STREET}不备〔2026〕1号` });
  });

  it.each([
    ['阳光家园业主委员会', 'FILING-OWNERS-COMMITTEE'],
    ['东华门居委会治安小组', 'FILING-COMMITTEE-ORGAN'],
  ])('turns %s away', async (name, code) => {
    const filing = await drafted(bureau, territorial({ name }));
    expect(codesOf(await filing.act('applicant', 'submit'))).toEqual([code]);
  });

  it('asks once for correction; the second time there is nothing but a decision', async () => {
    const filing = await drafted(bureau, territorial({ ruleSheet: '' }));
    await filing.act('applicant', 'submit', { insist: true }, 200);
    const items = [{ pointer: '/group/ruleSheet', message: '请补充活动规则' }];
    await filing.act('street', 'request-correction', { items }, 200);
    expect(filing.body).toMatchObject({ state: 'CORRECTION_REQUESTED', clock: { dueOn: '2026-12-15' } });
    const { id, version } = filing.body;
    const corrected = { ...filing.body.filing, group: { ...filing.body.filing.group, ruleSheet: '成员自愿加入' } };
    const written = await bureau.call('applicant', 'put', `/filings/${id}`, corrected, { 'if-match': `"${version}"` });
    expect(written.status).toBe(200);
    filing.body = written.body;
    await filing.act('applicant', 'submit', {}, 200);
    expect(filing.body.state).toBe('RESUBMITTED');
    expect((await filing.act('street', 'request-correction', { items })).status).toBe(409);
    await filing.act('street', 'check', { finding: '补正齐全' }, 200);
    await filing.act('street2', 'record', {}, 200);
    expect(filing.body.state).toBe('RECORDED');
    const { persons: shown } = await bureau
      .call('street', 'get', `/filings/${id}`)
      .then(({ body }) => body.filing as { persons: { leader: { idNumber: string; phone: string } } });
    expect(shown.leader.idNumber).toMatch(/\*/);
    expect(shown.leader.phone).toMatch(/\*/);
  });

  it('is led by somebody who leads three filed groups at most', async () => {
    const { leader } = persons();
    for (const _ of [1, 2, 3]) {
      const filing = await drafted(bureau, { ...territorial(), persons: persons({ leader }) });
      await filing.act('applicant', 'submit', {}, 200);
      await filing.act('street', 'check', { finding: '属实' }, 200);
      const { alike } = (await bureau.call('street', 'get', `/filings/${filing.body.id}`)).body as {
        alike: { filingNumber: string }[];
      };
      const different = alike.map(({ filingNumber }) => ({ filingNumber, reason: '同一负责人的另一组织' }));
      await filing.act('street2', 'record', { different }, 200);
    }
    const fourth = await drafted(bureau, { ...territorial(), persons: persons({ leader }) });
    // Told to the office alone: whoever has a number could ask for whom it is.
    await fourth.act('applicant', 'submit', {}, 200);
    await fourth.act('street', 'check', { finding: '属实' }, 200);
    expect(codesOf(await fourth.act('street2', 'record'))).toContain('FILING-LEADS');
  });

  it('is closed when nobody corrects it within its fifteen working days', async () => {
    const filing = await drafted(bureau, territorial({ ruleSheet: '' }));
    await filing.act('applicant', 'submit', { insist: true }, 200);
    await filing.act(
      'street',
      'request-correction',
      { items: [{ pointer: '/group/ruleSheet', message: '请补充' }] },
      200,
    );
    clock.set('2026-12-16');
    await runDueJobs(app);
    const read = await bureau.call('applicant', 'get', `/filings/${filing.body.id}`);
    expect(read.body).toMatchObject({ state: 'ABANDONED', allowedActions: [] });
    clock.set('2026-11-24');
  });

  it('is entered by an officer at the counter, and decided by a colleague', async () => {
    const filing = await drafted(bureau, territorial(), 'street');
    await filing.act('street', 'propose', {}, 200);
    expect(filing.body.state).toBe('CHECKED');
    expect((await filing.act('street', 'record')).status).toBe(403);
    await filing.act('street2', 'record', {}, 200);
    expect(filing.body.filingNumber).toMatch(/^B110101001/);
    const outside = await drafted(bureau, territorial());
    expect((await outside.act('applicant', 'propose')).status).toBe(403);
  });

  it('keeps the numbers of persons to the officer who handles it, for a reason that is kept', async () => {
    const filing = await drafted(bureau, territorial());
    await filing.act('applicant', 'submit', {}, 200);
    const path = `/filings/${filing.body.id}/persons`;
    const shown = await bureau.call('street', 'post', path, { reason: '核对负责人身份' });
    expect(shown.body.persons[0]).toMatchObject({ name: '李平', idNumber: expect.stringMatching(/^\d{17}[\dX]$/) });
    expect((await bureau.call('hub', 'post', path, { reason: '核对负责人身份' })).status).toBe(404);
  });
});

describe('what the register knows against somebody', () => {
  it('bars the recording of a group that he leads, and is shown on the way there', async () => {
    const { leader } = persons() as { leader: { name: string; idKind: string; idNumber: string } };
    const barred = await bureau.call('enforcement', 'post', '/register/restrictions', {
      subject: { name: leader.name, idKind: leader.idKind, idNumber: leader.idNumber },
      effect: 'BAR',
      actions: ['filing.record'],
      reason: '组织非法活动受过处罚',
      citation: { law: '社会团体登记管理条例', article: '第十三条第(三)项' },
      from: '2026-01-01',
    });
    expect(barred.status).toBe(201);
    const filing = await drafted(bureau, { ...territorial(), persons: persons({ leader }) });
    await filing.act('applicant', 'submit', {}, 200);
    await filing.act('street', 'check', { finding: '属实' }, 200);
    expect(codesOf(await filing.act('street2', 'record'))).toEqual(['PERSON_RESTRICTED']);
    await filing.act('street2', 'not-record', { ground: 'OUTSIDE', reason: '负责人受限制' }, 200);
  });
});

describe('by a hub of its field (枢纽备案)', () => {
  it('is recorded by the hub, belongs to it, and the street and the registrar are told', async () => {
    const number = await filedGroup(bureau, byHub());
    expect((await published(bureau, number)).body).toMatchObject({
      route: 'HUB',
      hub: 'HUB-1-04',
      filedByHub: 'HUB-1-04',
      authority: '110000',
    });
    for (const who of ['street', 'street2', 'acceptance']) {
      const notices = await bureau.call(who, 'get', '/notices?limit=100');
      const paths = (notices.body.items as { resource: string }[]).map(({ resource }) => resource);
      expect(paths).toContain(`/api/v1/public/filings/${number}`);
    }
    const members = await bureau.call('hub', 'get', '/hubs/HUB-1-04/members?limit=100');
    expect(members.body.items).toContainEqual(expect.objectContaining({ creditCode: number, standing: 'FILED' }));
  });

  it('is not recorded by whoever entered it for the hub', async () => {
    const filing = await drafted(bureau, byHub(), 'hub');
    await filing.act('hub', 'submit', {}, 200);
    expect((await filing.act('hub', 'record')).status).toBe(403);
    await signUp(bureau, 'second-of-hub', testPassword());
    await grantRole(bureau, 'second-of-hub', 'HUB_OFFICER', 'HUB-1-04');
    const queued = async (who: string) =>
      ((await bureau.call(who, 'get', '/work-queue?limit=100')).body.items as { id: string }[]).map(({ id }) => id);
    expect(await queued('hub')).not.toContain(filing.body.id);
    expect(await queued('second-of-hub')).toContain(filing.body.id);
    await filing.act('second-of-hub', 'record', {}, 200);
    const file = await bureau.call('second-of-hub', 'get', `/cases/${filing.body.id}/file/index`);
    expect(file.status).toBe(200);
    expect(JSON.stringify(file.body)).not.toMatch(/李平|13800/);
  });

  it('is refused where it does not say how it belongs to the field, or lies outside the place of the hub', async () => {
    const filing = await drafted(bureau, byHub({ field: '' }));
    expect(codesOf(await filing.act('applicant', 'submit'))).toEqual(['FILING-FIELD']);
    const wrong = await bureau.call('applicant', 'post', '/filings', { ...byHub(), office: STREET });
    expect(codesOf(wrong)).toEqual(['FILING-OFFICE']);
  });
});

describe('of the net (网络社团)', () => {
  it('is filed with its platform, number, administrators by real name, rule of moderation and a contact off the net', async () => {
    const number = await filedGroup(bureau, online());
    const page = (await published(bureau, number)).body;
    expect(page).toMatchObject({ route: 'ONLINE', online: { platform: '微信', groupNumber: '38201765' } });
    expect(JSON.stringify(page)).not.toMatch(/周敏|吴刚|王芳/);
  });

  it('is told everything that is missing at once', async () => {
    const filing = await drafted(
      bureau,
      online(
        { memberCount: 9, online: { platform: '', groupNumber: '', moderationRule: '' } },
        { administrators: [], offlineContact: undefined },
      ),
    );
    expect(codesOf(await filing.act('applicant', 'submit'))).toEqual([
      'FILING-ONLINE-ADMINISTRATORS',
      'FILING-ONLINE-CONTACT',
      'FILING-ONLINE-MEMBERS',
      'FILING-ONLINE-MODERATION',
      'FILING-ONLINE-PLACE',
    ]);
  });
});

describe('once it is filed', () => {
  it('changes: what the register holds by an entry, a telephone without one', async () => {
    const who = persons();
    const content = group();
    const number = await filedGroup(bureau, { ...territorial(), group: content, persons: who });
    const input = { group: { ...content, memberCount: 25 }, persons: who, reason: '成员增加' };
    const change = await about(bureau, number, 'changes', input);
    await recorded(change);
    expect((await published(bureau, number)).body.memberCount).toBe(25);
    const moved = { ...who, meetingPlace: '灯市口活动室' };
    await recorded(await about(bureau, number, 'changes', { ...input, persons: moved }));
    const entries = await bureau.call(undefined, 'get', `/public/organizations/${number}/entries`);
    expect(entries.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['FILED', 'FILING_CHANGED']);
    expect((await bureau.call('street', 'get', `/filed-groups/${number}`)).body.contact.meetingPlace).toBe(
      '灯市口活动室',
    );
    expect((await bureau.call('review', 'get', `/filed-groups/${number}`)).body.contact).toBeNull();
  });

  it('is nobody else’s to change, to renew or to end', async () => {
    const number = await filedGroup(bureau);
    const body = { cause: 'OWN_WISH', reason: '不再活动' };
    expect((await bureau.call('agent', 'post', `/filed-groups/${number}/cancellations`, body)).status).toBe(404);
    expect((await bureau.call('agent', 'get', `/filed-groups/${number}`)).status).toBe(404);
    expect((await bureau.call('hub', 'get', `/filed-groups/${number}`)).status).toBe(404);
  });

  it('ends on its own wish, or when its office finds that it is no more', async () => {
    const own = await filedGroup(bureau);
    await recorded(await about(bureau, own, 'cancellations', { cause: 'OWN_WISH', reason: '成员不再活动' }));
    expect((await published(bureau, own)).body).toMatchObject({ status: 'CANCELLED', ending: { cause: 'OWN_WISH' } });
    const gone = await filedGroup(bureau);
    const found = { cause: 'DISSOLVED', reason: '走访发现已无成员' };
    const filing = await about(bureau, gone, 'cancellations', found, 'street');
    await filing.act('street', 'propose', {}, 200);
    await filing.act('street2', 'record', {}, 200);
    expect((await published(bureau, gone)).body).toMatchObject({ status: 'CANCELLED', ending: { cause: 'DISSOLVED' } });
    const notices = await bureau.call('applicant', 'get', '/notices?limit=100');
    const told = (notices.body.items as { topic: string; resource: string }[]).filter(
      ({ topic }) => topic === 'filing-ended',
    );
    expect(told.map(({ resource }) => resource)).toContain(`/api/v1/public/filings/${gone}`);
    const again = await about(bureau, gone, 'cancellations', found, 'street');
    expect(codesOf(await again.act('street', 'propose'))).toEqual(['FILING-STANDS']);
  });
});

describe('two years later', () => {
  const input = { group: group(), persons: persons() };
  let kept: string;
  let left: string;

  beforeAll(async () => {
    clock.set('2026-11-24');
    kept = await filedGroup(bureau, { ...territorial(), ...input });
    left = await filedGroup(bureau);
  });

  it('cannot be renewed before its notice, is told sixty days before, and is renewed for two years from the old day', async () => {
    const early = await about(bureau, kept, 'renewals', input);
    expect(codesOf(await early.act('applicant', 'submit'))).toEqual(['FILING-REVIEW-NOTICE']);
    clock.set('2028-09-25');
    await runDueJobs(app);
    const notices = await bureau.call('applicant', 'get', '/notices?limit=100');
    const due = (notices.body.items as { topic: string }[]).filter(({ topic }) => topic === 'filing-review-due');
    expect(due.length).toBeGreaterThan(1);
    await recorded(early);
    expect((await published(bureau, kept)).body.reviewOn).toBe('2030-11-24');
  });

  it('lapses thirty days after its day when nobody renews it, by the job of the day', async () => {
    clock.set('2028-12-24');
    await runDueJobs(app);
    expect((await published(bureau, left)).body.status).toBe('ACTIVE');
    clock.set('2028-12-25');
    await runDueJobs(app);
    expect((await published(bureau, left)).body).toMatchObject({ status: 'LAPSED', ending: { cause: 'LAPSED' } });
    expect((await published(bureau, kept)).body.status).toBe('ACTIVE');
    const figures = await bureau.call(
      'street',
      'get',
      `/filing-figures?division=${STREET}&from=2026-01-01&to=2028-12-31&by=route`,
    );
    const ofStreet = figures.body.items.find(({ key }: { key: string }) => key === 'TERRITORIAL');
    expect(ofStreet).toMatchObject({ renewed: 1, promoted: 0 });
    expect(ofStreet.lapsed).toBeGreaterThan(0);
    const foreign = await bureau.call(
      'street',
      'get',
      '/filing-figures?division=110108&from=2026-01-01&to=2028-12-31&by=month',
    );
    expect(foreign.status).toBe(403);
  });
});
