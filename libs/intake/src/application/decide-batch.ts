import { Injectable } from '@nestjs/common';
import { nextState, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { cite, NotFound, RuleViolated } from '@app/kernel';
import { Outbox, requireVersion, type Tx } from '@app/platform';
import { INTAKE_BATCH, type BatchAction, type BatchParty } from '../domain/batch.workflow.js';
import { Batches, type Batch } from '../persistence/batches.js';
import { Sheets } from './sheets.js';
import { COMMIT_TOPIC, UNDO_TOPIC } from './topics.js';

/** Rows that are asked at a time whether something followed. */
const PART = 5_000;

/** What officers do with a batch: a second one has it entered; it is discarded, or undone as a whole. */
@Injectable()
export class DecideBatch {
  constructor(
    private readonly batches: Batches,
    private readonly sheets: Sheets,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, StaleVersion, ActionNotAllowed; NotPermitted to who brought the file: another confirms it. */
  async commit(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    const batch = await this.step(tx, by, id, version, 'commit');
    await this.batches.move(tx, id, 'COMMITTING', { committedBy: by.accountId });
    await this.start(tx, COMMIT_TOPIC, batch);
  }

  async discard(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'discard');
    const [taken] = await tx.rows(`SELECT 1 FROM intake.row WHERE batch_id = $1 AND state = 'TAKEN' LIMIT 1`, [id]);
    if (taken)
      throw refused('PARTLY_ENTERED', '部分行已经入库，请继续入库', 'Some rows are entered: have the rest entered too');
    await this.batches.discard(tx, id);
    await this.audit.record(tx, { action: 'intake.discard', subjectType: 'intake-batch', subjectId: id });
  }

  /** @throws RuleViolated naming how many rows something followed on: then none is undone. */
  async undo(tx: Tx, by: Principal, id: string, version: number, reason: string): Promise<void> {
    const batch = await this.step(tx, by, id, version, 'undo');
    const sheet = this.sheets.get(batch.sheet);
    if (!sheet.undo)
      throw refused('UNDO_NOT_POSSIBLE', '此种表格入库后不能撤销', 'This kind of table cannot be undone');
    const followed = await this.followed(tx, batch);
    if (followed > 0) {
      const zh = `其中${followed}行入库后已有后续办理，不能整批撤销`;
      throw refused('FOLLOWED', zh, `Something followed on ${followed} of its rows: it cannot be undone as a whole`);
    }
    await this.batches.move(tx, id, 'UNDOING', { undoneBy: by.accountId, undoReason: reason });
    await this.start(tx, UNDO_TOPIC, batch);
  }

  private async step(tx: Tx, by: Principal, id: string, version: number, action: BatchAction): Promise<Batch> {
    const batch = await this.batches.lock(tx, id);
    if (!batch || !this.sheets.get(batch.sheet).actsFor(by, batch.office)) throw new NotFound();
    requireVersion(batch.version, version);
    nextState(INTAKE_BATCH, batch.state, action, partiesIn(by, batch));
    return batch;
  }

  private async start(tx: Tx, topic: string, { id, version }: Batch): Promise<void> {
    await this.outbox.add(tx, { topic, payload: { batchId: id, after: 0 }, uniqueKey: `${id}:${version}` });
  }

  private async followed(tx: Tx, { id, sheet }: Batch): Promise<number> {
    let followed = 0;
    for (let after = 0; ;) {
      const rows = await tx.rows<{ line: number; subjectId: string }>(
        `SELECT line, subject_id AS "subjectId" FROM intake.row
          WHERE batch_id = $1 AND state = 'TAKEN' AND line > $2 ORDER BY line LIMIT ${PART}`,
        [id, after],
      );
      if (rows.length === 0) return followed;
      after = rows.at(-1)!.line;
      followed += (
        await this.sheets.get(sheet).followed(
          tx,
          rows.map(({ subjectId }) => subjectId),
        )
      ).length;
    }
  }
}

/** Who somebody is to a batch of his office: whoever brought it does not confirm it, whoever confirmed it does not undo it. */
export function partiesIn(
  by: Pick<Principal, 'accountId'>,
  { state, uploadedBy, committedBy }: Pick<Batch, 'state' | 'uploadedBy' | 'committedBy'>,
): ReadonlySet<BatchParty> {
  const first = state === 'COMMITTED' ? committedBy : uploadedBy;
  return new Set<BatchParty>(by.accountId === first ? ['OFFICER'] : ['OFFICER', 'SECOND_OFFICER']);
}

function refused(code: string, zh: string, en: string): RuleViolated {
  const citation = cite('京办发〔2016〕43号', '四(二)');
  return new RuleViolated([{ code, pointer: '', message: { zh, en }, citation }]);
}
