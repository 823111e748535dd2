import { Injectable } from '@nestjs/common';
import type { LegalDate, Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries, RegisterQueries } from '@app/register';
import type { Application, Surroundings } from '../domain/application.js';
import { factsOf } from '../domain/application-facts.js';
import type { EstablishmentFacts } from '../domain/establishment.facts.js';
import { establishmentViolations } from '../domain/establishment.rules.js';

const LEVELS: Readonly<Record<string, EstablishmentFacts['authorityLevel']>> = {
  NATION: 'NATION',
  PROVINCE: 'PROVINCE',
  CITY: 'CITY',
  DISTRICT: 'DISTRICT',
};

/** Holds an application against the law of a day, with what the register knows around it. */
@Injectable()
export class ApplicationReview {
  constructor(
    private readonly divisions: DivisionQueries,
    private readonly register: RegisterQueries,
  ) {}

  async facts(application: Application, on: LegalDate, tx?: Tx): Promise<EstablishmentFacts> {
    return factsOf(application, await this.surroundings(application, tx), on);
  }

  /** All defects at once; empty when the application may be granted. */
  async violations(application: Application, on: LegalDate, tx?: Tx): Promise<Violation[]> {
    return establishmentViolations(await this.facts(application, on, tx), on);
  }

  private async surroundings({ authority, division, name }: Application, tx?: Tx): Promise<Surroundings> {
    const registrar = await this.divisions.find(authority, tx);
    const seat = await this.divisions.find(division, tx);
    return {
      authorityLevel: LEVELS[registrar?.level ?? ''] ?? 'OTHER',
      authorityNames: registrar ? await this.divisions.namesTo(authority, tx) : [],
      divisionKnown: seat?.active ?? false,
      sameNameAs: await this.register.sameName(authority, name, tx),
    };
  }
}
