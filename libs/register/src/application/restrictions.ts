import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { covers } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, NotFound, type Citation, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { restrictionField, type Restriction, touches } from '../domain/restriction.js';
import { Register } from './register.js';

export type NewRestriction = Omit<Restriction, 'id' | 'liftedOn'>;

interface RestrictionRow {
  id: string;
  subject_id: string;
  authority: string;
  effect: 'BAR' | 'WARN';
  actions: string[];
  reason: string;
  citation: Citation;
  from: LegalDate;
  until: LegalDate | null;
  lifted_on: LegalDate | null;
}

const COLUMNS = `id, subject_id, authority, effect, actions, reason, citation, effective_from::text AS from,
                 effective_until::text AS until, lifted_on::text AS lifted_on`;

/** What stands against a subject. Imposed and lifted by entries; asked for before every step of a case. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly register: Register,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the restriction. */
  async impose(tx: Tx, subjectId: string, restriction: NewRestriction): Promise<string> {
    const id = randomUUID();
    await this.append(tx, subjectId, 'RESTRICTION_IMPOSED', { id, ...restriction });
    const { citation, effect, actions } = restriction;
    const detail = { subjectId, effect, actions };
    await this.audit.record(tx, {
      action: 'register.impose-restriction',
      subjectType: 'restriction',
      subjectId: id,
      ground: citation,
      detail,
    });
    return id;
  }

  /** The restriction and whom it is on. @throws NotFound. */
  async get(tx: Tx, id: string): Promise<Restriction & { subjectId: string }> {
    const [row] = await tx.rows<RestrictionRow>(`SELECT ${COLUMNS} FROM register.restriction WHERE id = $1`, [id]);
    if (!row) throw new NotFound();
    return { ...restrictionOf(row), subjectId: row.subject_id };
  }

  /** @throws NotFound; ActionNotAllowed when it was lifted before. */
  async lift(tx: Tx, id: string, reason: string): Promise<void> {
    const { subjectId, ...restriction } = await this.get(tx, id);
    if (restriction.liftedOn) {
      throw new ActionNotAllowed([], { zh: '该限制已解除', en: 'The restriction was lifted before' });
    }
    await this.append(tx, subjectId, 'RESTRICTION_LIFTED', { ...restriction, liftedOn: tx.today });
    await this.audit.record(tx, {
      action: 'register.lift-restriction',
      subjectType: 'restriction',
      subjectId: id,
      ground: restriction.citation,
      detail: { reason },
    });
  }

  /** What touches any of these actions, each `<procedure>.<action>`, today, for any of the subjects, before the registrar of `authority`. */
  async touching(
    tx: Tx,
    subjectIds: readonly string[],
    actions: readonly string[],
    authority: string,
  ): Promise<(Restriction & { subjectId: string })[]> {
    const rows = await tx.rows<RestrictionRow>(
      `SELECT ${COLUMNS} FROM register.restriction WHERE subject_id = ANY($1::uuid[]) ORDER BY id`,
      [subjectIds],
    );
    return rows
      .map((row) => ({ ...restrictionOf(row), subjectId: row.subject_id }))
      .filter(
        (restriction) =>
          covers(restriction.authority, authority) && actions.some((action) => touches(restriction, action, tx.today)),
      );
  }

  private async append(
    tx: Tx,
    subjectId: string,
    kind: 'RESTRICTION_IMPOSED' | 'RESTRICTION_LIFTED',
    restriction: Restriction,
  ) {
    await this.register.append(tx, subjectId, {
      kind,
      legalDate: tx.today,
      citation: restriction.citation,
      set: { [restrictionField(restriction.id)]: restriction },
      publication: {},
    });
  }
}

function restrictionOf(row: RestrictionRow): Restriction {
  const { id, authority, effect, actions, reason, citation, from, until, lifted_on: liftedOn } = row;
  return {
    id,
    authority,
    effect,
    actions,
    reason,
    citation,
    from,
    until: until ?? undefined,
    liftedOn: liftedOn ?? undefined,
  };
}
