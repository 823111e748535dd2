import type { CaseRecord, StepRecord } from '../case.js';
import { explainClock } from '../clock-explanation.js';
import type { ClockFacts } from '../clock-reading.js';
import type { CasePart } from './part.js';

/** The case and its steps. Handler, version and last day are of the moment: the steps and the clocks tell of them. */
export function casePart(
  record: CaseRecord,
  steps: readonly StepRecord[],
  usernames: ReadonlyMap<string, string>,
): CasePart {
  const { id, procedure, state, closed, title, authority, receiptNumber, receivedOn } = record;
  const name = (accountId: string | null) => (accountId === null ? null : (usernames.get(accountId) ?? accountId));
  const content = {
    ...{ id, procedure, state, closed, title, authority, receiptNumber, receivedOn },
    applicant: name(record.applicantId),
    steps: steps.map(({ accountId, separationStep: _, ...step }) => ({ ...step, account: name(accountId) })),
  };
  return { chapter: 'case', key: 'case', title: { zh: '案件与办理过程', en: 'The case and its steps' }, content };
}

/** What was asked and, as a fact of its own, what was answered; or that nobody needed an answer any longer. */
export function consultationParts<
  Asked extends { readonly state: string; readonly answeredOn: string | null; readonly answer: string | null } & {
    readonly opinion: string | null;
    readonly answeredBy: string | null;
  },
>(consultations: readonly Asked[]): CasePart[] {
  return consultations.flatMap(({ state, opinion, answer, answeredBy, answeredOn, ...asked }, index): CasePart[] => {
    const number = index + 1;
    const part = (key: string, zh: string, en: string, content: object): CasePart => ({
      chapter: 'consultation',
      key: `consultation-${number}${key}`,
      title: { zh: `第${number}次征求意见${zh}`, en: `Consultation ${number}${en}` },
      content,
    });
    const question = part('', '', '', asked);
    if (state === 'OPEN') return [question];
    if (state === 'CLOSED')
      return [question, part('-closed', '：未答复即终结', ', closed without an answer', { state })];
    return [question, part('-answer', '的答复', ', the answer', { opinion, answer, answeredBy, answeredOn })];
  });
}

/** The periods that ran with their pauses, and what each of their days is. */
export function clockParts(clocks: readonly ClockFacts[]): CasePart[] {
  if (clocks.length === 0) return [];
  const days = clocks.map((clock) => ({ rule: clock.rule, startedOn: clock.startedOn, days: explainClock(clock) }));
  return [
    { chapter: 'clock', key: 'clocks', title: { zh: '期限与中止', en: 'Periods and pauses' }, content: clocks },
    {
      chapter: 'clock',
      key: 'clock-days',
      title: { zh: '期限逐日说明', en: 'The periods day by day' },
      content: days,
      reckoned: true,
    },
  ];
}

/** What is owed and, as a fact of its own, that it was done. */
export function deadlineParts<
  Owed extends { readonly kind: string; readonly metOn: string | null } & {
    readonly metBy: string | null;
    readonly note: string | null;
  },
>(deadlines: readonly Owed[]): CasePart[] {
  return deadlines.flatMap(({ metOn, metBy, note, ...owed }): CasePart[] => {
    const key = `deadline-${owed.kind.toLowerCase().replaceAll('_', '-')}`;
    const title = { zh: `时限事项 ${owed.kind}`, en: `Deadline ${owed.kind}` };
    const part: CasePart = { chapter: 'deadline', key, title, content: owed };
    if (metOn === null) return [part];
    const met = { zh: `${title.zh} 已办结`, en: `${title.en}, met` };
    return [part, { chapter: 'deadline', key: `${key}-met`, title: met, content: { metOn, metBy, note } }];
  });
}
