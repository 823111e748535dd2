/** Codes found in public text, each recomputed by both checks; test data only. */
export const VALID_CODES: readonly (readonly [code: string, holder: string])[] = [
  ['53100000500021676K', '北京理工大学教育基金会'],
  ['51100000500012681T', '中国医疗保健国际交流促进会'],
  ['53440300305837768J', '深圳市善加公益基金会'],
  ['51110000MJ0101505U', '北京数字健康研究会'],
  ['51110000500317549R', 'a Beijing association'],
  ['51100000500002862F', 'a national association'],
  ['53100000500009167K', 'a national foundation'],
  ['52440300MJL186084F', 'a Shenzhen social service institution, organization code with letters'],
  ['12100000400009127B', '北京理工大学, a public institution'],
  ['91110302562134916R', '北京京东世纪信息技术有限公司, a company'],
  ['91350100M000100Y43', 'the worked example of GB 32100 that is widely quoted'],
];

/** Codes that claim to be valid and are not, with the check characters they should have. */
export const INVALID_CODES: readonly (readonly [code: string, check18: string, bodyCheck: string, label: string])[] = [
  ['51100000500000024G', 'M', '3', 'invented for a famous national body: both checks wrong'],
  ['531000005000074012', 'D', '1', 'invented for a famous national foundation: both checks wrong'],
  ['521100005000189238', '8', '8', 'check 18 right, organization code wrong'],
];
