import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { Persons, publicationOf, Register, RegisterQueries, type PersonReference } from '@app/register';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import type { MatterFacts } from '../../domain/matters/matter.facts.js';
import type { Effect, Granting, Matter } from '../../domain/matters/matter.js';
import type { MatterFile } from '../../persistence/matter-files.js';
import { MATTER_TITLES } from '../../domain/matters/matter-types.js';
import { EndOpenCases } from './end-open-cases.js';
import { TellOrganization } from './tell-organization.js';

/** Writes what a matter comes to into the register: its entries, in its own organization and in those it names. */
@Injectable()
export class EnterMatter {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly persons: Persons,
    private readonly endOpenCases: EndOpenCases,
    private readonly tellOrganization: TellOrganization,
  ) {}

  async enter(
    tx: Tx,
    matter: Matter,
    file: MatterFile,
    { people }: FiledMatter,
    facts: MatterFacts,
    numbers: Pick<Granting, 'certificateNumber' | 'decisionNumber'>,
  ): Promise<void> {
    const references: PersonReference[] = [];
    for (const [index, { name, idKind: kind, idNumber: number }] of people.entries()) {
      references.push(await this.persons.record(tx, { name, document: { kind, number } }, `/people/${index}/name`));
    }
    for (const effect of matter.effects(facts, { ...numbers, on: tx.today, people: references })) {
      const subjectId = effect.creditCode
        ? (await this.queries.organizationByCode(effect.creditCode, tx)).subjectId
        : file.subjectId;
      await this.append(tx, matter, file, subjectId, facts, effect);
      if (effect.creditCode) await this.tellOther(tx, effect.creditCode, matter, facts, numbers.decisionNumber);
      if (matter.ends || effect.kind === 'DEREGISTERED') await this.endOpenCases.of(tx, subjectId, file.caseId);
    }
  }

  /** Another organization than the one that asked: whoever acts for it is told. */
  private async tellOther(tx: Tx, creditCode: string, { type }: Matter, facts: MatterFacts, decisionNumber: string) {
    const { name, authority } = facts.organization;
    const title = `${MATTER_TITLES[type].zh}：${name}`;
    await this.tellOrganization.execute(tx, { creditCode, authority, title, decisionNumber });
  }

  private async append(
    tx: Tx,
    matter: Matter,
    { caseId }: MatterFile,
    subjectId: string,
    { organization }: MatterFacts,
    { kind, set, corrects, annotation, citation = matter.ground[organization.kind] }: Effect,
  ): Promise<void> {
    const publication = publicationOf(set ?? {});
    if (annotation) await this.register.annotate(tx, subjectId, citation, { on: tx.today, ...annotation }, caseId);
    else if (corrects)
      await this.register.correct(tx, subjectId, { kind, citation, caseId, corrects, set, publication });
    else
      await this.register.append(tx, subjectId, {
        kind,
        legalDate: tx.today,
        citation,
        caseId,
        set: set!,
        publication,
      });
  }
}
