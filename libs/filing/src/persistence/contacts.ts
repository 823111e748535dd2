import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyedStores, KeyRing, Reads, SealedColumn, type Sql, type Tx } from '@app/platform';

/** How a group is reached and where it meets: the office's to know, and nobody else's. */
export interface Contact {
  readonly leaderPhone: string;
  readonly meetingPlace: string;
  readonly ruleSheet: string;
  readonly offlineContact?: { readonly name: string; readonly phone: string };
}

/** Keeps contacts encrypted, apart from the register, which holds nothing of a person. */
@Injectable()
export class Contacts implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly keys: KeyRing,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const key = [{ column: 'subject_id', type: 'uuid' }];
    this.stores.register(new SealedColumn({ table: 'filing.contact', key, column: 'sealed', purpose }, this.keys));
  }

  async keep(tx: Tx, contacts: readonly { readonly subjectId: string; readonly contact: Contact }[]): Promise<void> {
    const rows = contacts.map(({ subjectId, contact }) => {
      return { subject_id: subjectId, sealed: this.keys.seal(JSON.stringify(contact), purpose(subjectId)) };
    });
    await tx.execute(
      `INSERT INTO filing.contact (subject_id, sealed)
       SELECT subject_id, sealed FROM jsonb_populate_recordset(NULL::filing.contact, $1::jsonb)
       ON CONFLICT (subject_id) DO UPDATE SET sealed = excluded.sealed`,
      [JSON.stringify(rows)],
    );
  }

  async find(subjectId: string, sql: Sql = this.reads): Promise<Contact | undefined> {
    const text = 'SELECT sealed FROM filing.contact WHERE subject_id = $1';
    const [row] = await sql.rows<{ sealed: string }>(text, [subjectId]);
    return row && (JSON.parse(this.keys.open(row.sealed, purpose(subjectId))) as Contact);
  }

  async forget(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM filing.contact WHERE subject_id = ANY($1::uuid[])', [subjectIds]);
  }
}

function purpose(subjectId: string): string {
  return `filing.contact:${subjectId}`;
}
