import { casePath, noticeOfStep } from './step-notices.table.js';

describe('a step', () => {
  it('of an office is told to the applicant by the notice of its action', () => {
    expect(noticeOfStep({ action: 'accept', party: 'ACCEPTANCE_OFFICER' })).toBe('accepted');
    expect(noticeOfStep({ action: 'deem-accepted', party: 'SYSTEM' })).toBe('deemed-accepted');
  });

  it('of the applicant is told only as the receipt of what he submitted', () => {
    expect(noticeOfStep({ action: 'submit', party: 'APPLICANT' })).toBe('case-received');
    expect(noticeOfStep({ action: 'withdraw', party: 'APPLICANT' })).toBeUndefined();
  });

  it('that is internal, or has no notice, is told to nobody', () => {
    expect(noticeOfStep({ action: 'approve', party: 'APPROVAL_OFFICER', internal: true })).toBeUndefined();
    for (const action of ['begin-review', 'complete-review', 'return-to-review', 'constructor', 'unheard-of']) {
      expect(noticeOfStep({ action, party: 'REVIEW_OFFICER' })).toBeUndefined();
    }
  });
});

it('a case has a path where its procedure has one', () => {
  expect(casePath('establishment', '1')).toBe('/api/v1/registrations/1');
  expect(casePath('unheard-of', '1')).toBeUndefined();
});
