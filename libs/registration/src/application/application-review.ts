import { Injectable } from '@nestjs/common';
import type { LegalDate, Violation } from '@app/kernel';
import { Reads, type Sql, type Tx } from '@app/platform';
import { DivisionQueries, RegisterQueries } from '@app/register';
import type { Application, Surroundings } from '../domain/application.js';
import { factsOf } from '../domain/application-facts.js';
import type { EstablishmentFacts } from '../domain/establishment.facts.js';
import { establishmentViolations } from '../domain/establishment.rules.js';
import { PromoteGroup } from './promote-group.js';
import { Representatives } from './representatives.js';

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
    private readonly representatives: Representatives,
    private readonly promotions: PromoteGroup,
    private readonly reads: Reads,
  ) {}

  async facts(application: Application, on: LegalDate, tx?: Tx): Promise<EstablishmentFacts> {
    const surroundings = await this.surroundings(application, tx);
    const offices = await this.representatives.offices(application.leaders, tx ?? this.reads);
    return factsOf(application, surroundings, on, offices);
  }

  /** All defects at once; empty when the application may be granted. */
  async violations(application: Application, on: LegalDate, tx?: Tx): Promise<Violation[]> {
    return [
      ...establishmentViolations(await this.facts(application, on, tx), on),
      ...(await this.promotions.standing(application, tx ?? this.reads)),
    ];
  }

  /** `except` is the organization itself, whose own name is not another's. */
  async surroundings(
    { authority, division, name }: Pick<Application, 'authority' | 'division' | 'name'>,
    sql?: Sql,
    except?: string,
  ): Promise<Surroundings> {
    const registrar = await this.divisions.find(authority, sql);
    const seat = await this.divisions.find(division, sql);
    return {
      authorityLevel: LEVELS[registrar?.level ?? ''] ?? 'OTHER',
      authorityNames: registrar ? await this.divisions.namesTo(authority, sql) : [],
      divisionKnown: seat?.active ?? false,
      sameNameAs: await this.register.sameName(authority, name, sql, except),
      heldNames: await this.register.heldNames(authority, name, sql, except),
    };
  }
}
