import { startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { APPROVING, Bureau, codesOf, upload, type Registration } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

beforeEach(() => clock.set('2026-11-24'));

afterAll(() => app.close());

async function submitted(change: object = {}): Promise<Registration> {
  const registration = await bureau.draft(change);
  await registration.act('applicant', 'submit', { insist: true }, 200);
  return registration;
}

async function underReview(change: object = {}): Promise<Registration> {
  const registration = await submitted(change);
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  return registration;
}

describe('一次告知', () => {
  it('refuses a second notice about what was visible at the first, unless a reason is recorded', async () => {
    const registration = await submitted();
    await registration.act(
      'acceptance',
      'request-correction',
      { items: [{ pointer: '/purpose', message: '请写明服务对象' }] },
      200,
    );
    await registration.read();
    await registration.update({ purpose: '促进智能装备技术交流，服务会员' });
    await registration.act('applicant', 'submit', {}, 200);

    const items = [{ pointer: '/residence', message: '请写明门牌号' }];
    const again = await registration.act('acceptance', 'request-correction', { items });
    expect(again.status).toBe(422);
    expect(again.body.violations).toMatchObject([{ code: 'AL-CORRECTION-ONCE', pointer: '/items/0' }]);

    // Not by pointing at the whole, or at a list of which only a part is new, either.
    for (const pointer of ['', '/documents', '/leaders']) {
      const around = await registration.act('acceptance', 'request-correction', {
        items: [{ pointer, message: '请补正' }],
      });
      expect([pointer, around.status]).toEqual([pointer, 422]);
    }

    const lateReason = '首次告知时遗漏，已报负责人';
    await registration.act('acceptance', 'request-correction', { items, lateReason }, 200);
    expect(registration.body.correctionNotices).toMatchObject([{ lateReason: null }, { lateReason }]);
  });

  it('allows a second notice about what the applicant changed since', async () => {
    const registration = await submitted();
    await registration.act(
      'acceptance',
      'request-correction',
      { items: [{ pointer: '/purpose', message: '请写明服务对象' }] },
      200,
    );
    await registration.read();
    await registration.update({ purpose: '其他' });
    await registration.act('applicant', 'submit', {}, 200);
    await registration.act(
      'acceptance',
      'request-correction',
      { items: [{ pointer: '/purpose', message: '仍不明确' }] },
      200,
    );
    expect(registration.body.state).toBe('CORRECTION_REQUESTED');
  });

  it('takes a reason of blanks for no reason', async () => {
    const registration = await submitted();
    const answer = await registration.act('acceptance', 'not-admit', { ground: 'N2', reason: '   ' });
    expect([answer.status, answer.body.violations[0].pointer]).toEqual([400, '/reason']);
  });

  it('keeps kind and registrar through a correction', async () => {
    const registration = await submitted();
    await registration.act('acceptance', 'request-correction', { items: [{ pointer: '', message: '请补正' }] }, 200);
    await registration.read();
    const changed = await registration.update({ authority: '110105', kind: 'FOUNDATION' });
    expect(changed.status).toBe(422);
    expect(changed.body.violations.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/kind', '/authority']);
  });
});

describe('the clock', () => {
  it('does not count an expert review (许可法 第四十五条)', async () => {
    const registration = await underReview();
    expect(registration.body.clock.dueOn).toBe('2027-01-23');
    clock.set('2026-12-01');
    await registration.act(
      'review',
      'pause',
      { cause: 'EXPERT_REVIEW', expectedDays: 20, reason: '专家评审业务范围' },
      200,
    );
    expect(registration.body).toMatchObject({
      state: 'REVIEW_PAUSED',
      allowedActions: ['resume'],
      clock: { dueOn: null, pausedSince: '2026-12-01', light: 'GREY', lightWord: '计时中止' },
    });
    clock.set('2026-12-11');
    await registration.act('review', 'resume', {}, 200);
    expect(registration.body.clock).toMatchObject({ dueOn: '2027-02-02', pausedSince: null });
  });

  it('cannot be extended under the Regulations (许可法 第四十二条第一款但书)', async () => {
    const registration = await underReview();
    const answer = await registration.act('approval', 'extend', {
      days: 10,
      approvedBy: '本机关负责人',
      reason: '案情复杂',
    });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('没有规定此期限可以延长');
  });

  it('counts thirty days from acceptance for a charity, and is extended once by at most sixty (慈善法 第十条)', async () => {
    const registration = await submitted({ charity: true });
    clock.set('2026-11-26');
    await registration.act('acceptance', 'accept', {}, 200);
    expect(registration.body.clock).toMatchObject({ dueOn: '2026-12-26', unit: 'natural' });
    await registration.act('review', 'begin-review', {}, 200);
    const extension = { approvedBy: '民政部批复〔2026〕18号', reason: '案情复杂' };
    expect(codesOf(await registration.act('approval', 'extend', { ...extension, days: 61 }))).toEqual([
      'CH-10-3-EXTENSION',
    ]);
    await registration.act('approval', 'extend', { ...extension, days: 60 }, 200);
    expect(registration.body.clock.dueOn).toBe('2027-02-24');
    expect((await registration.act('approval', 'extend', { ...extension, days: 1 })).status).toBe(409);
  });

  it('turns yellow at three working days and red when overdue, with a word', async () => {
    const registration = await submitted();
    const light = async (day: string) => {
      clock.set(day);
      const { clock: reading } = await registration.read();
      return [reading.light, reading.lightWord];
    };
    expect(await light('2026-11-25')).toEqual(['GREEN', '余4日']);
    expect(await light('2026-11-26')).toEqual(['YELLOW', '余3日']);
    expect(await light('2026-12-01')).toEqual(['YELLOW', '余0日']);
    expect(await light('2026-12-02')).toEqual(['RED', '超期1日']);
  });
});

describe('the decision', () => {
  it('refuses with ground, article, and the rights against it with bodies and dates', async () => {
    const registration = await underReview();
    await registration.act('review', 'complete-review', { ...APPROVING, recommendation: 'REFUSE' }, 200);
    expect(codesOf(await registration.act('approval', 'refuse', { ground: 'R99', reason: '没有这样的情形' }))).toEqual([
      'GROUND_UNKNOWN',
    ]);
    await registration.act(
      'approval',
      'refuse',
      { ground: 'R2', reason: '同一行政区域内已有业务范围相同的社会团体，且无必要性说明' },
      200,
    );
    expect(registration.body).toMatchObject({
      state: 'REFUSED',
      allowedActions: [],
      decision: {
        outcome: 'REFUSED',
        number: '110000民社不准〔2026〕1号',
        ground: 'SG-13-R2',
        citation: { law: '社会团体登记管理条例', article: '第十三条第(二)项' },
        creditCode: null,
        remedies: [
          // 复议法 (2023) 第二十条, 第二十四条: sixty days, the same-level people's government; 2027-01-23 is a Saturday.
          { type: 'REVIEW', bodies: ['北京市人民政府'], lastDay: '2027-01-25' },
          { type: 'SUIT', lastDay: '2027-05-24' },
        ],
      },
    });
  });

  it('does not admit what belongs elsewhere, and says where', async () => {
    const registration = await bureau.draft({
      nature: {
        overseasOffice: true,
        cppccBody: false,
        exemptedByStateCouncil: false,
        internalToOneUnit: false,
        politicalOrLegal: false,
        religious: false,
      },
    });
    const refused = await registration.act('applicant', 'submit');
    const turned = refused.body.violations.find(
      ({ pointer }: { pointer: string }) => pointer === '/nature/overseasOffice',
    );
    expect(turned).toMatchObject({
      citation: { law: expect.stringContaining('境外非政府组织境内活动管理法') as string },
    });
    expect(turned.message).toContain('公安');
    await registration.act('applicant', 'submit', { insist: true }, 200);
    await registration.act('acceptance', 'not-admit', { ground: 'N2', reason: '应向公安机关申请登记' }, 200);
    expect(registration.body).toMatchObject({
      state: 'NOT_ADMITTED',
      decision: { outcome: 'NOT_ADMITTED', remedies: [{ type: 'REVIEW' }, { type: 'SUIT' }] },
    });
  });

  it('is not made on a direct registration whose class the reviewer did not confirm', async () => {
    const registration = await underReview();
    expect(
      codesOf(await registration.act('review', 'complete-review', { recommendation: 'APPROVE', opinion: '同意' })),
    ).toEqual(['CATEGORY_UNCONFIRMED']);
    await registration.act(
      'review',
      'complete-review',
      { ...APPROVING, categoryConfirmed: false, categoryReason: '属于社会科学领域' },
      200,
    );
    expect(codesOf(await registration.act('approval', 'approve'))).toContain('CATEGORY_UNCONFIRMED');
  });

  it('takes no paper that somebody else uploaded, or nobody (DOCUMENT_NOT_YOURS, 许可法 第三十一条第一款)', async () => {
    const registration = await bureau.draft();
    const papers = registration.body.application.documents as { kind: string; documentId: string }[];
    const foreign = await upload(app, await bureau.token('agent'));
    const documents = [...papers, { kind: 'PRACTICE_LICENCE', documentId: foreign }];
    const answer = await registration.update({ documents });
    expect(answer.body.violations).toMatchObject([
      { code: 'DOCUMENT_NOT_YOURS', pointer: `/documents/${papers.length}/documentId` },
    ]);
  });

  it('lets the officers read the papers that were filed, not those taken out of the draft before', async () => {
    const registration = await bureau.draft();
    const papers = registration.body.application.documents as { kind: string; documentId: string }[];
    const taken = { kind: 'PRACTICE_LICENCE', documentId: await upload(app, await bureau.token('applicant')) };
    await registration.update({ documents: [...papers, taken] });
    await registration.update({ documents: papers });
    await registration.act('applicant', 'submit', {}, 200);
    const read = async (id: string) => (await bureau.call('acceptance', 'get', `/documents/${id}`)).status;
    expect([await read(papers[0].documentId), await read(taken.documentId)]).toEqual([200, 404]);
  });

  it('shows the officers what was filed, not what the applicant writes while he corrects', async () => {
    const registration = await submitted();
    await registration.act(
      'acceptance',
      'request-correction',
      { items: [{ pointer: '/purpose', message: '请写明' }] },
      200,
    );
    await registration.read();
    await registration.update({ purpose: '尚未提交的修改' });
    expect((await registration.read()).application.purpose).toBe('尚未提交的修改');
    expect((await registration.read('acceptance')).application.purpose).not.toBe('尚未提交的修改');
  });

  it('turns nobody away for not correcting what he was never told', async () => {
    const registration = await submitted();
    expect((await registration.act('acceptance', 'not-admit', { ground: 'N4', reason: '未补正' })).status).toBe(409);
  });

  it('shows the applicant his steps, not the office’s internal opinions (信息公开条例 第十六条第二款)', async () => {
    const registration = await bureau.reviewed();
    expect(registration.body.steps.at(-1)).toMatchObject({
      action: 'complete-review',
      detail: { recommendation: 'APPROVE' },
    });
    const { steps } = await registration.read('applicant');
    expect(steps.at(-1)).toMatchObject({ action: 'complete-review', reason: null, detail: {} });
    expect(steps[0]).toMatchObject({ action: 'submit', detail: { submission: 1 } });
  });

  it('goes back to the same reviewer and comes up again', async () => {
    const registration = await bureau.reviewed();
    await registration.act('approval', 'return-to-review', { reason: '请补充必要性意见' }, 200);
    expect(registration.body.state).toBe('UNDER_REVIEW');
    await registration.act('review', 'complete-review', APPROVING, 200);
    await registration.act('approval', 'approve', {}, 200);
    expect(registration.body.state).toBe('APPROVED');
  });

  it('ends when the applicant withdraws, at any time before it', async () => {
    const registration = await bureau.reviewed();
    await registration.read();
    await registration.act('applicant', 'withdraw', { reason: '另行安排' }, 200);
    expect(registration.body).toMatchObject({ state: 'WITHDRAWN', allowedActions: [], clock: { light: 'GREY' } });
    expect((await registration.act('approval', 'approve')).status).toBe(409);
  });

  it('gives a name once: a second organization of the same registrar may not bear it', async () => {
    const first = await bureau.reviewed({ name: '北京市同名（工业）技术学会' });
    const second = await bureau.reviewed({ name: '北京市同名(工业)技术学会' });
    await first.act('approval', 'approve', {}, 200);
    const answer = await second.act('approval', 'approve');
    expect(answer.status).toBe(422);
    expect(answer.body.violations).toMatchObject([{ pointer: '/name' }]);
  });
});
