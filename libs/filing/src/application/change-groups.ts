import { Injectable } from '@nestjs/common';
import { cite, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import {
  elementField,
  filedPublicationOf,
  Register,
  type EntryKind,
  type FiledGroupState,
  type FilingEnd,
  type State,
} from '@app/register';
import { itemsOf, nextReview, type GroupReferences } from '../domain/filed-state.js';
import { Contacts } from '../persistence/contacts.js';
import type { FilingFile } from '../persistence/filings.js';
import { contactOf } from './enter-groups.js';

const PLAN = cite('京办发〔2016〕43号', '四(二)');

/** What is to be of a filing from today on. */
interface Ending {
  readonly caseId?: string;
  /** Number of the group or code of the organization that goes on in its place. */
  readonly successor?: string;
}

/** What becomes of a filed group in the register: it changes, is renewed, ends, or takes another in. */
@Injectable()
export class ChangeGroups {
  constructor(
    private readonly register: Register,
    private readonly contacts: Contacts,
  ) {}

  /** A change sets the items anew; a renewal does, and gives two more years from its day or from the old one, if later. */
  async change(
    tx: Tx,
    { caseId, filing, subjectId, matter }: FilingFile & { readonly subjectId: string; matter: 'CHANGE' | 'RENEWAL' },
    references: GroupReferences,
  ): Promise<void> {
    const renewed = matter === 'RENEWAL' ? { reviewOn: nextReview(await this.renewedFrom(tx, subjectId)) } : {};
    const set = { ...withNulls(itemsOf(filing.group, references)), ...renewed };
    const kind = matter === 'RENEWAL' ? 'FILING_RENEWED' : 'FILING_CHANGED';
    // A change of what the register does not hold (a telephone, the place of meeting) makes no entry.
    await this.append(tx, subjectId, kind, set, caseId, matter === 'CHANGE');
    await this.contacts.keep(tx, [{ subjectId, contact: contactOf(filing) }]);
  }

  async cancel(tx: Tx, subjectId: string, cause: FilingEnd, ending: Ending = {}): Promise<void> {
    await this.end(tx, subjectId, 'FILING_CANCELLED', 'CANCELLED', cause, ending);
  }

  async lapse(tx: Tx, subjectId: string): Promise<void> {
    await this.end(tx, subjectId, 'FILING_LAPSED', 'LAPSED', 'LAPSED', {});
  }

  /** One filing goes into another: both say so, and each keeps its own entries. */
  async merge(
    tx: Tx,
    kept: { readonly subjectId: string; readonly filingNumber: string },
    ended: { readonly subjectId: string; readonly filingNumber: string },
  ): Promise<void> {
    await this.end(tx, ended.subjectId, 'FILING_MERGED', 'CANCELLED', 'MERGED', { successor: kept.filingNumber });
    await this.append(tx, kept.subjectId, 'FILING_MERGED', {
      [elementField('predecessor', ended.filingNumber)]: ended.filingNumber,
    });
  }

  private async end(
    tx: Tx,
    subjectId: string,
    kind: EntryKind,
    status: FiledGroupState['status'],
    cause: FilingEnd,
    { caseId, successor }: Ending,
  ): Promise<void> {
    const ending = { on: tx.today, cause, ...(successor ? { successors: [successor] } : {}) };
    await this.append(tx, subjectId, kind, { status, ending }, caseId);
  }

  private async append(
    tx: Tx,
    subjectId: string,
    kind: EntryKind,
    set: State,
    caseId?: string,
    mayBeEmpty = false,
  ): Promise<void> {
    const entry = { kind, legalDate: tx.today, citation: PLAN, caseId, set, publication: filedPublicationOf(set) };
    if (mayBeEmpty && !(await this.register.wouldChange(tx, subjectId, entry))) return;
    await this.register.append(tx, subjectId, entry);
  }

  private async renewedFrom(tx: Tx, subjectId: string): Promise<LegalDate> {
    const sql = 'SELECT review_on::text AS "reviewOn" FROM filing.filed_group WHERE subject_id = $1';
    const { reviewOn } = await tx.row<{ reviewOn: LegalDate }>(sql, [subjectId]);
    return reviewOn > tx.today ? reviewOn : tx.today;
  }
}

/** What a group no longer has is taken away, not left as it was. */
function withNulls(items: Readonly<Record<string, unknown>>): State {
  return Object.fromEntries(Object.entries(items).map(([field, value]) => [field, value ?? null]));
}
