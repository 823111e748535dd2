import type { Bilingual } from '@app/kernel';
import type { Hindrance } from './case.policy.js';

/** Why a person may not take a step, as he is told. */
export const HINDRANCE_TEXTS: Readonly<Record<Hindrance, Bilingual>> = {
  NOT_YOUR_ROLE: { zh: '此步骤不属于您的职责', en: 'This step is not for your role' },
  OWN_CASE: { zh: '不得办理本人申请的案件', en: 'Nobody decides an application of his own' },
  RECUSED: { zh: '您已回避本案', en: 'You are recused from this case' },
  SEPARATION: {
    zh: '受理、审查、批准须由不同人员办理，您已办理其中另一步骤',
    en: 'Acceptance, review and approval need different people; you have taken another of these steps',
  },
  HELD_BY_ANOTHER: { zh: '本案由其他人员承办', en: 'Another officer handles this case' },
};
