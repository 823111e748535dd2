import { Injectable, Logger } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { BlobStore } from '../persistence/blob-store.js';

const DAY_MS = 86_400_000;
/** A blob is written moments before its row; after a day there will be none. */
const BLOB_DAYS = 1;
/** How long somebody may leave an upload unused in an application that is not sent. */
const UNATTACHED_DAYS = 30;

/** Deletes blobs without a row, what interrupted uploads left, and uploads that nobody ever attached. */
@Injectable()
export class SweepDocuments {
  private readonly logger = new Logger('SweepDocuments');

  constructor(private readonly blobs: BlobStore) {}

  /**
   * Blobs go first, by the rows that are committed: a row that this very transaction deletes keeps its
   * blob until the next sweep, so that a rollback loses nothing.
   */
  async execute(tx: Tx): Promise<{ blobs: number; incoming: number; rows: number }> {
    // Files age by the system's clock, rows by the legal one that wrote them.
    const before = new Date(Date.now() - BLOB_DAYS * DAY_MS);
    const incoming = await this.blobs.removeIncomingOlderThan(before);
    const blobs = await this.removeOrphans(tx, before);
    const rows = await tx.execute(
      `DELETE FROM documents.document d
        WHERE d.uploaded_at < $1 AND NOT EXISTS (SELECT 1 FROM documents.attachment a WHERE a.document_id = d.id)`,
      [new Date(tx.now.getTime() - UNATTACHED_DAYS * DAY_MS)],
    );
    this.logger.log(
      `${blobs} blobs without a row, ${incoming} interrupted uploads, ${rows} unattached documents deleted`,
    );
    return { blobs, incoming, rows };
  }

  private async removeOrphans(tx: Tx, before: Date): Promise<number> {
    const [{ any }] = await tx.rows<{ any: boolean }>('SELECT EXISTS (SELECT 1 FROM documents.document) AS any');
    // An empty table beside a full folder is more likely the wrong database than a thousand orphans.
    if (!any) return 0;
    let removed = 0;
    for await (const names of this.blobs.namesOlderThan(before)) {
      const rows = await tx.rows<{ name: string }>(
        'SELECT blob_name AS name FROM documents.document WHERE blob_name = ANY($1)',
        [names],
      );
      const known = new Set(rows.map(({ name }) => name));
      for (const name of names.filter((candidate) => !known.has(candidate))) {
        await this.blobs.remove(name);
        removed += 1;
      }
    }
    return removed;
  }
}
