import { Injectable } from '@nestjs/common';
import { nameKey, NotFound } from '@app/kernel';
import { Clock, Reads, type Sql } from '@app/platform';
import type { Entry } from '../domain/entry.js';
import { fold, foldAll, type Moment, type State } from '../domain/fold.js';
import type { HeldName } from '../domain/held-name.js';
import type { FiledGroupState } from '../domain/filed-group.js';
import { filedGroupOf, organizationOf } from '../domain/listed-fields.js';
import type { OrganizationState } from '../domain/organization.js';
import type { Kind } from '../domain/vocabulary.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';

export interface RegisteredOrganization {
  readonly subjectId: string;
  readonly state: OrganizationState;
  readonly entries: readonly Entry[];
}

export interface RegisteredGroup {
  readonly subjectId: string;
  readonly state: FiledGroupState;
  readonly entries: readonly Entry[];
}

/** An organization that somebody represents: certainly the same person, or known by the same name only. */
export interface Represented {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: Kind;
  readonly certain: boolean;
}

/** Reads what the register says, now or at any other moment. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when no organization has the code. */
  async organizationByCode(creditCode: string, sql: Sql = this.reads): Promise<{ subjectId: string; version: number }> {
    const rows = await sql.rows<{ subjectId: string; version: number }>(
      'SELECT subject_id AS "subjectId", version FROM register.organization WHERE credit_code = $1',
      [creditCode],
    );
    if (rows.length === 0) throw noSuchOrganization();
    return rows[0];
  }

  /** The legal person or filed group of a code: a credit code, or a filing number. @throws NotFound when there is none. */
  async recordedByCode(code: string, sql: Sql = this.reads): Promise<{ subjectId: string; version: number }> {
    const rows = await sql.rows<{ subjectId: string; version: number }>(
      `SELECT subject_id AS "subjectId", version FROM register.organization WHERE credit_code = $1 OR filing_number = $1`,
      [code],
    );
    if (rows.length === 0) throw noSuchOrganization();
    return rows[0];
  }

  /** The code of an organization of this registrar that bears the same name, however it is typed, and has not ended; `except` is not asked about. */
  async sameName(authority: string, name: string, sql: Sql = this.reads, except?: string): Promise<string | undefined> {
    const text = `SELECT credit_code AS code FROM register.organization
                   WHERE authority = $1 AND name_key = $2 AND standing = 'REGISTERED'
                     AND status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING')
                     AND credit_code IS DISTINCT FROM $3 LIMIT 1`;
    return (await sql.rows<{ code: string }>(text, [authority, nameKey(name), except ?? null])).at(0)?.code;
  }

  /** The same name as others of this registrar gave it up; `except` is not asked about. */
  async heldNames(authority: string, name: string, sql: Sql = this.reads, except?: string): Promise<HeldName[]> {
    return sql.rows<HeldName>(
      `SELECT h.reason, h.since::text AS since FROM register.held_name h JOIN register.organization o ON o.subject_id = h.subject_id
        WHERE h.authority = $1 AND h.name_key = $2 AND o.credit_code IS DISTINCT FROM $3 ORDER BY h.since DESC`,
      [authority, nameKey(name), except ?? null],
    );
  }

  async entriesOf(subjectId: string, sql: Sql = this.reads): Promise<Entry[]> {
    const rows = await sql.rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = $1 ORDER BY e.number`,
      [subjectId],
    );
    return rows.map(entryOf);
  }

  /** What the register says of an organization now, with the entries that say so. @throws NotFound as above. */
  async organization(creditCode: string, sql: Sql = this.reads): Promise<RegisteredOrganization> {
    const { subjectId } = await this.organizationByCode(creditCode, sql);
    const entries = await this.entriesOf(subjectId, sql);
    return { subjectId, entries, state: organizationOf(foldAll(entries)!) };
  }

  /** What the register says of a filed group now. @throws NotFound when no group has the number. */
  async filedGroup(filingNumber: string, sql: Sql = this.reads): Promise<RegisteredGroup> {
    const text = 'SELECT subject_id AS "subjectId" FROM register.organization WHERE filing_number = $1';
    const [known] = await sql.rows<{ subjectId: string }>(text, [filingNumber]);
    if (!known) throw noSuchGroup();
    const entries = await this.entriesOf(known.subjectId, sql);
    return { subjectId: known.subjectId, entries, state: filedGroupOf(foldAll(entries)!) };
  }

  /** Whatever stands under a code, of either standing. @throws NotFound as above. */
  async recorded(code: string, sql: Sql = this.reads): Promise<RegisteredOrganization | RegisteredGroup> {
    const { subjectId } = await this.recordedByCode(code, sql);
    const entries = await this.entriesOf(subjectId, sql);
    const state = foldAll(entries)!;
    return state.standing === 'FILED'
      ? { subjectId, entries, state: filedGroupOf(state) }
      : { subjectId, entries, state: organizationOf(state) };
  }

  /** The organizations that have not ended and whose legal representative is one of these persons, or bears this name without a document. */
  async representedBy(
    { persons, name }: { readonly persons: readonly string[]; readonly name: string },
    sql: Sql = this.reads,
  ): Promise<Represented[]> {
    return sql.rows<Represented>(
      `SELECT o.credit_code AS "creditCode", o.name, o.kind, p.id = ANY($1::uuid[]) AS certain
         FROM register.organization o JOIN register.person p ON p.id = o.legal_representative
        WHERE o.status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING')
          AND (p.id = ANY($1::uuid[]) OR (p.id_number_hash IS NULL AND p.name = $2)) ORDER BY o.credit_code`,
      [persons, name],
    );
  }

  /** State(asOf, knownAt); today and now unless told. @throws NotFound when nothing stood then. */
  async stateOf(subjectId: string, moment: Partial<Moment> = {}): Promise<State> {
    const entries = await this.entriesOf(subjectId);
    const state = fold(entries, { asOf: moment.asOf ?? this.clock.today(), knownAt: moment.knownAt });
    if (!state) throw new NotFound({ zh: '该日期尚无登记', en: 'Nothing was registered on that day' });
    return state;
  }
}

export function noSuchGroup(): NotFound {
  return new NotFound({ zh: '没有此备案号的社会组织', en: 'No filed group has this number' });
}

/** Also said of an organization that is not the asker's to know of. */
export function noSuchOrganization(): NotFound {
  return new NotFound({ zh: '没有此代码的社会组织', en: 'No organization has this code' });
}
