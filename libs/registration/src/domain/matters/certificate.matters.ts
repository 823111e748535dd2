import { cite, type Violation } from '@app/kernel';
import { breach } from '../judge.js';
import { replacedCertificate } from './change.matter.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, LIVING, type Matter } from './matter.js';
import { byKind, everyKind } from './matter-sources.js';
import { CERTIFICATE_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { RECORDING } from './recording.workflow.js';

const sealRule: MatterRule = ({ filed }, on): Violation[] => {
  const { sealFiled = false, bank, accountEnding } = filed.sealAndAccount ?? {};
  return [
    ...breach(
      ROWS.something,
      on,
      !sealFiled && bank === undefined,
      '/sealAndAccount',
      '没有报送印章式样或者银行账号',
      'neither seal nor account is filed',
    ),
    ...breach(
      ROWS.account,
      on,
      (bank === undefined) !== (accountEnding === undefined),
      '/sealAndAccount/accountEnding',
      '开户银行与账号末四位须一并填写',
      'bank and last digits of the account come together',
    ),
  ];
};

/** 印章式样、银行账号备案 (社会团体登记管理条例 第十六条, 民非 第十四条, 基金会 第十四条第三款); no article gives a period. */
export const SEAL_AND_ACCOUNT: Matter = {
  type: 'SEAL_AND_ACCOUNT',
  part: 'sealAndAccount',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: LIVING,
  ground: byKind({ SOCIAL_GROUP: '第十六条', SOCIAL_SERVICE_INSTITUTION: '第十四条', FOUNDATION: '第十四条第三款' }),
  papers: papersOf('SEAL_AND_ACCOUNT'),
  rows: [ROWS.something, ROWS.account],
  rule: sealRule,
  effects: ({ filed }, { on }) => {
    const { sealFiled, bank, accountEnding } = filed.sealAndAccount!;
    return [
      {
        kind: 'SEAL_AND_ACCOUNT_FILED',
        set: {
          ...(sealFiled ? { sealFiledOn: on } : {}),
          ...(bank === undefined ? {} : { bankAccount: { bank, ending: accountEnding, filedOn: on } }),
        },
      },
    ];
  },
};

const replacementRule: MatterRule = ({ filed }, on): Violation[] => {
  const { cause = 'LOST', noticePublishedOn, publishedIn } = filed.replacement ?? {};
  const untold = cause === 'LOST' && (noticePublishedOn === undefined || noticePublishedOn > on || !publishedIn);
  return breach(
    ROWS.notice,
    on,
    untold,
    '/replacement/noticePublishedOn',
    '证书遗失的，须先公告声明作废',
    'a certificate that was lost must be declared void in public first',
  );
};

/** 证书补领、换领: lost, damaged, or at the end of its term. The old one stands no longer, and the register says so. */
export const CERTIFICATE_REPLACEMENT: Matter = {
  type: 'CERTIFICATE_REPLACEMENT',
  part: 'replacement',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  // While it is suspended the registrar keeps the certificate under seal (第三十三条第一款).
  during: ['ACTIVE'],
  ground: everyKind(cite('中华人民共和国行政许可法', '第三十九条')),
  papers: papersOf('CERTIFICATE_REPLACEMENT'),
  rows: [ROWS.notice],
  rule: replacementRule,
  certificate: () => true,
  effects: ({ filed, organization }, granting) => [
    { kind: 'CERTIFICATE_REPLACED', set: replacedCertificate(organization, granting, filed.replacement!.cause) },
  ],
};
