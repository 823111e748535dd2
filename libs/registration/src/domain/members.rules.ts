import type { Violation } from '@app/kernel';
import { SOCIAL_GROUP_CONDITIONS } from './conditions.table.js';
import { breach, type Rule } from './judge.js';

/** 社会团体: 50 individuals, or 30 units, or 50 of both together. Other kinds have no members. */
export const memberViolations: Rule = ({ kind, members }, on): Violation[] => {
  if (kind !== 'SOCIAL_GROUP') return [];
  const row = SOCIAL_GROUP_CONDITIONS.members;
  const { individuals, units } = members;
  const total = individuals + units;
  const say = (broken: boolean, zh: string, en: string) => breach(row, on, !!broken, '/members', zh, en);
  const limits = row.value;
  if (individuals > 0 && units > 0) {
    return say(
      !(total >= limits.mixedTotal),
      `个人会员${individuals}个、单位会员${units}个，共${total}个，不足${limits.mixedTotal}个`,
      `${individuals} individual and ${units} unit members, ${total} in all: fewer than ${limits.mixedTotal}`,
    );
  }
  if (units > 0) {
    const en = `${units} unit members: fewer than ${limits.units}`;
    return say(!(units >= limits.units), `单位会员${units}个，不足${limits.units}个`, en);
  }
  return say(
    !(individuals >= limits.individuals),
    `个人会员${individuals}个，不足${limits.individuals}个`,
    `${individuals} individual members: fewer than ${limits.individuals}`,
  );
};
