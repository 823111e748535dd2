import { cite, type RuleRow } from '@app/kernel';

const duties = (id: string, article = '专栏6'): RuleRow => ({
  id,
  citation: cite('京办发〔2016〕43号', article),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
  value: undefined,
});

/** A hub links, serves and manages its own members; it writes to, guides and reports on nobody else. */
export const HUB_MEMBER = duties('HUB-MEMBER');

/** An organization joins a hub that it does not belong to, and leaves one that it does. */
export const HUB_MEMBERSHIP = duties('HUB-MEMBERSHIP');

/** A service has an outcome once it is over, and its days are in order. */
export const HUB_SERVICE = duties('HUB-SERVICE');

/** What is reported of party building is of a day that has come. */
export const HUB_PARTY = duties('HUB-PARTY');

export const REPORT_PARTS = ['summary', 'activities', 'partyBuilding', 'funds', 'risks', 'plan'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The parts of an annual work report (members, activities, party, funds, risks), all of them written before it is signed. */
export const HUB_REPORT: RuleRow<readonly ReportPart[]> = { ...duties('HUB-REPORT'), value: REPORT_PARTS };

/** The report on a year is due on 31 March of the next. */
export const HUB_REPORT_DUE: RuleRow<{ readonly month: number; readonly day: number }> = {
  ...duties('HUB-REPORT-DUE'),
  value: { month: 3, day: 31 },
};
