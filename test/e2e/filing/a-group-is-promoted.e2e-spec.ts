import fc from 'fast-check';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { about, filedGroup, groupName, persons, published, recorded, territorial } from '../../support/filings.js';
import {
  APPROVING,
  Bureau,
  codesOf,
  leader,
  person,
  Registration,
  scitechAssociation,
  type RegistrationBody,
} from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

const READY = { memberCount: 60, funds: 40_000, hasPremises: true, fullTimeStaff: 2 };

/** A group that has what the law asks for, and who leads it. */
async function readyGroup(): Promise<{ number: string; lead: { name: string; idNumber: string } }> {
  const who = persons();
  const number = await filedGroup(bureau, { ...territorial(READY), persons: who });
  return { number, lead: who.leader as { name: string; idNumber: string } };
}

/** Its registration, opened from the filing and filled up by whoever leads it, at the door of the decision. */
async function reviewedPromotion(
  number: string,
  lead: { name: string; idNumber: string },
  change: object = {},
): Promise<Registration> {
  const opened = await bureau.call('applicant', 'post', '/registrations/promotions', {
    promotes: number,
    kind: 'SOCIAL_GROUP',
    authority: '110000',
  });
  expect(opened.status).toBe(201);
  const registration = new Registration(bureau, opened.body as RegistrationBody);
  const documents = await bureau.socialGroupPapers();
  const initiators = [person({ name: lead.name, idNumber: lead.idNumber }), person({ name: '王芳' })];
  const { promotes } = registration.body.application;
  const filled = { ...scitechAssociation(), documents, initiators, leaders: [leader()], promotes, ...change };
  expect((await registration.update(filled)).status).toBe(200);
  await registration.act('applicant', 'submit', { insist: true }, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  await registration.act('review', 'complete-review', APPROVING, 200);
  return registration;
}

describe('the watch', () => {
  it('says what a group lacks of what it could register as, the nearest kind first (条例 第十条, 暂行条例 第八条)', async () => {
    const number = await filedGroup(bureau, territorial({ ...READY, memberCount: 30, funds: 10_000 }));
    const { promotion } = (await bureau.call('street', 'get', `/filed-groups/${number}`)).body;
    expect(promotion[0]).toMatchObject({ kind: 'SOCIAL_SERVICE_INSTITUTION', readiness: 'READY', missing: [] });
    expect(promotion[1]).toMatchObject({ kind: 'SOCIAL_GROUP', readiness: 'NEARLY' });
    expect(promotion[1].missing.map(({ condition, least, has }: never) => [condition, least, has])).toEqual([
      ['members', 50, 30],
      ['funds', 30_000, 10_000],
    ]);
  });

  it('lists for street and registrar who is ready, and who is not yet', async () => {
    const ready = await filedGroup(bureau, territorial(READY));
    const small = await filedGroup(bureau, territorial({ memberCount: 6, funds: 0 }));
    const numbers = async (who: string, readiness: string) => {
      const { body } = await bureau.call(who, 'get', `/filed-groups?readiness=${readiness}&limit=100`);
      return (body.items as { filingNumber: string }[]).map(({ filingNumber }) => filingNumber);
    };
    for (const who of ['street', 'review']) {
      expect(await numbers(who, 'READY')).toContain(ready);
      expect(await numbers(who, 'READY')).not.toContain(small);
      expect(await numbers(who, 'NOT_YET')).toContain(small);
    }
    expect(await numbers('hub', 'READY')).toEqual([]);
  });
});

describe('promotion', () => {
  it('opens a registration filled with what is public of the group, and tells nothing that is withheld', async () => {
    const { number } = await readyGroup();
    const opened = await bureau.call('agent', 'post', '/registrations/promotions', {
      promotes: number,
      kind: 'SOCIAL_GROUP',
      authority: '110101',
    });
    expect(opened.body.application).toMatchObject({
      promotes: number,
      category: 'COMMUNITY',
      members: { individuals: 60 },
      funds: 0,
      fullTimeStaff: 0,
      leaders: [],
    });
  });

  it('ends the filing with the grant, in one transaction, and each entry names the other', async () => {
    const { number, lead } = await readyGroup();
    const registration = await reviewedPromotion(number, lead);
    expect((await published(bureau, number)).body.status).toBe('ACTIVE');
    await registration.act('approval', 'approve', {}, 200);
    const creditCode = registration.body.decision!.creditCode!;
    expect((await published(bureau, number)).body).toMatchObject({
      status: 'PROMOTED',
      ending: { cause: 'PROMOTED', successors: [creditCode] },
    });
    const file = await bureau.call(undefined, 'get', `/public/organizations/${creditCode}`);
    expect(file.body).toMatchObject({ promotedFrom: number, legalPerson: true });
    const entries = await bureau.call(undefined, 'get', `/public/organizations/${number}/entries`);
    expect(entries.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['FILED', 'PROMOTED']);
    const figures = await bureau.call(
      'street',
      'get',
      '/filing-figures?division=110101001&from=2026-01-01&to=2026-12-31&by=month',
    );
    expect(figures.body.items[0]).toMatchObject({ key: '2026-11', promoted: 1 });
    const rules = registration.body.decision!.rules as { id: string }[];
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['PROMOTES-STANDING', 'PROMOTES-LEADER']));
  });

  it('is for the group itself: who leads it is among the initiators or leaders', async () => {
    const { number } = await readyGroup();
    const stranger = { name: '李华', idNumber: (person() as { idNumber: string }).idNumber };
    const registration = await reviewedPromotion(number, stranger);
    const refused = await registration.act('approval', 'approve');
    expect(codesOf(refused)).toContain('PROMOTES-LEADER');
    expect((await published(bureau, number)).body.status).toBe('ACTIVE');
  });

  it('of a filing that ended meanwhile is refused, and leaves both sides as they were', async () => {
    const { number, lead } = await readyGroup();
    const registration = await reviewedPromotion(number, lead);
    await recorded(await about(bureau, number, 'cancellations', { cause: 'OWN_WISH', reason: '不再活动' }));
    const before = await stands();
    const refused = await registration.act('approval', 'approve');
    expect(codesOf(refused)).toContain('PROMOTES-STANDING');
    expect(await stands()).toEqual(before);
  });
});

it('a group is never both ACTIVE as filed and registered through promotion, whatever is tried at once', async () => {
  const acts = fc.constantFrom('approve', 'cancel', 'approve-broken');
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 3 }), async (tried) => {
      const { number, lead } = await readyGroup();
      const [one, other] = [await reviewedPromotion(number, lead), await reviewedPromotion(number, lead)];
      // Too few members: a grant of this one fails.
      const broken = await reviewedPromotion(number, lead, {
        name: `${groupName()}学会`,
        members: { individuals: 9, units: 0 },
      });
      const cancellation = await about(bureau, number, 'cancellations', { cause: 'OWN_WISH', reason: '不再活动' });
      await cancellation.act('applicant', 'submit', {}, 200);
      await cancellation.act('street', 'check', { finding: '属实' }, 200);
      const grants = [one, other];
      await Promise.all(
        tried.map(async (act) => {
          if (act === 'cancel') return cancellation.act('street2', 'record');
          return act === 'approve' ? grants.pop()?.act('approval', 'approve') : broken.act('approval', 'approve');
        }),
      );
      const promoted = await databaseOf(app).asApplication<{ code: string }>(
        `SELECT o.credit_code AS code FROM register.entry e JOIN register.organization o ON o.subject_id = e.subject_id
          WHERE e.kind = 'ESTABLISHED' AND e.difference->>'promotedFrom' = $1`,
        [number],
      );
      const { body } = await published(bureau, number);
      expect(promoted.length).toBe(body.status === 'PROMOTED' ? 1 : 0);
      if (body.status === 'PROMOTED') expect(body.ending.successors).toEqual([promoted[0].code]);
      if (!tried.includes('approve') && !tried.includes('cancel')) expect(body.status).toBe('ACTIVE');
    }),
    { numRuns: 6 },
  );
});

/** How many entries there are, and what stands: a failed grant changes neither. */
async function stands(): Promise<unknown> {
  return databaseOf(app).asApplication(
    `SELECT (SELECT count(*)::int FROM register.entry) AS entries,
            (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.subject_id) FROM register.organization o) AS organizations,
            (SELECT jsonb_agg(next_serial ORDER BY id) FROM register.code_range) AS codes`,
  );
}
