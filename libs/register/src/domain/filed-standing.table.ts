import { cite, type Bilingual, type RuleRow } from '@app/kernel';

/**
 * What a filed group is not, and is not either (取缔非法社会组织办法, 民政部令第77号): it stands in every answer about one. A rule of
 * another province, as a guide restates it, says so of filing.
 */
export const FILED_STANDING: RuleRow<Bilingual> = {
  id: 'FILING-STANDING',
  value: {
    zh: '已备案，不具有法人资格；依法备案的社会组织不是非法社会组织',
    en: 'Filed: no legal person. A group that is filed is no illegal organization either',
  },
  citation: cite('豫民文〔2021〕235号', '社区社会组织备案'),
  inForceFrom: '2016-11-11',
  mark: 'RESTATED',
};
