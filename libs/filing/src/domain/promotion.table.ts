import { cite, type RuleRow } from '@app/kernel';

/**
 * What a group must have before it can register, as the Regulations put it; registration judges by rows of its own, and a
 * test holds the two together.
 */
const groups = (id: string, article: string, value: { least: number }): RuleRow<{ least: number }> => {
  const citation = cite('社会团体登记管理条例', article);
  return { id, value, citation, inForceFrom: '2016-02-06', mark: 'VERIFIED' };
};
const institutions = (id: string, article: string, value: { least: number }): RuleRow<{ least: number }> => {
  const citation = cite('民办非企业单位登记管理暂行条例', article);
  return { id, value, citation, inForceFrom: '1998-10-25', mark: 'VERIFIED' };
};

/** 社会团体: 50 individuals, 30,000 yuan, premises, staff. */
export const PROMOTE_SOCIAL_GROUP = {
  members: groups('PROMOTE-SG-MEMBERS', '第十条第一款第(一)项', { least: 50 }),
  premises: groups('PROMOTE-SG-PREMISES', '第十条第一款第(三)项', { least: 1 }),
  staff: groups('PROMOTE-SG-STAFF', '第十条第一款第(四)项', { least: 1 }),
  funds: groups('PROMOTE-SG-FUNDS', '第十条第一款第(五)项', { least: 30_000 }),
};

/** 社会服务机构 (民办非企业单位): no number of members; staff, property, premises. */
export const PROMOTE_SERVICE_INSTITUTION = {
  staff: institutions('PROMOTE-SSI-STAFF', '第八条第一款第(三)项', { least: 1 }),
  funds: institutions('PROMOTE-SSI-FUNDS', '第八条第一款第(四)项', { least: 1 }),
  premises: institutions('PROMOTE-SSI-PREMISES', '第八条第一款第(五)项', { least: 1 }),
};

/** A group that lacks so many things at most is nearly there. */
export const PROMOTE_NEARLY: RuleRow<{ lacking: number }> = {
  id: 'PROMOTE-NEARLY',
  value: { lacking: 2 },
  citation: cite('京办发〔2016〕43号', '四(二)'),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
};
