import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseFileSources, type CasePart, type CaseRecord } from '@app/casework';
import type { Sql } from '@app/platform';
import { CaseEntries } from '@app/register';
import type { GroupPersons } from '../domain/filing-content.js';
import { FILING, FILING_BY_HUB } from '../domain/filing.workflow.js';
import { masked } from '../domain/masking.js';
import { Filings } from '../persistence/filings.js';
import { FilingDecisions } from './filing-decisions.js';

/** What this lib adds to the file of a case: what was filed, the decision, the entries. */
@Injectable()
export class FilingParts implements OnModuleInit {
  constructor(
    private readonly sources: CaseFileSources,
    private readonly filings: Filings,
    private readonly decisions: FilingDecisions,
    private readonly entries: CaseEntries,
  ) {}

  onModuleInit(): void {
    for (const { name } of [FILING, FILING_BY_HUB]) {
      this.sources.register(name, (sql, record) => this.parts(sql, record));
    }
  }

  private async parts(sql: Sql, { id }: CaseRecord): Promise<CasePart[]> {
    const { matter } = await this.filings.get(id, sql);
    const submissions = await this.filings.submissions(id, sql);
    const decision = await this.decisions.find(id, sql);
    const entered = await this.entries.read(sql, id);
    return [
      ...submissions.map(({ number, submittedOn, filing }) => ({
        chapter: 'submission' as const,
        key: `filing-${number}`,
        title: { zh: `第${number}次报送的内容`, en: `What was filed, time ${number}` },
        content: { matter, submittedOn, ...filing, persons: withoutPlaces(filing.persons) },
      })),
      ...(decision
        ? [
            {
              chapter: 'decision',
              key: 'decision',
              title: { zh: '决定', en: 'The decision' },
              content: decision,
            } as const,
          ]
        : []),
      ...entered.map((content) => ({
        chapter: 'entry' as const,
        key: `entry-${content.hash.slice(0, 12)}`,
        title: { zh: '登记簿记载', en: 'An entry of the register' },
        content,
      })),
    ];
  }
}

/** A file is taken away: whom it is about stands in it masked, and where they meet, which may be a home, does not. */
function withoutPlaces(persons: GroupPersons): Omit<GroupPersons, 'meetingPlace' | 'offlineContact'> {
  const { meetingPlace: _place, offlineContact: _contact, ...shown } = masked(persons);
  return shown;
}
