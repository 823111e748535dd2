import { cite, type RuleRow } from '@app/kernel';

/** An applicant answers for the materials, so they must be there and be the applicant's own. */
export const DOCUMENT_NOT_YOURS: RuleRow = {
  id: 'DOCUMENT_NOT_YOURS',
  value: true,
  citation: cite('中华人民共和国行政许可法', '第三十一条第一款'),
  inForceFrom: '2004-07-01',
  mark: 'DESIGN',
};
