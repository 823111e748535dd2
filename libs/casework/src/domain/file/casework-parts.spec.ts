import { cite } from '@app/kernel';
import { clockParts, consultationParts, deadlineParts } from './casework-parts.js';

const keys = (parts: readonly { key: string }[]) => parts.map(({ key }) => key);
const asked = { question: '是否同意', opinion: null, answer: null, answeredBy: null, answeredOn: null };
const owed = { kind: 'CERTIFICATE_DELIVERY', dueOn: '2026-12-08', metOn: null, metBy: null, note: null };

it('tells of a question in the same words before and after its answer, which is a part of its own', () => {
  const answered = { opinion: 'AGREE', answer: '同意', answeredBy: 'hub', answeredOn: '2026-11-25' };
  const [before, after, closed] = [
    consultationParts([{ ...asked, state: 'OPEN' }]),
    consultationParts([{ ...asked, ...answered, state: 'ANSWERED' }]),
    consultationParts([{ ...asked, state: 'CLOSED' }]),
  ];
  expect(keys(before)).toEqual(['consultation-1']);
  expect(keys(after)).toEqual(['consultation-1', 'consultation-1-answer']);
  expect(keys(closed)).toEqual(['consultation-1', 'consultation-1-closed']);
  expect([after[0], closed[0]]).toEqual([before[0], before[0]]);
  expect(after[1]).toMatchObject({ content: answered });
});

it('tells of a deadline in the same words before and after it was met', () => {
  const met = { metOn: '2026-12-01', metBy: 'acceptance', note: '当面领取' };
  const [before, after] = [deadlineParts([owed]), deadlineParts([{ ...owed, ...met }])];
  expect(after).toMatchObject([before[0], { key: 'deadline-certificate-delivery-met', content: met }]);
});

it('tells of each day of a clock beside the clock itself, and of no clock where none ran', () => {
  const period = { days: 5, unit: 'working', rolls: false } as const;
  const clock = { rule: 'X', citation: cite('许可法', '第三十二条'), startedOn: '2026-11-24', period };
  const [facts, days] = clockParts([{ ...clock, extendedDays: 0, pauses: [] }]);
  expect(facts).toMatchObject({ key: 'clocks', content: [clock] });
  expect(days).toMatchObject({ key: 'clock-days', reckoned: true, content: [{ rule: 'X' }] });
  expect(clockParts([])).toEqual([]);
});
