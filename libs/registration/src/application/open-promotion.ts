import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { RuleViolated, violationOf } from '@app/kernel';
import type { Tx } from '@app/platform';
import { RegisterQueries } from '@app/register';
import { promotionDraft, type PromotionKind } from '../domain/promotion-draft.js';
import { PROMOTION_ROWS } from '../domain/promotion.table.js';
import { WriteApplication } from './write-application.js';

/** Opens the registration of a filed group, filled with what the register knows of it. */
@Injectable()
export class OpenPromotion {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly write: WriteApplication,
  ) {}

  /** @returns the id of the case. @throws NotFound when no group has the number; RuleViolated when its filing has ended. */
  async execute(
    tx: Tx,
    applicant: Principal,
    { promotes, kind, authority }: { promotes: string; kind: PromotionKind; authority: string },
  ): Promise<string> {
    const { state } = await this.queries.filedGroup(promotes, tx);
    if (state.status !== 'ACTIVE') {
      const [zh, en] = ['该备案已经终止', 'The filing has ended'];
      throw new RuleViolated([violationOf(PROMOTION_ROWS.standing, '/promotes', zh, en)]);
    }
    return this.write.create(tx, applicant, promotionDraft(state, kind, authority));
  }
}
