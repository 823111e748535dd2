import type { Bilingual, Mark, RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  foundationRegulation as fd,
  licensingLaw as al,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
  type RowWriter,
} from '../law-sources.js';
import type { MatterPaper } from './matter-content.js';
import type { MatterFacts } from './matter.facts.js';
import { branchNotice, charityLaw2023, civilCode } from './matter-sources.js';
import type { MatterType } from './matter-types.js';

/** A paper that a matter needs: always, or when what is filed calls for it. */
export interface PaperRule {
  readonly matter: MatterType;
  readonly paper: MatterPaper;
  readonly name: Bilingual;
  readonly kinds: readonly Kind[];
  readonly when?: (facts: MatterFacts) => boolean;
}

export type PaperRow = RuleRow<PaperRule>;

const NAMES: Readonly<Record<MatterPaper, Bilingual>> = {
  APPLICATION_FORM: { zh: '法定代表人签署的申请书', en: 'the application, signed by the legal representative' },
  SUPERVISOR_CONSENT: { zh: '业务主管单位审查同意的文件', en: 'the consent of the supervising unit' },
  RESOLUTION: { zh: '会议决议或者纪要', en: 'the resolution or minutes' },
  PREMISES_RIGHT: { zh: '新住所使用权证明', en: 'proof of the right to use the new premises' },
  CAPITAL_VERIFICATION: { zh: '验资报告', en: 'the capital verification' },
  PERSONS_IDENTITY: { zh: '负责人基本情况、身份证明', en: 'particulars and identity of the persons' },
  FINANCIAL_AUDIT: { zh: '财务审计报告', en: 'the financial audit' },
  CHARTER: { zh: '章程', en: 'the charter' },
  LIQUIDATION_REPORT: { zh: '清算报告书', en: 'the liquidation report' },
  CREDITORS_NOTICE: { zh: '通知、公告债权人的证明', en: 'proof of the notice to creditors' },
  AGREEMENT: { zh: '合并或者分立协议', en: 'the agreement of merger or split' },
  LOSS_NOTICE: { zh: '证书遗失公告', en: 'the public notice of the loss' },
  OLD_CERTIFICATE: { zh: '原登记证书', en: 'the old certificate' },
  SEAL_IMPRESSION: { zh: '印章式样', en: 'the impression of the seal' },
  ACCOUNT_PROOF: { zh: '银行开户证明', en: 'proof of the bank account' },
  INTERNAL_RULES: { zh: '内部治理和管理制度', en: 'the rules of its governance' },
  EVIDENCE: { zh: '证明材料', en: 'the evidence' },
  DECISION_PAPER: { zh: '决定书或者裁判文书', en: 'the decision or judgment' },
};

type Article = string | readonly [string, Mark];
type Articles = Readonly<Partial<Record<Kind, Article>>>;
const WRITERS: Readonly<Record<Kind, readonly [string, RowWriter]>> = {
  SOCIAL_GROUP: ['SG', sg],
  SOCIAL_SERVICE_INSTITUTION: ['SSI', ssi],
  FOUNDATION: ['FD', fd],
};
const KINDS = Object.keys(WRITERS) as Kind[];

/** One row for each kind whose Regulations are named. */
function papers(matter: MatterType, paper: MatterPaper, articles: Articles, when?: PaperRule['when']): PaperRow[] {
  return KINDS.flatMap((kind) => {
    const article = articles[kind];
    if (article === undefined) return [];
    const [place, mark] = typeof article === 'string' ? [article, undefined] : article;
    const [prefix, write] = WRITERS[kind];
    return [
      write(`${prefix}-${matter}-${paper}`, place, { matter, paper, name: NAMES[paper], kinds: [kind], when }, mark),
    ];
  });
}

/** A row that binds every kind, of a law that knows no kinds. */
function everywhere(
  write: RowWriter,
  matter: MatterType,
  paper: MatterPaper,
  article: string,
  mark: Mark,
  when?: PaperRule['when'],
  kinds = KINDS,
): PaperRow {
  return write(`${matter}-${paper}`, article, { matter, paper, name: NAMES[paper], kinds, when }, mark);
}

const supervised = ({ organization }: MatterFacts) => organization.supervisingUnit !== undefined;
const newRepresentative = ({ people }: MatterFacts) => people.length > 0;
const all = (g: Article, s: Article, f: Article): Articles => ({
  SOCIAL_GROUP: g,
  SOCIAL_SERVICE_INSTITUTION: s,
  FOUNDATION: f,
});
const CHANGE = all('第十八条第一款', '第十五条第一款', '第十五条第一款');
const PROOF = all(['第十一条第(三)项', 'DESIGN'], ['第九条第(三)项', 'DESIGN'], ['第九条第(三)项', 'DESIGN']);

/** What each matter needs; where an article names no papers, those that prove what is filed (DESIGN). */
export const PAPER_ROWS: readonly PaperRow[] = [
  ...papers('CHANGE', 'APPLICATION_FORM', CHANGE),
  ...papers(
    'CHANGE',
    'SUPERVISOR_CONSENT',
    { SOCIAL_GROUP: '第十八条第一款', SOCIAL_SERVICE_INSTITUTION: '第十五条第一款' },
    supervised,
  ),
  ...papers('CHANGE', 'PREMISES_RIGHT', PROOF, ({ filed }) => filed.change?.residence !== undefined),
  ...papers('CHANGE', 'CAPITAL_VERIFICATION', PROOF, ({ filed }) => filed.change?.funds !== undefined),
  ...papers('CHANGE', 'PERSONS_IDENTITY', PROOF, newRepresentative),
  ...papers(
    'CHANGE',
    'FINANCIAL_AUDIT',
    all('第二十七条第二款', '第二十二条第二款', '第三十七条第二款'),
    newRepresentative,
  ),
  ...papers('CHARTER_APPROVAL', 'CHARTER', all('第十八条第二款', '第十五条第二款', '第十五条第二款')),
  ...papers(
    'CHARTER_APPROVAL',
    'SUPERVISOR_CONSENT',
    all('第十八条第二款', '第十五条第二款', '第十五条第二款'),
    supervised,
  ),
  ...papers(
    'CHARTER_APPROVAL',
    'RESOLUTION',
    all(['第十四条第(七)项', 'DESIGN'], ['第十条第(六)项', 'DESIGN'], '第二十一条第三款、第四款'),
  ),
  everywhere(charityLaw2023, 'CHARITY_RECOGNITION', 'APPLICATION_FORM', '第十条第二款', 'VERIFIED'),
  everywhere(charityLaw2023, 'CHARITY_RECOGNITION', 'CHARTER', '第十一条', 'DESIGN'),
  everywhere(charityLaw2023, 'FUNDRAISING_QUALIFICATION', 'APPLICATION_FORM', '第二十二条第一款', 'VERIFIED'),
  everywhere(charityLaw2023, 'FUNDRAISING_QUALIFICATION', 'INTERNAL_RULES', '第二十二条第一款', 'DESIGN'),
  ...papers('FOUNDATION_BRANCH', 'APPLICATION_FORM', { FOUNDATION: '第十二条第一款' }),
  ...(['MERGER', 'MERGER_CONSENT', 'SPLIT'] as const).flatMap((matter) => [
    ...papers(
      matter,
      'SUPERVISOR_CONSENT',
      { SOCIAL_GROUP: '第十九条', SOCIAL_SERVICE_INSTITUTION: ['第十六条第一款', 'DESIGN'] },
      supervised,
    ),
    ...papers(
      matter,
      'RESOLUTION',
      all(['第十九条第(三)项', 'DESIGN'], ['第十六条第一款', 'DESIGN'], '第二十一条第三款第(四)项'),
    ),
    everywhere(civilCode, matter, 'AGREEMENT', '第六十七条', 'DESIGN'),
  ]),
  ...papers('DEREGISTRATION', 'APPLICATION_FORM', all('第二十一条第一款', '第十七条第一款', ['第十六条', 'DESIGN'])),
  ...papers(
    'DEREGISTRATION',
    'SUPERVISOR_CONSENT',
    { SOCIAL_GROUP: '第二十一条第一款', SOCIAL_SERVICE_INSTITUTION: '第十七条第一款' },
    supervised,
  ),
  ...papers(
    'DEREGISTRATION',
    'LIQUIDATION_REPORT',
    all('第二十一条第一款', '第十七条第一款', ['第十八条第一款', 'DESIGN']),
  ),
  ...papers(
    'LEADERS_FILING',
    'RESOLUTION',
    all(['第十四条第(五)项', 'DESIGN'], ['第十条第(四)项', 'DESIGN'], '第二十一条第三款、第四款'),
  ),
  ...papers('LEADERS_FILING', 'FINANCIAL_AUDIT', { SOCIAL_GROUP: '第二十七条第二款', FOUNDATION: '第三十七条第二款' }),
  ...papers(
    'ELECTION_DELAY',
    'RESOLUTION',
    all(['第十四条第(五)项', 'DESIGN'], ['第十条第(四)项', 'DESIGN'], ['第二十条第一款', 'DESIGN']),
  ),
  ...papers(
    'SEAL_AND_ACCOUNT',
    'SEAL_IMPRESSION',
    all('第十六条', '第十四条', '第十四条第三款'),
    ({ filed }) => filed.sealAndAccount?.sealFiled === true,
  ),
  ...papers(
    'SEAL_AND_ACCOUNT',
    'ACCOUNT_PROOF',
    all('第十六条', '第十四条', '第十四条第三款'),
    ({ filed }) => filed.sealAndAccount?.bank !== undefined,
  ),
  everywhere(
    al,
    'CERTIFICATE_REPLACEMENT',
    'LOSS_NOTICE',
    '第三十九条',
    'DESIGN',
    ({ filed }) => filed.replacement?.cause === 'LOST',
  ),
  everywhere(
    al,
    'CERTIFICATE_REPLACEMENT',
    'OLD_CERTIFICATE',
    '第三十九条',
    'DESIGN',
    ({ filed }) => filed.replacement?.cause !== 'LOST',
  ),
  everywhere(branchNotice, 'BRANCH_RECORD', 'RESOLUTION', '正文', 'VERIFIED', undefined, ['SOCIAL_GROUP']),
  ...papers(
    'LIQUIDATION',
    'RESOLUTION',
    all(['第二十条', 'DESIGN'], ['第十六条第二款', 'DESIGN'], ['第十八条第一款', 'DESIGN']),
  ),
  everywhere(al, 'CORRECTION', 'EVIDENCE', '第六十九条第一款', 'DESIGN'),
  ...(['SUSPENSION', 'ANNULMENT', 'REVOCATION', 'REMEDY_OUTCOME'] as const).map((matter) =>
    everywhere(al, matter, 'DECISION_PAPER', '第七十条第(四)项', 'DESIGN'),
  ),
];

/** The papers that a matter of this type needs of an organization of this kind. */
export function papersOf(matter: MatterType): readonly PaperRow[] {
  return PAPER_ROWS.filter(({ value }) => value.matter === matter);
}
