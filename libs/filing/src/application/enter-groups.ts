import { Injectable } from '@nestjs/common';
import { cite } from '@app/kernel';
import type { Tx } from '@app/platform';
import { filedPublicationOf, Register } from '@app/register';
import { filedState, type GroupReferences } from '../domain/filed-state.js';
import type { Filing } from '../domain/filing-content.js';
import { Contacts, type Contact } from '../persistence/contacts.js';
import { FilingNumbers } from '../persistence/filing-numbers.js';
import type { FilingOffice } from './filing-offices.js';

const FILED = cite('京办发〔2016〕43号', '四(二)');

/** A group that is to enter the register, with the persons whom it names. */
export interface EnteringGroup {
  readonly filing: Filing;
  readonly references: GroupReferences;
  readonly caseId?: string;
}

/** Brings groups into the register, one or a thousand at a time: numbers, entries and contacts. */
@Injectable()
export class EnterGroups {
  constructor(
    private readonly register: Register,
    private readonly numbers: FilingNumbers,
    private readonly contacts: Contacts,
  ) {}

  /** Whoever enters groups of a district follows who entered the last: the second sees what the first brought in. */
  async lock(tx: Tx, divisions: readonly string[]): Promise<void> {
    const districts = [...new Set(divisions.map((division) => division.slice(0, 6)))].sort();
    for (const district of districts) {
      await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`filing:${district}`]);
    }
  }

  /** @returns the subject and the filing number of each, in their order. */
  async execute(
    tx: Tx,
    { division, hub }: FilingOffice,
    groups: readonly EnteringGroup[],
  ): Promise<{ subjectId: string; filingNumber: string }[]> {
    const numbers = await this.numbers.next(
      tx,
      groups.map(({ filing }) => filing.group.division),
    );
    const beginnings = groups.map(({ filing, references, caseId }, index) => {
      const filed = { filingNumber: numbers[index], route: filing.route, authority: division, hub, on: tx.today };
      const set = { ...filedState(filing.group, references, filed) };
      const publication = filedPublicationOf(set);
      return { kind: 'FILED' as const, legalDate: tx.today, citation: FILED, caseId, set, publication };
    });
    const ids = await this.register.beginAll(tx, 'ORGANIZATION', beginnings);
    await this.contacts.keep(
      tx,
      groups.map(({ filing }, index) => ({ subjectId: ids[index], contact: contactOf(filing) })),
    );
    return ids.map((subjectId, index) => ({ subjectId, filingNumber: numbers[index] }));
  }
}

export function contactOf({ group, persons }: Filing): Contact {
  const { leader, meetingPlace, offlineContact } = persons;
  return { leaderPhone: leader.phone, meetingPlace, ruleSheet: group.ruleSheet, offlineContact };
}
