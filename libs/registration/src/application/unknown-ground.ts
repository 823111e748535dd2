import { cite, RuleViolated } from '@app/kernel';

/** A refusal needs a ground that the law gives (许可法 第三十八条第二款: 说明理由). */
export function unknownGround(code: string): RuleViolated {
  const message = { zh: `没有法定情形${code}`, en: `The law knows no ground ${code} here` };
  return new RuleViolated([
    {
      code: 'GROUND_UNKNOWN',
      pointer: '/ground',
      message,
      citation: cite('中华人民共和国行政许可法', '第三十八条第二款'),
    },
  ]);
}
