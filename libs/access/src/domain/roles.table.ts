import type { Bilingual } from '@app/kernel';

/** Every role there is. */
export const ROLES = [
  'APPLICANT',
  'ORGANIZATION_AGENT',
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'STREET_OFFICER',
  'HUB_OFFICER',
  'LEADING_GROUP_OFFICER',
  'DEPARTMENT_OFFICER',
  'DECOUPLING_OFFICER',
  'ENFORCEMENT_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;

export type Role = (typeof ROLES)[number];

/** What a role is limited to: a division and everything below it, one hub, one organization, one organ, or nothing. */
export type ScopeType = 'NONE' | 'DIVISION' | 'HUB' | 'CREDIT_CODE' | 'ORGAN';

/** The limit of one grant; `scope` is null for a role without limit. */
export interface Scope {
  readonly scopeType: ScopeType;
  readonly scope: string | null;
}

/** A role that an account holds now. */
export interface Grant extends Scope {
  readonly id: string;
  readonly role: Role;
}

export interface RoleRow {
  readonly title: Bilingual;
  readonly scopeType: ScopeType;
  /** What a scope of this role looks like. */
  readonly scopeShape?: RegExp;
  /** Takes part in decisions, which an administrator may not. */
  readonly decides: boolean;
}

const DIVISION = /^\d{6}$/;
const STREET = /^\d{9}$/;
const CODE = /^[A-Z0-9_-]{2,40}$/;

function officer(zh: string, en: string, scopeType: ScopeType, scopeShape: RegExp): RoleRow {
  return { title: { zh, en }, scopeType, scopeShape, decides: true };
}

function unlimited(zh: string, en: string): RoleRow {
  return { title: { zh, en }, scopeType: 'NONE', decides: false };
}

/** What each role is called, what it is limited to, and whether it decides. */
export const ROLE_TABLE: Readonly<Record<Role, RoleRow>> = {
  APPLICANT: unlimited('申请人', 'applicant'),
  ORGANIZATION_AGENT: {
    title: { zh: '社会组织经办人', en: "organization's agent" },
    scopeType: 'CREDIT_CODE',
    scopeShape: /^[0-9A-Z]{18}$/,
    decides: false,
  },
  ACCEPTANCE_OFFICER: officer('受理人员', 'acceptance officer', 'DIVISION', DIVISION),
  REVIEW_OFFICER: officer('审查人员', 'review officer', 'DIVISION', DIVISION),
  APPROVAL_OFFICER: officer('决定人员', 'approval officer', 'DIVISION', DIVISION),
  STREET_OFFICER: officer('街道（乡镇）人员', 'street office officer', 'DIVISION', STREET),
  HUB_OFFICER: officer('枢纽型社会组织人员', 'hub officer', 'HUB', CODE),
  LEADING_GROUP_OFFICER: officer('社会建设工作领导小组人员', 'leading group officer', 'DIVISION', DIVISION),
  DEPARTMENT_OFFICER: officer('业务主管单位人员', 'department officer', 'ORGAN', CODE),
  DECOUPLING_OFFICER: officer('脱钩工作人员', 'decoupling officer', 'DIVISION', DIVISION),
  ENFORCEMENT_OFFICER: officer('执法人员', 'enforcement officer', 'DIVISION', DIVISION),
  AUDITOR: unlimited('审计人员', 'auditor'),
  ADMINISTRATOR: unlimited('系统管理员', 'administrator'),
};
