import type { CaseRecord } from '@app/casework';
import { ActionNotAllowed, type LegalDate } from '@app/kernel';

/**
 * 逾期不告知的，自收到申请材料之日起即为受理 (许可法 第三十二条第一款第(四)项): once the five working days are over, an
 * application can no longer be sent back or turned away, whether the job has noted it or not.
 * @throws ActionNotAllowed after the last day.
 */
export function refuseAfterSilence({ dueOn }: CaseRecord, today: LegalDate): void {
  if (dueOn === null || today <= dueOn) return;
  throw new ActionNotAllowed(['accept'], {
    zh: '已超过五个工作日，申请自收到之日起视为受理',
    en: 'The five working days are over: the application is deemed accepted as of its receipt',
  });
}
