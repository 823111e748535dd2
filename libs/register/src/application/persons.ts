import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { cite, maskResidentId, normalizeResidentId, RuleViolated } from '@app/kernel';
import { KeyedStores, KeyRing, SealedColumn, type Sql, type Tx } from '@app/platform';
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
export class Persons implements OnModuleInit {
  constructor(
    private readonly register: Register,
    private readonly keys: KeyRing,
    private readonly dataSource: DataSource,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const key = [{ column: 'id', type: 'uuid' }];
    const place = { table: 'register.person', key, column: 'id_number', purpose: idNumberPurpose };
    this.stores.register(new SealedColumn(place, this.keys));
  }

  /**
   * The person with this document, recorded now if the register does not know him yet. A number that
   * is known under another name is never renamed by the way: the name stands in other organizations'
   * files, and one of the two is wrong.
   * @throws RuleViolated, at `pointer`, when the register knows the number under another name.
   */
  async record(tx: Tx, { name, document }: Identity, pointer = ''): Promise<PersonReference> {
    // A document without a number tells nobody apart: he is known by his name alone.
    const number = (document && normalizeResidentId(document.number)) || undefined;
    const hash = number && this.hashOf(document!.kind, number);
    const id = await this.insert(tx, name, number ? document!.kind : undefined, number, hash);
    if (id) {
      await this.register.open(tx, 'PERSON', id);
      return this.reference(id, name, hash);
    }
    const known = await tx.row<{ id: string; name: string }>(
      'SELECT id, name FROM register.person WHERE id_number_hash = $1',
      [hash],
    );
    if (known.name !== name) throw differentName(pointer);
    return this.reference(known.id, name, hash);
  }

  /**
   * The same for many at once, in a few statements. @returns each person's reference, or undefined where the register
   * knows the number under another name: the caller says so to whom it concerns.
   */
  async recordAll(tx: Tx, identities: readonly Required<Identity>[]): Promise<(PersonReference | undefined)[]> {
    const wanted = identities.map(({ name, document }) => {
      const number = normalizeResidentId(document.number);
      return { id: randomUUID(), name, kind: document.kind, number, hash: this.hashOf(document.kind, number) };
    });
    const once = new Map(wanted.map((each) => [each.hash, each]));
    const rows = [...once.values()].map(({ id, name, kind, number, hash }) => {
      const sealed = this.keys.seal(number, idNumberPurpose(id));
      return {
        id,
        name,
        id_kind: kind,
        id_number: sealed,
        id_number_hash: hash,
        id_number_masked: maskResidentId(number),
      };
    });
    await tx.execute(
      `WITH added AS (
         INSERT INTO register.person (id, name, id_kind, id_number, id_number_hash, id_number_masked)
         SELECT id, name, id_kind, id_number, id_number_hash, id_number_masked
           FROM jsonb_populate_recordset(NULL::register.person, $1::jsonb) ORDER BY id_number_hash
         ON CONFLICT (id_number_hash) DO NOTHING RETURNING id)
       INSERT INTO register.subject (id, type) SELECT id, 'PERSON' FROM added`,
      [JSON.stringify(rows)],
    );
    const known = await tx.rows<{ id: string; name: string; hash: string }>(
      'SELECT id, name, id_number_hash AS hash FROM register.person WHERE id_number_hash = ANY($1::text[])',
      [[...once.keys()]],
    );
    const byHash = new Map(known.map((each) => [each.hash, each]));
    return wanted.map(({ name, hash }) => {
      const person = byHash.get(hash)!;
      return person.name === name ? this.reference(person.id, name, hash) : undefined;
    });
  }

  /** @returns the id of the new row; undefined when the register has the document already, from whichever transaction. */
  private async insert(
    tx: Tx,
    name: string,
    kind?: IdKind,
    number?: string,
    hash?: string,
  ): Promise<string | undefined> {
    const id = randomUUID();
    const rows = await tx.rows(
      `INSERT INTO register.person (id, name, id_kind, id_number, id_number_hash, id_number_masked)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id_number_hash) DO NOTHING RETURNING id`,
      [
        id,
        name,
        kind ?? null,
        number ? this.keys.seal(number, idNumberPurpose(id)) : null,
        hash ?? null,
        number ? maskResidentId(number) : null,
      ],
    );
    return rows.length === 0 ? undefined : id;
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
  async known(sql: Sql, hashes: readonly string[]): Promise<string[]> {
    const text = 'SELECT id FROM register.person WHERE id_number_hash = ANY($1::text[])';
    return (await sql.rows<{ id: string }>(text, [hashes])).map(({ id }) => id);
  }

  /** The same, each by its hash, with the name under which the register knows him. */
  async byHash(sql: Sql, hashes: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }>> {
    const text = 'SELECT id, name, id_number_hash AS hash FROM register.person WHERE id_number_hash = ANY($1::text[])';
    const rows = await sql.rows<{ id: string; name: string; hash: string }>(text, [hashes]);
    return new Map(rows.map(({ id, name, hash }) => [hash, { id, name }]));
  }

  /** The index of the first reference whose person is not, or no longer, the one that was meant; -1 when all are. */
  async firstNotMeant(references: readonly PersonReference[], sql: Sql): Promise<number> {
    const rows = await sql.rows<{ id: string; name: string; hash: string | null }>(
      'SELECT id, name, id_number_hash AS hash FROM register.person WHERE id = ANY($1::uuid[])',
      [references.map(({ person }) => person)],
    );
    const meant = new Map(rows.map(({ id, name, hash }) => [id, this.reference(id, name, hash ?? '').commitment]));
    return references.findIndex(({ person, commitment }) => meant.get(person) !== commitment);
  }

  /** Proves later who was meant, even when the person's row is corrected or erased. */
  private reference(person: string, name: string, hash = ''): PersonReference {
    return { person, commitment: this.keys.hash(`${person}|${name}|${hash}`, 'person.commitment') };
  }
}

function idNumberPurpose(id: string): string {
  return `person.id-number:${id}`;
}

function differentName(pointer: string): RuleViolated {
  return new RuleViolated([
    {
      code: 'PERSON_NAME_DIFFERS',
      pointer,
      message: {
        zh: '登记簿中此证件号码登记在另一姓名之下，请核实后再办理',
        en: 'The register knows this document under another name; find out which is right',
      },
      citation: cite('中华人民共和国行政许可法', '第三十四条第三款'),
    },
  ]);
}
