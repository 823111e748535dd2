import { Injectable } from '@nestjs/common';
import type { Tx, Sql } from '@app/platform';
import { Persons, RegisterQueries, type Represented } from '@app/register';
import type { ApplicationLeader, ApplicationPerson } from '../domain/application.js';
import type { KnownOffices } from '../domain/application-facts.js';
import { PersonJudgements } from '../persistence/person-judgements.js';

/** An organization whose legal representative bears the same name, and nothing more is known. */
export interface NameMatch extends Represented {
  /** Place of the person in what was filed. */
  readonly pointer: string;
  /** An officer has said before whether it is the same person. */
  readonly judged: boolean;
}

/**
 * What the register knows of the posts of people who are to lead an organization: for certain, by their
 * documents; or by name alone, which an officer judges once and the register remembers.
 */
@Injectable()
export class Representatives {
  constructor(
    private readonly persons: Persons,
    private readonly register: RegisterQueries,
    private readonly judgements: PersonJudgements,
  ) {}

  /** The organizations that each of these persons represents; `except` is the one that the case is about. */
  async offices(people: readonly ApplicationPerson[], sql: Sql, except?: string): Promise<KnownOffices[]> {
    const offices: KnownOffices[] = [];
    for (const person of people) {
      const hash = this.hashOf(person);
      const found = await this.found(person, hash, sql, except);
      const same = await this.judgements.same(hash, sql);
      const sure = found.filter(({ certain, creditCode }) => certain || same.get(creditCode) === true);
      offices.push({
        socialGroups: sure.filter(({ kind }) => kind === 'SOCIAL_GROUP').map(({ name }) => name),
        others: sure.filter(({ kind }) => kind !== 'SOCIAL_GROUP').map(({ name }) => name),
      });
    }
    return offices;
  }

  /** Makes grants that concern one person follow each other: the second sees what the first has given him. */
  async lock(tx: Tx, people: readonly ApplicationPerson[]): Promise<void> {
    const hashes = people.filter(({ idNumber }) => idNumber !== '').map((person) => this.hashOf(person));
    await tx.rows(
      'SELECT pg_advisory_xact_lock(hashtextextended(hash, 0)) FROM unnest($1::text[]) AS hash ORDER BY hash',
      [[...new Set(hashes)].sort()],
    );
  }

  /** Matches on the name alone, of whoever is to represent the organization, judged by an officer before or not. */
  async nameMatches(
    people: readonly ApplicationLeader[],
    list: string,
    sql: Sql,
    except?: string,
  ): Promise<NameMatch[]> {
    const matches: NameMatch[] = [];
    for (const [index, person] of people.entries()) {
      if (!person.legalRepresentative) continue;
      const hash = this.hashOf(person);
      const judged = await this.judgements.same(hash, sql);
      const found = await this.found(person, hash, sql, except);
      const namesakes = found.filter(({ certain }) => !certain);
      matches.push(
        ...namesakes.map((represented) => ({
          ...represented,
          pointer: `${list}/${index}`,
          judged: judged.has(represented.creditCode),
        })),
      );
    }
    return matches;
  }

  hashOf({ idKind, idNumber }: Pick<ApplicationPerson, 'idKind' | 'idNumber'>): string {
    return this.persons.hashOf(idKind, idNumber);
  }

  private async found(person: ApplicationPerson, hash: string, sql: Sql, except?: string): Promise<Represented[]> {
    const persons = person.idNumber === '' ? [] : await this.persons.known(sql, [hash]);
    const found = await this.register.representedBy({ persons, name: person.name }, sql);
    return found.filter(({ creditCode }) => creditCode !== except);
  }
}
