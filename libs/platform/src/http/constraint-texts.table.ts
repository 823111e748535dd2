import type { Bilingual } from '@app/kernel';
import { FIRST_RECORDED_DAY, LAST_RECORDED_DAY } from './legal-date.decorator.js';

/** What a defect is told with: the values of the constraint, and the field's example if it has one. */
type Text = (values: readonly unknown[], example: unknown) => Bilingual;

const always =
  (zh: string, en: string): Text =>
  () => ({ zh, en });

/** What each constraint of a DTO says when it is broken, by class-validator's name of it. */
export const CONSTRAINT_TEXTS: Readonly<Record<string, Text>> = {
  isString: always('应为文本', 'must be a text'),
  isNotEmpty: always('不能为空', 'must not be empty'),
  isBoolean: always('应为 true 或 false', 'must be true or false'),
  isEmail: always('应为电子邮箱地址', 'must be an e-mail address'),
  isInt: always('应为整数', 'must be a whole number'),
  isUuid: always('应为 UUID', 'must be a UUID'),
  isObject: always('应为对象', 'must be an object'),
  isArray: always('应为数组', 'must be a list'),
  isLegalDate: always('应为存在的日期，格式为 YYYY-MM-DD', 'must be a day that exists, as YYYY-MM-DD'),
  isRecordedDate: always(
    `应为 ${FIRST_RECORDED_DAY} 至 ${LAST_RECORDED_DAY} 之间存在的日期，格式为 YYYY-MM-DD`,
    `must be a day that exists from ${FIRST_RECORDED_DAY} to ${LAST_RECORDED_DAY}, as YYYY-MM-DD`,
  ),
  isInstant: always(
    '应为带时区的时刻，例如 2026-11-24T02:30:00Z',
    'must be an instant with its offset, e.g. 2026-11-24T02:30:00Z',
  ),
  whitelistValidation: always('没有此字段', 'is not a field of this request'),
  isIn: ([values]) => ({
    zh: `应为以下之一：${(values as unknown[]).join('、')}`,
    en: `must be one of ${(values as unknown[]).join(', ')}`,
  }),
  matches: (_, example) =>
    typeof example === 'string'
      ? { zh: `格式不符，例如 ${example}`, en: `does not have the right form, e.g. ${example}` }
      : { zh: '格式不符', en: 'does not have the right form' },
  min: ([least]) => ({ zh: `不能小于${String(least)}`, en: `must not be less than ${String(least)}` }),
  max: ([most]) => ({ zh: `不能大于${String(most)}`, en: `must not be more than ${String(most)}` }),
  minLength: ([least]) => ({
    zh: `不能少于${String(least)}个字符`,
    en: `must have at least ${String(least)} characters`,
  }),
  maxLength: ([most]) => ({ zh: `不能超过${String(most)}个字符`, en: `must have at most ${String(most)} characters` }),
  arrayMinSize: ([least]) => ({ zh: `不能少于${String(least)}项`, en: `must have at least ${String(least)} items` }),
  arrayUnique: always('各项不能重复', 'must not hold the same item twice'),
  arrayMaxSize: ([most]) => ({ zh: `不能超过${String(most)}项`, en: `must have at most ${String(most)} items` }),
};
