import { cite, type LegalDate, type Mark, type RuleRow } from '@app/kernel';

/** Writes rows of one law: id, article, value; VERIFIED unless the fourth argument says otherwise. */
export type RowWriter = <V>(id: string, article: string, value: V, mark?: Mark) => RuleRow<V>;

/** `inForceFrom` is the day from which the text that was read applies, not the day of the law's first version. */
export function source(law: string, inForceFrom: LegalDate, inForceTo?: LegalDate): RowWriter {
  return (id, article, value, mark = 'VERIFIED') =>
    Object.freeze({
      id,
      value,
      citation: cite(law, article),
      inForceFrom,
      ...(inForceTo === undefined ? {} : { inForceTo }),
      mark,
    });
}

/** 国务院令第250号, in the text of the revision of 2016-02-06; articles of 1998 were numbered otherwise. */
export const socialGroupRegulation = source('社会团体登记管理条例', '2016-02-06');
/** 国务院令第251号, in force from its publication (第三十二条). */
export const serviceInstitutionRegulation = source('民办非企业单位登记管理暂行条例', '1998-10-25');
/** 国务院令第400号 (第四十八条). */
export const foundationRegulation = source('基金会管理条例', '2004-06-01');
/**
 * Arts 9 to 11 and 16 read alike in the text of 2016 and in the one amended on 2023-12-29 (in force
 * 2024-09-05, that day from memory) as far as establishment goes, so one row serves both.
 */
export const charityLaw = source('中华人民共和国慈善法', '2016-09-01');
/** In force by 第八十三条; the text of 2019-04-23 was read. */
export const licensingLaw = source('中华人民共和国行政许可法', '2004-07-01');
export const overseasNgoLaw = source('中华人民共和国境外非政府组织境内活动管理法', '2017-01-01');
/** Text of the amendment of 2017-09-01 (in force 2018-01-01), until the Act of 2023 took its place. */
export const reviewAct2017 = source('中华人民共和国行政复议法', '2018-01-01', '2023-12-31');
export const reviewAct2023 = source('中华人民共和国行政复议法', '2024-01-01');
/** Text of the amendment of 2017-06-27; its first day 2017-07-01 is from memory. */
export const litigationLaw = source('中华人民共和国行政诉讼法', '2017-07-01');
/** 民政部令第69号. */
export const nameMeasures = source('社会组织名称管理办法', '2024-05-01');
/** 中办发〔2016〕46号; title, number and day are from memory. The Regulations have no article on direct registration. */
export const directRegistrationPolicy = source(
  '关于改革社会组织管理制度促进社会组织健康有序发展的意见（中办发〔2016〕46号）',
  '2016-08-21',
);
/** Names the classes that stay outside direct registration; from memory. */
export const reformPlan2013 = source('国务院机构改革和职能转变方案', '2013-03-14');
