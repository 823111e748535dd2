import { cite, type RuleRow } from '@app/kernel';

/** 专栏1 第14项: organizations per 10,000 permanent residents; which of them count is nowhere said, so both figures are given. */
export const INDICATOR_14: RuleRow<{ readonly target: number; readonly per: number }> = {
  id: 'HUB-INDICATOR-14',
  citation: cite('京办发〔2016〕43号', '专栏1第14项'),
  inForceFrom: '2016-11-11',
  mark: 'VERIFIED',
  value: { target: 25, per: 10_000 },
};

/** 专栏1 第26项: hubs with a joint party organization, in per cent; the mid-term review of 2018 left it uncounted for want of a definition. */
export const INDICATOR_26: RuleRow<{ readonly target: number }> = {
  id: 'HUB-INDICATOR-26',
  citation: cite('京办发〔2016〕43号', '专栏1第26项'),
  inForceFrom: '2016-11-11',
  mark: 'VERIFIED',
  value: { target: 100 },
};

/** Population figures come from a published source and its year; nothing is estimated. */
export const POPULATION: RuleRow = {
  id: 'HUB-POPULATION',
  citation: cite('京办发〔2016〕43号', '专栏1第14项'),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
  value: undefined,
};
