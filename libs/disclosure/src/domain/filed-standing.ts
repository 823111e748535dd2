import type { Bilingual } from '@app/kernel';

/** What the public is told of the standing of a filed group (豫民文〔2021〕235号; 取缔非法社会组织办法, 民政部令第77号). */
export const FILED_STANDING: Bilingual = {
  zh: '已备案，不具有法人资格；依法备案的社会组织不是非法社会组织',
  en: 'Filed: no legal person. A group that is filed is no illegal organization either',
};
