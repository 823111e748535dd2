import type { Violation } from '@app/kernel';
import { breach, type Rule } from './judge.js';
import { COUNCIL } from './people.table.js';

/** A foundation's council and supervisors, arts 20 and 22. */
export const councilViolations: Rule = ({ kind, council, fundraising, privatelyFunded }, on): Violation[] => {
  if (kind !== 'FOUNDATION') return [];
  if (!council) return breach(COUNCIL.exists, on, true, '/council', '没有理事会', 'no council');
  const { directors, termYears, relatedDirectors: kin, paidDirectors: paid } = council;
  const { size, term, supervisors } = COUNCIL;
  const kinAllowed = fundraising === 'NON_PUBLIC' && privatelyFunded === true;
  const { minimum, maximum } = size.value;
  const years = term.value.maximumYears;
  const over = (part: number, share: number) => part * share > directors;
  return [
    ...breach(
      size,
      on,
      !(directors >= minimum && directors <= maximum),
      '/council/directors',
      `理事${directors}人，应当为${minimum}人至${maximum}人`,
      `${directors} directors, not ${minimum} to ${maximum}`,
    ),
    ...breach(
      term,
      on,
      !(termYears > 0 && termYears <= years),
      '/council/termYears',
      `理事每届任期${termYears}年，应当不超过${years}年`,
      `a term of ${termYears} years; at most ${years}`,
    ),
    ...breach(
      COUNCIL.kin,
      on,
      kinAllowed && over(kin, COUNCIL.kin.value.share),
      '/council/relatedDirectors',
      `相互有近亲属关系的理事${kin}人，超过理事${directors}人的1/3`,
      `${kin} directors are kin: more than a third of ${directors}`,
    ),
    ...breach(
      COUNCIL.noKin,
      on,
      !kinAllowed && kin > COUNCIL.noKin.value.maximum,
      '/council/relatedDirectors',
      `有近亲属关系的理事${kin}人，不得同时任职`,
      `${kin} directors are kin, who may not sit together`,
    ),
    ...breach(
      COUNCIL.paid,
      on,
      over(paid, COUNCIL.paid.value.share),
      '/council/paidDirectors',
      `领取报酬的理事${paid}人，超过理事${directors}人的1/3`,
      `${paid} directors are paid: more than a third of ${directors}`,
    ),
    ...breach(
      supervisors,
      on,
      !(council.supervisors >= supervisors.value.minimum),
      '/council/supervisors',
      '没有监事',
      'no supervisor',
    ),
    ...breach(
      COUNCIL.conflict,
      on,
      council.conflictedSupervisors > COUNCIL.conflict.value.maximum,
      '/council/conflictedSupervisors',
      `${council.conflictedSupervisors}名监事由理事、理事近亲属或者财会人员兼任`,
      `${council.conflictedSupervisors} supervisors are directors, their kin or finance staff`,
    ),
  ];
};
