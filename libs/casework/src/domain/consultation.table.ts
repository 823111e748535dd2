import { cite, type Period, type RuleRow } from '@app/kernel';

/** How long somebody who is asked for an opinion has to answer, unless the officer sets a day of his own. */
export const CONSULTATION_PERIOD: RuleRow<Period> = {
  id: 'CW-CONSULTATION-PERIOD',
  value: { days: 10, unit: 'working', rolls: false },
  citation: cite('中华人民共和国行政许可法', '第二十六条第二款'),
  inForceFrom: '2004-07-01',
  mark: 'DESIGN',
};
