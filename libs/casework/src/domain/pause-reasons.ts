import type { Bilingual } from '@app/kernel';

/** What a pause is for, by the code that it was recorded with (许可法 第四十五条). */
const NAMES: Readonly<Record<string, Bilingual>> = {
  HEARING: { zh: '听证', en: 'hearing' },
  TESTING: { zh: '检验、检测、检疫、鉴定', en: 'inspection, testing, appraisal' },
  EXPERT_REVIEW: { zh: '专家评审', en: 'expert review' },
};

/** A reason that has no name here is told as it was recorded. */
export function pauseReason(recorded: string): Bilingual {
  return NAMES[recorded] ?? { zh: recorded, en: recorded };
}
