import type { Bilingual } from '@app/kernel';

/** Everything that is done with an organization after its birth, one case each (办理事项). */
export const MATTER_TYPES = [
  'CHANGE',
  'CHARTER_APPROVAL',
  'CHARITY_RECOGNITION',
  'FUNDRAISING_QUALIFICATION',
  'FOUNDATION_BRANCH',
  'MERGER',
  'SPLIT',
  'DEREGISTRATION',
  'LEADERS_FILING',
  'ELECTION_DELAY',
  'SEAL_AND_ACCOUNT',
  'CERTIFICATE_REPLACEMENT',
  'BRANCH_RECORD',
  'LIQUIDATION',
  'MERGER_CONSENT',
  'CORRECTION',
  'ANNOTATION',
  'SUSPENSION',
  'SUSPENSION_END',
  'ANNULMENT',
  'REVOCATION',
  'REMEDY_OUTCOME',
] as const;

export type MatterType = (typeof MATTER_TYPES)[number];

export const MATTER_TITLES: Readonly<Record<MatterType, Bilingual>> = {
  CHANGE: { zh: '变更登记', en: 'change of registered items' },
  CHARTER_APPROVAL: { zh: '章程核准', en: 'approval of the charter' },
  CHARITY_RECOGNITION: { zh: '慈善组织认定', en: 'recognition as a charity' },
  FUNDRAISING_QUALIFICATION: { zh: '公开募捐资格', en: 'qualification for public fundraising' },
  FOUNDATION_BRANCH: { zh: '基金会分支（代表）机构设立登记', en: 'registration of a branch of a foundation' },
  MERGER: { zh: '合并', en: 'merger' },
  SPLIT: { zh: '分立', en: 'split' },
  DEREGISTRATION: { zh: '注销登记', en: 'deregistration' },
  LEADERS_FILING: { zh: '负责人备案（换届）', en: 'filing of leaders after an election' },
  ELECTION_DELAY: { zh: '延期换届', en: 'delay of an election' },
  SEAL_AND_ACCOUNT: { zh: '印章式样、银行账号备案', en: 'filing of seal and bank account' },
  CERTIFICATE_REPLACEMENT: { zh: '证书补领、换领', en: 'replacement of the certificate' },
  BRANCH_RECORD: { zh: '分支（代表）机构记载', en: 'record of a branch' },
  LIQUIDATION: { zh: '成立清算组织', en: 'beginning of liquidation' },
  MERGER_CONSENT: { zh: '同意并入', en: 'consent to be merged' },
  CORRECTION: { zh: '更正登记', en: 'correction of an entry' },
  ANNOTATION: { zh: '登记备注', en: 'annotation' },
  SUSPENSION: { zh: '限期停止活动', en: 'suspension for a time' },
  SUSPENSION_END: { zh: '恢复活动', en: 'end of a suspension' },
  ANNULMENT: { zh: '撤销登记', en: 'annulment of registration' },
  REVOCATION: { zh: '吊销登记证书', en: 'revocation of the certificate' },
  REMEDY_OUTCOME: { zh: '复议、诉讼结果', en: 'outcome of a review or suit' },
};
