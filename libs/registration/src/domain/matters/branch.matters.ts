import { cite, type Violation } from '@app/kernel';
import { elementField, type Branch, type OrganizationState } from '@app/register';
import { PROVINCES, shortProvince } from '../name/division-name.js';
import { breach } from '../judge.js';
import type { BranchContent } from './matter-content.js';
import type { MatterRule } from './matter.facts.js';
import { LIVING, type Effect, type Granting, type Matter } from './matter.js';
import { byKind, everyKind } from './matter-sources.js';
import { BRANCH_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';
import { RECORDING } from './recording.workflow.js';

const BLANK: BranchContent = {
  action: 'ADD',
  name: '',
  type: 'BRANCH',
  scope: '',
  ownCharter: false,
  ownAccount: false,
};

const groupRule: MatterRule = ({ filed, organization, surroundings }, on): Violation[] => {
  const branch = filed.branch ?? BLANK;
  const { action, name, under, ownCharter, ownAccount, resolvedOn, type } = branch;
  if (organization.kind === 'SOCIAL_SERVICE_INSTITUTION') {
    return breach(
      ROWS.none,
      on,
      true,
      '/branch',
      '民办非企业单位不得设立分支机构',
      'a 民办非企业单位 may have no branch',
    );
  }
  const standing = branchNamed(organization, name);
  if (action === 'CLOSE') {
    return breach(ROWS.known, on, !standing, '/branch/name', '没有此分支（代表）机构', 'it has no such branch');
  }
  const rest = name.startsWith(organization.name) ? name.slice(organization.name.length) : name;
  const places = [...PROVINCES, ...PROVINCES.map(shortProvince), ...surroundings.authorityNames];
  const territorial = type === 'BRANCH' && places.some((place) => place !== '' && rest.startsWith(place));
  return [
    ...breach(
      ROWS.fullName,
      on,
      !name.startsWith(organization.name) || rest === '',
      '/branch/name',
      '分支机构名称应当以社会团体全称开头',
      'its name begins with the full name of the group',
    ),
    ...breach(
      ROWS.once,
      on,
      standing !== undefined,
      '/branch/name',
      '已有同名的分支（代表）机构',
      'there is a branch of this name',
    ),
    ...breach(
      ROWS.below,
      on,
      under !== undefined,
      '/branch/under',
      '分支机构不得再设立分支机构',
      'a branch may have no branch',
    ),
    ...breach(
      ROWS.territorial,
      on,
      territorial,
      '/branch/name',
      '不得设立地域性的分支机构',
      'no branch may be territorial',
    ),
    ...breach(
      ROWS.ownCharter,
      on,
      ownCharter,
      '/branch/ownCharter',
      '分支机构不得制定章程',
      'a branch has no charter of its own',
    ),
    ...breach(
      ROWS.ownAccount,
      on,
      ownAccount,
      '/branch/ownAccount',
      '分支机构不得开立银行账户',
      'a branch has no bank account of its own',
    ),
    ...breach(
      ROWS.council,
      on,
      resolvedOn === undefined,
      '/branch/resolvedOn',
      '未写明理事会决定的日期',
      'the day of the council’s decision is missing',
    ),
  ];
};

const foundationRule: MatterRule = ({ filed, organization, people }, on): Violation[] => {
  const { action, name, residence = '', scope } = filed.branch ?? BLANK;
  // 撤销分支机构、代表机构的，应当办理注销登记 (第十七条第一款).
  if (action === 'CLOSE') {
    const unknown = branchNamed(organization, name) === undefined;
    return breach(ROWS.foundationKnown, on, unknown, '/branch/name', '没有此分支（代表）机构', 'it has no such branch');
  }
  const unidentified = people.some(({ documentValid }) => !documentValid);
  const lacking = name === '' || residence === '' || scope === '' || people.length === 0 || unidentified;
  return [
    ...breach(
      ROWS.foundation,
      on,
      lacking,
      '/branch',
      '须写明名称、住所、公益活动的业务范围和负责人',
      'name, residence, scope and head are all needed',
    ),
    ...breach(
      ROWS.foundationOnce,
      on,
      branchNamed(organization, name) !== undefined,
      '/branch/name',
      '已有同名的分支（代表）机构',
      'there is a branch of this name',
    ),
  ];
};

function branchNamed({ branches = [] }: OrganizationState, name: string): Branch | undefined {
  return branches.find((branch) => branch.name === name);
}

function effectsOf(added: Effect['kind']): Matter['effects'] {
  return ({ filed }, { on }: Granting) => {
    const { action, name, type, scope, residence } = filed.branch!;
    const field = elementField('branch', name);
    if (action === 'CLOSE') return [{ kind: 'BRANCH_CLOSED', set: { [field]: null } }];
    return [{ kind: added, set: { [field]: { name, type, scope, residence, since: on } } }];
  };
}

/** A branch of a 社会团体: decided by its council, recorded and not approved (京民社发〔2014〕256号). */
export const BRANCH_RECORD: Matter = {
  type: 'BRANCH_RECORD',
  part: 'branch',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION'],
  during: LIVING,
  ground: byKind({ SOCIAL_GROUP: '第十七条', SOCIAL_SERVICE_INSTITUTION: '第十三条', FOUNDATION: '第十二条' }),
  papers: papersOf('BRANCH_RECORD'),
  rows: [
    ...[ROWS.none, ROWS.below, ROWS.territorial, ROWS.fullName, ROWS.ownCharter, ROWS.ownAccount],
    ...[ROWS.council, ROWS.once, ROWS.known],
  ],
  rule: groupRule,
  effects: effectsOf('BRANCH_RECORDED'),
};

/** A branch of a foundation is registered, within sixty days of all papers (基金会管理条例 第十二条). */
export const FOUNDATION_BRANCH: Matter = {
  type: 'FOUNDATION_BRANCH',
  people: true,
  part: 'branch',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ['FOUNDATION'],
  during: LIVING,
  ground: everyKind(cite('基金会管理条例', '第十二条第二款')),
  papers: papersOf('FOUNDATION_BRANCH'),
  rows: [ROWS.foundation, ROWS.foundationOnce, ROWS.foundationKnown, ROWS.foundationDecision],
  rule: foundationRule,
  period: () => ({ row: ROWS.foundationDecision, from: 'RECEIPT' }),
  effects: effectsOf('BRANCH_REGISTERED'),
};
