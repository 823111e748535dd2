import { Injectable } from '@nestjs/common';
import { NotFound, type LegalDate, type Violation } from '@app/kernel';
import { Reads, type Sql } from '@app/platform';
import { RegisterQueries, type OrganizationState } from '@app/register';
import { personFacts } from '../../domain/application-facts.js';
import { matterViolations, MATTERS } from '../../domain/matters/matters.js';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import type { MatterFacts } from '../../domain/matters/matter.facts.js';
import { ApplicationReview } from '../application-review.js';
import { Representatives } from '../representatives.js';

/** Holds a filed matter against the law of a day, with what the register says of the organization and around it. */
@Injectable()
export class MatterReview {
  constructor(
    private readonly reads: Reads,
    private readonly register: RegisterQueries,
    private readonly surroundings: ApplicationReview,
    private readonly representatives: Representatives,
  ) {}

  async facts(
    { people, documents, ...filed }: FiledMatter,
    on: LegalDate,
    sql: Sql = this.reads,
  ): Promise<MatterFacts> {
    const { state: organization, entries } = await this.register.organization(filed.creditCode, sql);
    const items = { ...organization, ...filed.change, ...filed.correction, ...filed.remedy };
    const { authority } = organization;
    const offices = await this.representatives.offices(people, sql, filed.creditCode);
    return {
      filed,
      organization,
      entries,
      papers: documents.map(({ kind }) => kind),
      people: people.map((person, index) => ({
        ...personFacts(person, on, offices[index]),
        post: person.post,
        postTitle: person.postTitle,
        legalRepresentative: person.legalRepresentative,
      })),
      surroundings: await this.surroundings.surroundings(
        { authority, division: items.division, name: items.name },
        sql,
        filed.creditCode,
      ),
      others: await this.others(
        [...(filed.merger?.absorbed ?? []), ...(filed.consent ? [filed.consent.into] : [])],
        sql,
      ),
    };
  }

  /** All defects at once; empty when it may be granted. */
  async violations(filed: FiledMatter, on: LegalDate, sql?: Sql): Promise<Violation[]> {
    return matterViolations(MATTERS[filed.type], await this.facts(filed, on, sql), on);
  }

  private async others(codes: readonly string[], sql: Sql): Promise<MatterFacts['others']> {
    const found = new Map<string, OrganizationState | undefined>();
    for (const code of codes) found.set(code, await this.find(code, sql));
    return found;
  }

  private async find(code: string, sql: Sql): Promise<OrganizationState | undefined> {
    try {
      return (await this.register.organization(code, sql)).state;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
