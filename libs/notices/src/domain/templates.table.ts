import type { Bilingual } from '@app/kernel';

/** What a notice may name: references and days, never anything of a person. */
export type NoticeDatum =
  'title' | 'receiptNumber' | 'lastDay' | 'decisionNumber' | 'reviewBody' | 'reviewUntil' | 'suitUntil';

/** A notice before its blanks are filled; `{title}` stands for the datum of that name. */
export interface NoticeTemplateRow {
  /** Without these it cannot be written. */
  readonly needs: readonly NoticeDatum[];
  /** A sentence that names one of these is left out where the matter has none. */
  readonly may: readonly NoticeDatum[];
  readonly title: Bilingual;
  /** Sentences, each in both languages. */
  readonly body: readonly Bilingual[];
}

const receipt: Bilingual = { zh: '回执编号：{receiptNumber}。', en: 'Receipt number: {receiptNumber}.' };

/** A notice on a case: one sentence on what happened, the receipt, then what follows. */
function onCase(title: Bilingual, happened: Bilingual, ...follows: readonly Bilingual[]): NoticeTemplateRow {
  const body = [happened, receipt, ...follows];
  const lastDay = follows.some(({ zh }) => zh.includes('{lastDay}'));
  return { needs: ['title'], may: lastDay ? ['receiptNumber', 'lastDay'] : ['receiptNumber'], title, body };
}

const decidedBy: Bilingual = {
  zh: '决定最迟于{lastDay}作出。',
  en: 'It is decided on {lastDay} at the latest.',
};

/** Every notice that can be sent, by the name under which a lib sends it. */
export const NOTICE_TEMPLATES = {
  'case-received': onCase(
    { zh: '收到申请：{title}', en: 'Application received: {title}' },
    { zh: '您提交的申请“{title}”已经收到。', en: 'Your application "{title}" has been received.' },
    {
      zh: '是否受理，最迟于{lastDay}告知。',
      en: 'Whether it is accepted you are told on {lastDay} at the latest.',
    },
  ),
  'correction-asked': onCase(
    { zh: '请补正申请材料：{title}', en: 'Please correct your application: {title}' },
    { zh: '申请“{title}”的材料需要补正。', en: 'The papers of the application "{title}" need correction.' },
    {
      zh: '需要补正的全部内容已经一次列明，请补正后重新提交。',
      en: 'Everything that needs correction is listed, once and for all; correct it and submit again.',
    },
  ),
  accepted: onCase(
    { zh: '受理：{title}', en: 'Accepted: {title}' },
    { zh: '申请“{title}”已经受理。', en: 'The application "{title}" has been accepted.' },
    decidedBy,
  ),
  'deemed-accepted': onCase(
    { zh: '视为受理：{title}', en: 'Deemed accepted: {title}' },
    {
      zh: '登记管理机关逾期没有告知，申请“{title}”自收到材料之日起视为受理。',
      en: 'The registrar did not answer in time: the application "{title}" is deemed accepted from the day its papers came in.',
    },
    decidedBy,
  ),
  'not-admitted': onCase(
    { zh: '不予受理：{title}', en: 'Not admitted: {title}' },
    { zh: '申请“{title}”不予受理。', en: 'The application "{title}" is not admitted.' },
    {
      zh: '理由以及申请行政复议、提起行政诉讼的途径和期限见决定书。',
      en: 'The decision says why, and where and until when it can be challenged.',
    },
  ),
  'review-paused': onCase(
    { zh: '审查中止计时：{title}', en: 'Review paused: {title}' },
    {
      zh: '申请“{title}”的审查需要听证或者专家评审，所需时间不计算在期限内。',
      en: 'The review of the application "{title}" waits for a hearing or for experts; this time does not count.',
    },
  ),
  'review-resumed': onCase(
    { zh: '审查恢复计时：{title}', en: 'Review resumed: {title}' },
    { zh: '申请“{title}”的审查恢复计时。', en: 'The period for the application "{title}" runs again.' },
    decidedBy,
  ),
  'period-extended': onCase(
    { zh: '延长期限：{title}', en: 'Period extended: {title}' },
    { zh: '审查申请“{title}”的期限已经延长。', en: 'The period for the application "{title}" has been extended.' },
    { zh: '理由见案件。', en: 'The case says why.' },
    decidedBy,
  ),
  approved: onCase(
    { zh: '准予：{title}', en: 'Approved: {title}' },
    { zh: '申请“{title}”已获准予。', en: 'The application "{title}" has been approved.' },
    { zh: '决定书见案件。', en: 'The decision stands in the case.' },
  ),
  refused: onCase(
    { zh: '不予：{title}', en: 'Refused: {title}' },
    { zh: '对申请“{title}”作出不予的决定。', en: 'The application "{title}" has been refused.' },
    {
      zh: '理由以及申请行政复议、提起行政诉讼的途径和期限见决定书。',
      en: 'The decision says why, and where and until when it can be challenged.',
    },
  ),
  withdrawn: onCase(
    { zh: '已撤回：{title}', en: 'Withdrawn: {title}' },
    { zh: '申请“{title}”已经撤回，不再办理。', en: 'The application "{title}" has been withdrawn and is closed.' },
  ),
  'approved-for-later': onCase(
    { zh: '准予，到期生效：{title}', en: 'Approved as of a later day: {title}' },
    {
      zh: '申请“{title}”已获准予，于申请的日期生效。',
      en: 'The application "{title}" has been approved as of the day you asked for.',
    },
  ),
  'took-effect': onCase(
    { zh: '已生效：{title}', en: 'In effect: {title}' },
    { zh: '已获准予的申请“{title}”自今日起生效。', en: 'What was approved in "{title}" has effect from today.' },
  ),
  'not-effective': onCase(
    { zh: '未生效：{title}', en: 'Not in effect: {title}' },
    {
      zh: '已获准予的“{title}”到期时不符合规定，未能生效。',
      en: 'What was approved in "{title}" met a bar on its day and has no effect.',
    },
    { zh: '原因见案件；可以重新申请。', en: 'The case says why; it may be asked for anew.' },
  ),
  recorded: onCase(
    { zh: '予以备案：{title}', en: 'Recorded: {title}' },
    { zh: '您报送的“{title}”已经备案。', en: 'What you filed in "{title}" has been recorded.' },
  ),
  'not-recorded': onCase(
    { zh: '不予备案：{title}', en: 'Not recorded: {title}' },
    { zh: '您报送的“{title}”不予备案。', en: 'What you filed in "{title}" is not recorded.' },
    {
      zh: '理由以及申请行政复议、提起行政诉讼的途径和期限见决定书。',
      en: 'The decision says why, and where and until when it can be challenged.',
    },
  ),
  lapsed: onCase(
    { zh: '终止办理：{title}', en: 'Lapsed: {title}' },
    { zh: '因组织已经终止，“{title}”不再办理。', en: 'The organization has ended, and with it "{title}".' },
  ),
  abandoned: onCase(
    { zh: '终止办理：{title}', en: 'Closed: {title}' },
    {
      zh: '“{title}”逾期没有补正，不再办理；可以重新报送。',
      en: 'What was to be corrected in "{title}" was not corrected in time; it is closed and may be filed anew.',
    },
  ),
  'filing-told': {
    needs: ['title'],
    may: [],
    title: { zh: '枢纽备案告知：{title}', en: 'Filed by a hub: {title}' },
    body: [
      {
        zh: '枢纽型社会组织已对“{title}”予以备案，特此告知。',
        en: 'A hub has filed "{title}"; you are told because it lies in your place.',
      },
    ],
  },
  'filing-review-due': {
    needs: ['title', 'lastDay'],
    may: [],
    title: { zh: '备案即将到期：{title}', en: 'A filing falls due: {title}' },
    body: [
      {
        zh: '“{title}”的备案于{lastDay}到期，请在此前办理续期。',
        en: 'The filing of "{title}" falls due on {lastDay}; it is to be renewed by then.',
      },
    ],
  },
  'filing-ended': {
    needs: ['title'],
    may: [],
    title: { zh: '备案终止：{title}', en: 'A filing has ended: {title}' },
    body: [
      {
        zh: '“{title}”的备案已经终止，原因见登记簿。',
        en: 'The filing of "{title}" has ended; the register says why.',
      },
    ],
  },
  'proposal-ordered': onCase(
    { zh: '已决定记载：{title}', en: 'Ordered: {title}' },
    { zh: '您提请的“{title}”已经决定记载。', en: 'What you proposed in "{title}" has been ordered.' },
  ),
  'proposal-rejected': onCase(
    { zh: '不予记载：{title}', en: 'Rejected: {title}' },
    {
      zh: '您提请的“{title}”不予记载，理由见案件。',
      en: 'What you proposed in "{title}" is rejected; the case says why.',
    },
  ),
  'proposal-returned': onCase(
    { zh: '退回：{title}', en: 'Returned: {title}' },
    {
      zh: '您提请的“{title}”被退回，理由见案件。',
      en: 'What you proposed in "{title}" was returned; the case says why.',
    },
  ),
  'entry-made': {
    needs: ['title'],
    may: ['decisionNumber', 'reviewBody', 'reviewUntil', 'suitUntil'],
    title: { zh: '登记簿记载：{title}', en: 'Entered in the register: {title}' },
    body: [
      {
        zh: '登记管理机关已作出登记簿记载：{title}，内容见登记簿。',
        en: 'The registrar has made an entry in the register: {title}. The register says what.',
      },
      { zh: '文号：{decisionNumber}。', en: 'Number: {decisionNumber}.' },
      {
        zh: '不服的，可以在{reviewUntil}前向{reviewBody}申请行政复议。',
        en: 'A review may be asked for at {reviewBody} until {reviewUntil}.',
      },
      {
        zh: '也可以在{suitUntil}前向有管辖权的人民法院提起行政诉讼。',
        en: 'A suit may be brought before the court that has jurisdiction until {suitUntil}.',
      },
    ],
  },
  'opinion-asked': onCase(
    { zh: '征求意见：{title}', en: 'Your opinion is asked: {title}' },
    { zh: '请对申请“{title}”提出意见。', en: 'Please give your opinion on the application "{title}".' },
    { zh: '请最迟于{lastDay}答复。', en: 'Please answer on {lastDay} at the latest.' },
  ),
  'hub-published': onCase(
    { zh: '已公布：{title}', en: 'Published: {title}' },
    { zh: '您推荐的“{title}”已经决定并公布。', en: 'What you nominated in "{title}" has been decided and published.' },
  ),
  'hub-assigned': {
    needs: ['title'],
    may: [],
    title: { zh: '枢纽归属：{title}', en: 'Your hub: {title}' },
    body: [
      {
        zh: '您所在组织的枢纽归属有变更：{title}。',
        en: 'The hub of your organization has changed: {title}.',
      },
    ],
  },
  'hub-message': {
    needs: ['title'],
    may: [],
    title: { zh: '枢纽通知：{title}', en: 'From your hub: {title}' },
    body: [
      {
        zh: '枢纽发来通知“{title}”，请登录查阅。',
        en: 'The hub of your organization has written "{title}"; please log in and read it.',
      },
    ],
  },
} as const satisfies Readonly<Record<string, NoticeTemplateRow>>;

export type NoticeTemplate = keyof typeof NOTICE_TEMPLATES;
