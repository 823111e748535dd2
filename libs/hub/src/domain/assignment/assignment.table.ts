import { cite, type RuleRow } from '@app/kernel';

/** One primary hub at a time, each hub named once, and only hubs that stand (四(一): 交由相关“枢纽型”社会组织服务管理). */
export const HUB_ASSIGNMENT: RuleRow = {
  id: 'HUB-ASSIGNMENT',
  citation: cite('京办发〔2016〕43号', '四(一)'),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
  value: undefined,
};
