import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { cite, RuleViolated, type Citation, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { entryHash, type Entry, type EntryContent, type PublicationClass } from '../domain/entry.js';
import { differenceFrom, fold, foldAll, type State } from '../domain/fold.js';
import type { EntryKind, SubjectType } from '../domain/vocabulary.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';
import { Projections } from './projections.js';

/** What a decision wants the register to say from `legalDate` on. */
export interface Appending {
  readonly kind: EntryKind;
  readonly legalDate: LegalDate;
  readonly citation: Citation;
  readonly caseId?: string;
  /** The fields to set; those that already stand so are left out of the entry. */
  readonly set: State;
  readonly publication: Readonly<Record<string, PublicationClass>>;
}

/** The one door to the register: entries are appended here and nowhere else. */
@Injectable()
export class Register {
  constructor(private readonly projections: Projections) {}

  /** Makes room for a new subject. It says nothing until its first entry. */
  async open(tx: Tx, type: SubjectType, id: string = randomUUID()): Promise<string> {
    await tx.execute('INSERT INTO register.subject (id, type) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, type]);
    return id;
  }

  /**
   * Appends an entry and folds it into every projection. The row lock on the subject orders the
   * entries of one subject; those of different subjects do not wait for each other.
   * @throws RuleViolated when the day lies in the future (what is to come stays a case until then)
   *   or when nothing would change.
   */
  async append(tx: Tx, subjectId: string, appending: Appending): Promise<Entry> {
    const { type, last_number: last } = await tx.row<{ type: SubjectType; last_number: number }>(
      'SELECT type, last_number FROM register.subject WHERE id = $1 FOR UPDATE',
      [subjectId],
    );
    const entries = last === 0 ? [] : await this.entries(tx, subjectId);
    const content = this.content(tx, subjectId, last + 1, entries, appending);
    const entry = await this.insert(tx, content);
    await tx.execute('UPDATE register.subject SET last_number = $2 WHERE id = $1', [subjectId, entry.number]);
    const state = foldAll([...entries, entry])!;
    await this.projections.project(tx, [{ subjectId, type, state, version: entry.number }]);
    return entry;
  }

  private content(tx: Tx, subjectId: string, number: number, entries: Entry[], appending: Appending): EntryContent {
    const { kind, legalDate, citation, caseId = null, set, publication } = appending;
    if (legalDate > tx.today)
      throw refused('ENTRY_IN_FUTURE', '登记日期不得晚于今日', 'An entry may not lie in the future');
    const difference = differenceFrom(fold(entries, { asOf: legalDate }), set);
    const fields = Object.keys(difference);
    if (fields.length === 0) throw refused('ENTRY_EMPTY', '登记内容没有任何变化', 'The entry would change nothing');
    return {
      subjectId,
      number,
      kind,
      legalDate,
      recordedAt: tx.now,
      recordedBy: tx.actor.accountId,
      caseId,
      citation,
      difference,
      // A field that nobody classified is withheld: silence must not publish.
      publication: Object.fromEntries(fields.map((field) => [field, publication[field] ?? 'WITHHELD'])),
      corrects: null,
    };
  }

  private async insert(tx: Tx, content: EntryContent): Promise<Entry> {
    const hash = entryHash(content);
    const { id } = await tx.row<{ id: string }>(
      `INSERT INTO register.entry (subject_id, number, kind, legal_date, recorded_at, recorded_by, case_id, citation,
                                   difference, publication, corrects, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        content.subjectId,
        content.number,
        content.kind,
        content.legalDate,
        content.recordedAt,
        content.recordedBy,
        content.caseId,
        JSON.stringify(content.citation),
        JSON.stringify(content.difference),
        JSON.stringify(content.publication),
        content.corrects,
        hash,
      ],
    );
    return { ...content, id, hash };
  }

  private async entries(tx: Tx, subjectId: string): Promise<Entry[]> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = $1 ORDER BY e.number`;
    return (await tx.rows<EntryRow>(sql, [subjectId])).map(entryOf);
  }
}

/** 许可法 70 and the three Regulations know entries of fact only: what has happened, and what changes something. */
function refused(code: string, zh: string, en: string): RuleViolated {
  return new RuleViolated([
    { code, pointer: '', message: { zh, en }, citation: cite('中华人民共和国行政许可法', '第三十八条') },
  ]);
}
