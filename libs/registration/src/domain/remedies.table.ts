import type { Period, RuleRow } from '@app/kernel';
import { litigationLaw, reviewAct2017, reviewAct2023 } from './law-sources.js';

/** It binds the person who asks, so it rolls: the review Acts point to civil procedure for counting (第四十条, 第八十八条). */
const SIXTY_DAYS: Period = { days: 60, unit: 'natural', rolls: true };

export const REVIEW_PERIOD: readonly RuleRow<Period>[] = [
  reviewAct2017('RV-2017-9-PERIOD', '第九条第一款', SIXTY_DAYS),
  reviewAct2023('RV-2023-20-PERIOD', '第二十条第一款', SIXTY_DAYS),
];

export type ReviewBody = 'SAME_LEVEL_GOVERNMENT' | 'UPPER_DEPARTMENT' | 'THE_MINISTRY_ITSELF';

/** Who reviews a decision of a local department. */
export const LOCAL_REVIEW: readonly RuleRow<readonly ReviewBody[]>[] = [
  reviewAct2017('RV-2017-12-BODY', '第十二条第一款', ['SAME_LEVEL_GOVERNMENT', 'UPPER_DEPARTMENT'] as const),
  reviewAct2023('RV-2023-24-BODY', '第二十四条第一款第(一)项', ['SAME_LEVEL_GOVERNMENT'] as const),
];

/** Who reviews a decision of the ministry. */
export const MINISTRY_REVIEW: readonly RuleRow<readonly ReviewBody[]>[] = [
  reviewAct2017('RV-2017-14-BODY', '第十四条', ['THE_MINISTRY_ITSELF'] as const),
  reviewAct2023('RV-2023-25-BODY', '第二十五条第(一)项', ['THE_MINISTRY_ITSELF'] as const),
];

/** Six months by the calendar; that it rolls is civil procedure, from memory. */
export const SUIT_PERIOD = litigationLaw('LT-46-1-PERIOD', '第四十六条第一款', { months: 6, rolls: true });
/** A person may sue at once or after review. */
export const SUIT_CHOICE = litigationLaw('LT-44-1-CHOICE', '第四十四条第一款', { directly: true });
