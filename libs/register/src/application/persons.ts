import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { maskResidentId, normalizeResidentId } from '@app/kernel';
import { KeyRing, type Tx } from '@app/platform';
import type { PersonReference } from '../domain/organization.js';
import { Register } from './register.js';

export const ID_KINDS = ['RESIDENT_ID', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT'] as const;
export type IdKind = (typeof ID_KINDS)[number];

export interface Identity {
  readonly name: string;
  /** Absent for a person known by name alone, as in old registers that are imported. */
  readonly document?: { readonly kind: IdKind; readonly number: string };
}

/**
 * The persons whom entries refer to. A person is found again by the keyed hash of the document's
 * number; the number itself is stored encrypted, and entries hold only a reference and a commitment.
 */
@Injectable()
export class Persons {
  constructor(
    private readonly register: Register,
    private readonly keys: KeyRing,
    private readonly dataSource: DataSource,
  ) {}

  /** The person with this document, recorded now if the register does not know him yet. */
  async record(tx: Tx, identity: Identity): Promise<PersonReference> {
    const { name, document } = identity;
    const id = randomUUID();
    const number = document && normalizeResidentId(document.number);
    const hash = number && this.hashOf(document.kind, number);
    const found = hash ? await this.find(tx, hash) : undefined;
    if (found) {
      await tx.execute('UPDATE register.person SET name = $2 WHERE id = $1 AND name <> $2', [found, name]);
      return this.reference(found, name, hash);
    }
    await tx.execute(
      `INSERT INTO register.person (id, name, id_kind, id_number, id_number_hash, id_number_masked)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        name,
        document?.kind ?? null,
        number ? this.keys.seal(number, `person.id-number:${id}`) : null,
        hash ?? null,
        number ? maskResidentId(number) : null,
      ],
    );
    await this.register.open(tx, 'PERSON', id);
    return this.reference(id, name, hash);
  }

  /** Keyed hash under which a document is found, without anybody reading its number. */
  hashOf(kind: IdKind, number: string): string {
    return this.keys.hash(`${kind}:${normalizeResidentId(number)}`, 'person.id-number');
  }

  /** Names by id, for those who may show them. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'SELECT id, name FROM register.person WHERE id = ANY($1::uuid[])';
    const rows: { id: string; name: string }[] = await this.dataSource.query(sql, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The persons whom the register knows under any of these hashes. */
  async known(tx: Tx, hashes: readonly string[]): Promise<string[]> {
    const sql = 'SELECT id FROM register.person WHERE id_number_hash = ANY($1::text[])';
    return (await tx.rows<{ id: string }>(sql, [hashes])).map(({ id }) => id);
  }

  private async find(tx: Tx, hash: string): Promise<string | undefined> {
    const rows = await tx.rows<{ id: string }>('SELECT id FROM register.person WHERE id_number_hash = $1', [hash]);
    return rows.at(0)?.id;
  }

  /** Proves later who was meant, even when the person's row is corrected or erased. */
  private reference(person: string, name: string, hash = ''): PersonReference {
    return { person, commitment: this.keys.hash(`${person}|${name}|${hash}`, 'person.commitment') };
  }
}
