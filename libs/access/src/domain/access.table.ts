import { cite, type LegalDate, type RuleRow } from '@app/kernel';

const LAW = '中华人民共和国个人信息保护法';
const IN_FORCE = '2021-11-01' as LegalDate;

/** The law asks for measures against unauthorized access; how long a password must be is our answer to that. */
export const PASSWORD_LENGTH: RuleRow<{ least: number; most: number }> = {
  id: 'PASSWORD-LENGTH',
  value: { least: 12, most: 128 },
  citation: cite(LAW, '第五十一条第(三)项'),
  inForceFrom: IN_FORCE,
  mark: 'DESIGN',
};

export const PASSWORD_GUESSABLE: RuleRow<null> = { ...PASSWORD_LENGTH, id: 'PASSWORD-GUESSABLE', value: null };
export const PASSWORD_OF_USERNAME: RuleRow<null> = { ...PASSWORD_LENGTH, id: 'PASSWORD-OF-USERNAME', value: null };
export const PASSWORD_UNCHANGED: RuleRow<null> = { ...PASSWORD_LENGTH, id: 'PASSWORD-UNCHANGED', value: null };

/** A username stands in the audit trail for ever: no ID number and no telephone number may get there. */
export const USERNAME_PERSONAL: RuleRow<RegExp> = {
  id: 'USERNAME-PERSONAL',
  value: /\d{11}/,
  citation: cite(LAW, '第六条第二款'),
  inForceFrom: IN_FORCE,
  mark: 'DESIGN',
};

/** 合理确定个人信息处理的操作权限: who may do what, and that each account is somebody. */
const OPERATING_RIGHTS: RuleRow<null> = {
  id: 'OPERATING-RIGHTS',
  value: null,
  citation: cite(LAW, '第五十一条第(四)项'),
  inForceFrom: IN_FORCE,
  mark: 'DESIGN',
};

export const USERNAME_TAKEN: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'USERNAME-TAKEN' };
export const ROLE_SCOPE: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'ROLE-SCOPE' };
export const ROLE_HELD: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'ROLE-HELD' };
export const ADMINISTRATOR_DECIDES_NOTHING: RuleRow<null> = {
  ...OPERATING_RIGHTS,
  id: 'ADMINISTRATOR-DECIDES-NOTHING',
};
export const LAST_ADMINISTRATOR: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'LAST-ADMINISTRATOR' };
export const OPEN_ALREADY: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'OPEN-ALREADY' };
export const ACCOUNT_DISABLED: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'ACCOUNT-DISABLED' };
export const CREDIT_CODE: RuleRow<null> = { ...OPERATING_RIGHTS, id: 'CREDIT-CODE' };

/** On what ground rights are given and taken. */
export const OPERATING_RIGHTS_CITATION = OPERATING_RIGHTS.citation;
