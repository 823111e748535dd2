import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, NotFound, NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import { requireVersion, type Tx } from '@app/platform';
import { Register } from '@app/register';
import { ONE_FILING } from '../domain/filing.table.js';
import { mayEnd, mayReadGroup } from '../domain/filing.policy.js';
import { ChangeGroups } from './change-groups.js';
import { Keepers } from './keepers.js';
import { DuplicateQueries, type DuplicatePair } from './duplicate.queries.js';

/** What an officer decides of two filings, and which of them stays. */
export interface DuplicateDecision {
  readonly decision: 'DIFFERENT' | 'SAME' | 'MERGE';
  /** The filing number of the one that stays. */
  readonly keep?: string;
  readonly reason: string;
}

/**
 * Decides whether two filings are of one group. DIFFERENT: both stand. SAME: the other was filed a second time and ends.
 * MERGE: both were lived under; the other ends, and the one that stays says what went into it.
 */
@Injectable()
export class SettleDuplicates {
  constructor(
    private readonly queries: DuplicateQueries,
    private readonly register: Register,
    private readonly changeGroups: ChangeGroups,
    private readonly keepers: Keepers,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, StaleVersion, ActionNotAllowed once it is decided; NotPermitted to end what another office filed. */
  async execute(
    tx: Tx,
    officer: Principal,
    id: string,
    version: number,
    { decision, keep, reason }: DuplicateDecision,
  ): Promise<void> {
    const pair = await this.locked(tx, officer, id, version);
    if (decision === 'DIFFERENT') {
      await this.write(tx, officer, pair.id, 'DIFFERENT', null, reason);
      return;
    }
    const kept = [pair.first, pair.second].find(({ filingNumber }) => filingNumber === keep);
    if (!kept) throw mustKeepOne();
    const ended = kept === pair.first ? pair.second : pair.first;
    if (!mayEnd(officer, ended)) throw notYours();
    if ([pair.first, pair.second].some(({ status }) => status !== 'ACTIVE')) throw endedMeanwhile();
    // Ending a filing takes two people at a street office: who filed it, or speaks for it, does not end it by himself.
    if (await this.isParty(tx, officer, ended.subjectId)) throw ownFiling();
    // The decision first: what ends settles what is still open about it.
    await this.write(tx, officer, pair.id, decision === 'SAME' ? 'SAME' : 'MERGED', kept.subjectId, reason);
    if (decision === 'MERGE') await this.changeGroups.merge(tx, kept, ended);
    else await this.changeGroups.cancel(tx, ended.subjectId, 'DUPLICATE', { successor: kept.filingNumber });
  }

  private async isParty(tx: Tx, { accountId }: Principal, subjectId: string): Promise<boolean> {
    const filed = await tx.rows(
      `SELECT 1 FROM register.entry WHERE subject_id = $1 AND kind = 'FILED' AND recorded_by = $2`,
      [subjectId, accountId],
    );
    return filed.length > 0 || (await this.keepers.isOne({ accountId }, subjectId, tx));
  }

  /** Judged where one of them was filed: another group. */
  async different(tx: Tx, officer: Principal, one: string, other: string, reason: string): Promise<void> {
    const [pair] = await tx.rows<{ id: string }>(
      `SELECT id FROM filing.duplicate WHERE first = least($1::uuid, $2::uuid) AND second = greatest($1::uuid, $2::uuid)
        AND state = 'OPEN' FOR UPDATE`,
      [one, other],
    );
    if (pair) await this.write(tx, officer, pair.id, 'DIFFERENT', null, reason);
  }

  /** Subjects before the pair: whoever ends a filing locks in this order too. */
  private async locked(tx: Tx, officer: Principal, id: string, version: number): Promise<DuplicatePair> {
    const seen = await this.queries.find(id, tx);
    if (!seen || ![seen.first, seen.second].some((group) => mayReadGroup(officer, group))) throw new NotFound();
    for (const subjectId of [seen.first.subjectId, seen.second.subjectId].sort())
      await this.register.lock(tx, subjectId);
    await tx.rows('SELECT 1 FROM filing.duplicate WHERE id = $1 FOR UPDATE', [id]);
    const pair = (await this.queries.find(id, tx))!;
    requireVersion(pair.version, version);
    if (pair.state !== 'OPEN') throw new ActionNotAllowed([], { zh: '已经认定', en: 'It is decided already' });
    return pair;
  }

  private async write(
    tx: Tx,
    officer: Principal,
    id: string,
    state: 'DIFFERENT' | 'SAME' | 'MERGED',
    kept: string | null,
    reason: string,
  ): Promise<void> {
    await tx.execute(
      `UPDATE filing.duplicate SET state = $2, kept = $3, reason = $4, decided_by = $5, decided_on = $6, version = version + 1
        WHERE id = $1`,
      [id, state, kept, reason, officer.accountId, tx.today],
    );
    const detail = { state, kept };
    await this.audit.record(tx, {
      action: 'filing.settle-duplicate',
      subjectType: 'filing-duplicate',
      subjectId: id,
      detail,
    });
  }
}

function mustKeepOne(): RuleViolated {
  const [zh, en] = ['须指明保留两者中的哪一个', 'Say which of the two stays'];
  return new RuleViolated([violationOf(ONE_FILING, '/keep', zh, en, 'FILING-KEEP')]);
}

function notYours(): NotPermitted {
  return new NotPermitted({
    zh: '只有其备案机关或者上级登记管理机关可以终止一项备案',
    en: 'A filing is ended by the office that made it, or by the registrar above',
  });
}

function ownFiling(): NotPermitted {
  return new NotPermitted({
    zh: '该备案由您办理，须由另一名人员认定终止',
    en: 'You recorded this filing yourself: another officer ends it',
  });
}

function endedMeanwhile(): ActionNotAllowed {
  const en = 'One of the two filings has ended: there is nothing to merge';
  return new ActionNotAllowed([], { zh: '其中一项备案已经终止，无须合并', en });
}
