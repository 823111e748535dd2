import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyedStores, KeyRing, SYSTEM, type KeyedStore, type Sql, type Tx, type UnitOfWork } from '@app/platform';
import { BlobStore, type StoredBlob } from '../persistence/blob-store.js';
import { fileNamePurpose } from './document-record.js';

/** The advisory lock under which files of documents are removed; a backup shares it. */
export const DOCUMENT_FILES_LOCK = `hashtextextended('documents.files', 0)`;

/** Whoever has read a row opens its file within moments. */
const READERS_MS = 1_000;

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Brings uploads and their names under the key in use: the bytes into a new file, which the row then names. */
@Injectable()
export class DocumentKeys implements KeyedStore, OnModuleInit {
  readonly name = 'documents.document';

  constructor(
    private readonly stores: KeyedStores,
    private readonly blobs: BlobStore,
    private readonly keys: KeyRing,
  ) {}

  onModuleInit(): void {
    this.stores.register(this);
  }

  async countByKey(sql: Sql): Promise<ReadonlyMap<string, number>> {
    const rows = await sql.rows<{ key: string; count: number }>(
      `SELECT key, count(*)::int AS count
         FROM documents.document, LATERAL (SELECT key_id UNION SELECT split_part(file_name, '.', 2)) AS used(key) GROUP BY key`,
    );
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  async rotate(owner: UnitOfWork, onDone: (count: number) => void): Promise<void> {
    let id = await this.rotateOneAfter(owner, FIRST);
    while (id !== undefined) {
      onDone(1);
      id = await this.rotateOneAfter(owner, id);
    }
    await sleep(READERS_MS);
    await this.removeOldFiles(owner);
  }

  /** @returns the id of the document; undefined when none is left. */
  private async rotateOneAfter(owner: UnitOfWork, after: string): Promise<string | undefined> {
    const { current } = this.keys;
    return owner.run(SYSTEM, async (tx) => {
      await lockFiles(tx);
      const [row] = await tx.rows<StoredBlob & { fileName: string }>(
        `SELECT id, blob_name AS "blobName", key_id AS "keyId", size, sha256, file_name AS "fileName"
           FROM documents.document
          WHERE id > $2 AND (key_id <> $1 OR split_part(file_name, '.', 2) <> $1) ORDER BY id LIMIT 1 FOR UPDATE`,
        [current, after],
      );
      if (!row) return undefined;
      const anew = row.keyId === current ? row : await this.blobs.receive(row.id, this.blobs.read(row));
      if ('path' in anew) await this.blobs.keep(anew);
      const fileName = this.keys.open(row.fileName, fileNamePurpose(row.id));
      await tx.execute('UPDATE documents.document SET blob_name = $2, key_id = $3, file_name = $4 WHERE id = $1', [
        row.id,
        anew.blobName,
        anew.keyId,
        this.keys.seal(fileName, fileNamePurpose(row.id)),
      ]);
      return row.id;
    });
  }

  /** After the rows have committed: a file may go only when no row names it any more. */
  private async removeOldFiles(owner: UnitOfWork): Promise<void> {
    const others = this.keys.encryptionKeys.filter((keyId) => keyId !== this.keys.current);
    await owner.run(SYSTEM, async (tx) => {
      await lockFiles(tx);
      const rows = await tx.rows<StoredBlob>('SELECT id, blob_name AS "blobName" FROM documents.document');
      for (const { id, blobName } of rows) {
        for (const name of this.blobs.namesUnder(id, others)) if (name !== blobName) await this.blobs.remove(name);
      }
    });
  }
}

/** While a backup copies the files that its snapshot names, none of them may go. */
async function lockFiles(tx: Tx): Promise<void> {
  await tx.execute(`SELECT pg_advisory_xact_lock(${DOCUMENT_FILES_LOCK})`);
}
