import { Injectable } from '@nestjs/common';
import { nameKey } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Tier } from '@app/register';
import type { Nomination } from '../../domain/governance/nomination.js';
import type { NominationFacts } from '../../domain/governance/recognition.rules.js';
import { Hubs } from '../hubs.js';

const TIER_OF_LEVEL: Readonly<Record<string, Tier>> = {
  PROVINCE: 'CITY',
  DISTRICT: 'DISTRICT',
  DEVELOPMENT_ZONE: 'DISTRICT',
  STREET: 'STREET',
};

/** What the register holds that a nomination is judged by. */
@Injectable()
export class NominationReview {
  constructor(private readonly hubs: Hubs) {}

  async facts(tx: Tx, { name, tier, division, parent, organization }: Nomination): Promise<NominationFacts> {
    const [place] = await tx.rows<{ level: string }>('SELECT level FROM register.division WHERE code = $1 AND active', [
      division,
    ]);
    const namesakes = await tx.rows<{ name: string }>(
      `SELECT name FROM register.hub WHERE tier = $1 AND division = $2 AND standing <> 'WITHDRAWN'`,
      [tier, division],
    );
    const [body] = await tx.rows<{ name: string; active: boolean }>(
      'SELECT name, active FROM hub.organization WHERE credit_code = $1',
      [organization ?? ''],
    );
    return {
      divisionTier: place && TIER_OF_LEVEL[place.level],
      parent: parent === undefined ? undefined : await this.hubs.find(parent, tx),
      sameName: namesakes.some((other) => nameKey(other.name) === nameKey(name)),
      organization: body,
    };
  }
}
