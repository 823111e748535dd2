import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { canonicalJson, cite, nameKey, RuleViolated, type Citation, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { entryHash, type Entry, type EntryContent, type PublicationClass } from '../domain/entry.js';
import { annotationField, type Annotation } from '../domain/annotation.js';
import { differenceFrom, differenceInPlace, fold, foldAll, type State } from '../domain/fold.js';
import type { EntryKind, SubjectType } from '../domain/vocabulary.js';
import { bySubject, ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';
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

  /** The same of many, in one order. */
  async lockAll(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.rows('SELECT 1 FROM register.subject WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [subjectIds]);
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
    if (legalDate > tx.today) throw inFuture();
    return this.record(tx, subjectId, (entries) => {
      const difference = differenceFrom(fold(entries, { asOf: legalDate }), set);
      if (Object.keys(difference).length === 0) throw nothingChanges();
      return { ...appending, difference, corrects: null };
    });
  }

  /** Whether an entry of this content would change anything. */
  async wouldChange(
    tx: Tx,
    subjectId: string,
    { legalDate, set }: Pick<Appending, 'legalDate' | 'set'>,
  ): Promise<boolean> {
    const entries = (await this.entries(tx, [subjectId])).get(subjectId) ?? [];
    return Object.keys(differenceFrom(fold(entries, { asOf: legalDate }), set)).length > 0;
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

  /**
   * Opens subjects and appends the first entry of each, in a few statements whatever their number: for what comes by the
   * thousand. @returns the ids of the subjects, in the order of `beginnings`.
   */
  async beginAll(tx: Tx, type: SubjectType, beginnings: readonly Appending[]): Promise<string[]> {
    const ids: string[] = beginnings.map(() => randomUUID());
    await tx.execute('INSERT INTO register.subject (id, type) SELECT unnest($1::uuid[]), $2', [ids, type]);
    const saidOf = new Map(beginnings.map((beginning, index) => [ids[index], beginning]));
    await this.recordAll(tx, ids, (subjectId) => {
      const { set, ...said } = saidOf.get(subjectId)!;
      if (said.legalDate > tx.today) throw inFuture();
      return { ...said, difference: differenceFrom(undefined, set), corrects: null };
    });
    return ids;
  }

  /** Leaves the place of the first entry of each subject empty: nothing stands of it any longer, and its history says so. */
  async voidBeginnings(tx: Tx, subjectIds: readonly string[], citation: Citation): Promise<void> {
    await this.recordAll(tx, subjectIds, (_, [{ legalDate }]) => {
      return { kind: 'VOIDED', legalDate, citation, difference: {}, publication: {}, corrects: 1 };
    });
  }

  private async record(tx: Tx, subjectId: string, said: (entries: readonly Entry[]) => Said): Promise<Entry> {
    const [entry] = await this.recordAll(tx, [subjectId], (_, entries) => said(entries));
    return entry;
  }

  /** Every entry is written here: the subjects are locked in one order, their entries folded, the listeners told. */
  private async recordAll(
    tx: Tx,
    subjectIds: readonly string[],
    said: (subjectId: string, entries: readonly Entry[]) => Said,
  ): Promise<Entry[]> {
    const subjects = await tx.rows<{ id: string; type: SubjectType; last: number }>(
      'SELECT id, type, last_number AS last FROM register.subject WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
      [subjectIds],
    );
    const before = await this.entries(
      tx,
      subjects.filter(({ last }) => last > 0).map(({ id }) => id),
    );
    const contents = subjects.map(({ id, last }) => content(tx, id, last + 1, said(id, before.get(id) ?? [])));
    const entries = await this.insert(tx, contents);
    await tx.execute('UPDATE register.subject SET last_number = last_number + 1 WHERE id = ANY($1::uuid[])', [
      subjectIds,
    ]);
    const folded = entries.map((entry, index) => {
      const history = [...(before.get(entry.subjectId) ?? []), entry];
      const { type } = subjects[index];
      return { subjectId: entry.subjectId, type, state: foldAll(history)!, version: entry.number, history };
    });
    await this.projections.project(tx, folded);
    await this.listeners.tell(tx, entries);
    return entries;
  }

  /** @returns the entries in the order of their contents. */
  private async insert(tx: Tx, contents: readonly EntryContent[]): Promise<Entry[]> {
    const hashed = contents.map((each) => ({ ...each, hash: entryHash(each) }));
    const rows = await tx.rows<{ id: string; hash: string }>(
      `INSERT INTO register.entry (subject_id, number, kind, legal_date, recorded_at, recorded_by, case_id, citation,
                                   difference, publication, corrects, hash)
       SELECT e."subjectId", e.number, e.kind, e."legalDate", e."recordedAt", e."recordedBy", e."caseId", e.citation,
              e.difference, e.publication, e.corrects, e.hash
         FROM jsonb_to_recordset($1::jsonb) AS e("subjectId" uuid, number int, kind text, "legalDate" date,
              "recordedAt" timestamptz, "recordedBy" uuid, "caseId" uuid, citation jsonb, difference jsonb,
              publication jsonb, corrects int, hash text)
       RETURNING id, hash`,
      [JSON.stringify(hashed)],
    );
    const ids = new Map(rows.map(({ id, hash }) => [hash, id]));
    return hashed.map((each) => ({ ...each, id: ids.get(each.hash)! }));
  }

  private async entries(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Entry[]>> {
    if (subjectIds.length === 0) return new Map();
    const sql = `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = ANY($1::uuid[]) ORDER BY e.subject_id, e.number`;
    return bySubject((await tx.rows<EntryRow>(sql, [subjectIds])).map(entryOf));
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

function inFuture(): RuleViolated {
  return refused('ENTRY_IN_FUTURE', '登记日期不得晚于今日', 'An entry may not lie in the future');
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
