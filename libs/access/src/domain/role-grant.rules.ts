import { isCivilAffairs, parseCreditCode, violationOf, type Violation } from '@app/kernel';
import { ADMINISTRATOR_DECIDES_NOTHING, CREDIT_CODE, ROLE_HELD, ROLE_SCOPE } from './access.table.js';
import { ROLE_TABLE, type Role } from './roles.table.js';

interface Wanted {
  readonly role: Role;
  readonly scope: string | null;
}

/** Everything that speaks against giving this role to an account that holds, or is to get, `others`. */
export function roleGrantViolations(wanted: Wanted, others: readonly Wanted[]): Violation[] {
  const found = scopeViolations(wanted);
  if (others.some(({ role, scope }) => role === wanted.role && scope === wanted.scope)) {
    const en = 'The account holds this role already, or it is proposed';
    found.push(violationOf(ROLE_HELD, '/role', '该账号已有或者已提议授予此角色', en));
  }
  if (others.some(({ role }) => excludes(role, wanted.role))) {
    const zh = '系统管理员不得办理业务事项，不能与办理人员角色兼任';
    const en = 'An administrator decides nothing: the role goes together with no deciding role';
    found.push(violationOf(ADMINISTRATOR_DECIDES_NOTHING, '/role', zh, en));
  }
  return found;
}

function excludes(one: Role, other: Role): boolean {
  const decides = (role: Role) => ROLE_TABLE[role].decides;
  return (one === 'ADMINISTRATOR' && decides(other)) || (other === 'ADMINISTRATOR' && decides(one));
}

function scopeViolations({ role, scope }: Wanted): Violation[] {
  const { scopeType, scopeShape } = ROLE_TABLE[role];
  if (scopeType === 'CREDIT_CODE') return creditCodeViolations(scope ?? '', '/scope');
  if (scopeShape === undefined ? scope === null : scopeShape.test(scope ?? '')) return [];
  return [violationOf(ROLE_SCOPE, '/scope', ...scopeText(role))];
}

function scopeText(role: Role): [zh: string, en: string] {
  if (role === 'STREET_OFFICER') {
    return ['应填写街道（乡镇）的9位代码', 'The scope is the nine-digit code of a street or township'];
  }
  switch (ROLE_TABLE[role].scopeType) {
    case 'DIVISION':
      return ['应填写6位行政区划代码', 'The scope is a six-digit division code'];
    case 'HUB':
      return ['应填写枢纽型社会组织编号', 'The scope is the code of a hub'];
    case 'ORGAN':
      return ['应填写业务主管单位代码（大写字母、数字）', 'The scope is the code of the supervising organ'];
    default:
      return ['该角色没有范围', 'This role has no scope'];
  }
}

/** What is wrong with a credit code that is to be one of civil affairs. */
export function creditCodeViolations(code: string, pointer: string): Violation[] {
  const parsed = parseCreditCode(code);
  if (!parsed.ok) {
    return parsed.defects.map(({ message }) => violationOf(CREDIT_CODE, pointer, message.zh, message.en));
  }
  if (isCivilAffairs(parsed.parts)) return [];
  const en = 'This is not a code of a social organization registered by civil affairs';
  return [violationOf(CREDIT_CODE, pointer, '不是民政部门登记的社会组织的代码', en)];
}
