import type { Violation } from '@app/kernel';
import { withinYears } from './bar-period.js';
import { breach, type Rule } from './judge.js';
import { CHARITY_PEOPLE as CH } from './people.table.js';

/** Charity Law art 16: who may not lead a charity, whatever its kind. */
export const charityPeopleViolations: Rule = ({ leaders }, on): Violation[] =>
  leaders.flatMap(({ name, declarations }, index) => {
    const at = `/leaders/${index}/declarations`;
    const { sentenceServedOn: served, responsibleInRevokedOn: revoked } = declarations;
    const { years } = CH.intentionalCrime.value;
    // Without the day on which it was served the sentence counts as not served.
    const crime = declarations.intentionalCrime === true && (served === undefined || withinYears(served, years, on));
    return [
      ...breach(
        CH.capacity,
        on,
        !declarations.fullCivilCapacity,
        `${at}/fullCivilCapacity`,
        `${name}不具有完全民事行为能力，不得担任慈善组织负责人`,
        `${name} lacks full civil capacity and may not lead a charity`,
      ),
      ...breach(
        CH.intentionalCrime,
        on,
        crime,
        `${at}/intentionalCrime`,
        `${name}因故意犯罪受刑，执行完毕日${served ?? '未说明'}，未逾${years}年`,
        `${name} served a sentence for an intentional crime (${served ?? 'day not stated'}), not more than ${years} years ago`,
      ),
      ...breach(
        CH.revokedBody,
        on,
        withinYears(revoked, CH.revokedBody.value.years, on),
        `${at}/responsibleInRevokedOn`,
        `${name}曾任负责人的组织于${revoked}被吊销或者取缔，未逾${CH.revokedBody.value.years}年`,
        `${name} led a body revoked or banned on ${revoked}, not more than ${CH.revokedBody.value.years} years ago`,
      ),
    ];
  });
