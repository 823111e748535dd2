import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { canonicalJson, cite, nameKey, RuleViolated, type Citation, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { entryHash, type Entry, type EntryContent, type PublicationClass } from '../domain/entry.js';
import { annotationField, type Annotation } from '../domain/annotation.js';
import { differenceFrom, differenceInPlace, fold, foldAll, type State } from '../domain/fold.js';
import type { EntryKind, SubjectType } from '../domain/vocabulary.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';
import { EntryListeners } from './entry-listeners.js';
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

/** What takes the place of an entry that was wrong. */
export interface Correcting extends Omit<Appending, 'legalDate'> {
  /** The number of the entry. */
  readonly corrects: number;
}

/** The one door to the register: entries are appended here and nowhere else. */
@Injectable()
export class Register {
  constructor(
    private readonly projections: Projections,
    private readonly listeners: EntryListeners,
  ) {}

  /** Makes room for a new subject. It says nothing until its first entry. */
  async open(tx: Tx, type: SubjectType, id: string = randomUUID()): Promise<string> {
    await tx.execute('INSERT INTO register.subject (id, type) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, type]);
    return id;
  }

  /** Holds a subject until the transaction ends: whoever decides by what stands must not be overtaken. */
  async lock(tx: Tx, subjectId: string): Promise<void> {
    await tx.rows('SELECT 1 FROM register.subject WHERE id = $1 FOR UPDATE', [subjectId]);
  }

  /** Makes grants of one name by one registrar follow each other: the second sees what the first took. */
  async lockName(tx: Tx, authority: string, name: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`name:${authority}:${nameKey(name)}`]);
  }

  /**
   * Appends an entry and folds it into every projection. The row lock on the subject orders the
   * entries of one subject; those of different subjects do not wait for each other.
   * @throws RuleViolated when the day lies in the future (what is to come stays a case until then)
   *   or when nothing would change.
   */
  async append(tx: Tx, subjectId: string, appending: Appending): Promise<Entry> {
    const { legalDate, set } = appending;
    if (legalDate > tx.today)
      throw refused('ENTRY_IN_FUTURE', '登记日期不得晚于今日', 'An entry may not lie in the future');
    return this.record(tx, subjectId, (entries) => {
      const difference = differenceFrom(fold(entries, { asOf: legalDate }), set);
      if (Object.keys(difference).length === 0) throw nothingChanges();
      return { ...appending, difference, corrects: null };
    });
  }

  /**
   * Appends an entry that takes the place of a wrong one, on its legal date. It starts from what stands
   * in that place now, earlier corrections included. With `set` undefined the place is left empty.
   * @throws RuleViolated when there is no such entry, or nothing would change.
   */
  async correct(
    tx: Tx,
    subjectId: string,
    { set, ...correcting }: Omit<Correcting, 'set'> & { set?: State },
  ): Promise<Entry> {
    return this.record(tx, subjectId, (entries) => {
      const wrong = entries.find(({ number }) => number === correcting.corrects);
      if (!wrong) throw refused('ENTRY_UNKNOWN', '没有此编号的登记记载', 'There is no entry of this number');
      const stands = differenceInPlace(entries, wrong.number);
      const difference = set === undefined ? {} : { ...stands, ...set };
      if (canonicalJson(difference) === canonicalJson(stands)) throw nothingChanges();
      return { ...correcting, legalDate: wrong.legalDate, difference };
    });
  }

  /** Appends a remark. It changes no item, and is told from what does by its kind. */
  async annotate(
    tx: Tx,
    subjectId: string,
    citation: Citation,
    annotation: Annotation,
    caseId?: string,
  ): Promise<Entry> {
    return this.record(tx, subjectId, (entries) => {
      const field = annotationField(entries.length + 1);
      const difference = { [field]: annotation };
      const legalDate = annotation.on;
      return {
        kind: 'ANNOTATED',
        legalDate,
        citation,
        caseId,
        difference,
        publication: { [field]: 'PUBLIC' },
        corrects: null,
      };
    });
  }

  private async record(tx: Tx, subjectId: string, said: (entries: readonly Entry[]) => Said): Promise<Entry> {
    const { type, last_number: last } = await tx.row<{ type: SubjectType; last_number: number }>(
      'SELECT type, last_number FROM register.subject WHERE id = $1 FOR UPDATE',
      [subjectId],
    );
    const entries = last === 0 ? [] : await this.entries(tx, subjectId);
    const entry = await this.insert(tx, content(tx, subjectId, last + 1, said(entries)));
    await tx.execute('UPDATE register.subject SET last_number = $2 WHERE id = $1', [subjectId, entry.number]);
    const history = [...entries, entry];
    const state = foldAll(history)!;
    await this.projections.project(tx, [{ subjectId, type, state, version: entry.number, history }]);
    await this.listeners.tell(tx, entry);
    return entry;
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

type Said = Pick<Appending, 'kind' | 'legalDate' | 'citation' | 'caseId' | 'publication'> &
  Pick<EntryContent, 'difference' | 'corrects'>;

function content(tx: Tx, subjectId: string, number: number, said: Said): EntryContent {
  const { kind, legalDate, citation, caseId = null, difference, publication, corrects } = said;
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
    publication: Object.fromEntries(Object.keys(difference).map((field) => [field, publication[field] ?? 'WITHHELD'])),
    corrects,
  };
}

function nothingChanges(): RuleViolated {
  return refused('ENTRY_EMPTY', '登记内容没有任何变化', 'The entry would change nothing');
}

/** 许可法 70 and the three Regulations know entries of fact only: what has happened, and what changes something. */
function refused(code: string, zh: string, en: string): RuleViolated {
  return new RuleViolated([
    { code, pointer: '', message: { zh, en }, citation: cite('中华人民共和国行政许可法', '第三十八条') },
  ]);
}
