import type { Bilingual, Violation } from './law/violation.js';

/** Base of the five refusals that a use case may give; one filter turns each into an HTTP answer. */
export abstract class Refusal extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
    this.name = new.target.name;
  }
}

/** The input breaks rules: all of them are listed. 422. */
export class RuleViolated extends Refusal {
  constructor(readonly violations: readonly Violation[]) {
    super({ zh: `有${violations.length}处不符合规定`, en: `${violations.length} rule(s) broken` });
  }
}

/** The action is not possible in the present state; says which ones are. 409. */
export class ActionNotAllowed extends Refusal {
  constructor(
    readonly allowedActions: readonly string[],
    text: Bilingual,
  ) {
    super(text);
  }
}

/** Somebody else changed the record since the caller read it. 412. */
export class StaleVersion extends Refusal {
  constructor(readonly currentVersion: number) {
    super({ zh: '记录已被他人更新，请重新读取后再试', en: 'The record has changed since you read it; read it again' });
  }
}

/** The caller may know of the record but may not do this to it. 403. */
export class NotPermitted extends Refusal {
  constructor(text: Bilingual = { zh: '您没有办理此事项的权限', en: 'You are not permitted to do this' }) {
    super(text);
  }
}

/** There is no such record, or the caller may not know that there is one. 404. */
export class NotFound extends Refusal {
  constructor(text: Bilingual = { zh: '没有找到', en: 'Not found' }) {
    super(text);
  }
}
