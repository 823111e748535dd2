import { Injectable } from '@nestjs/common';
import { cite, violationOf, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { elementField, publicationOf, Register, RegisterQueries, type OrganizationState } from '@app/register';
import type { Application } from '../../domain/application.js';
import { SPLIT_ROWS } from '../../domain/matters/matter.table.js';
import { MATTER_TITLES } from '../../domain/matters/matter-types.js';
import { EndOpenCases } from './end-open-cases.js';
import { TellOrganization } from './tell-organization.js';

const SUCCESSION = cite('中华人民共和国民法典', '第六十七条第二款');

/**
 * Ties an organization to the one of whose split it comes. With the last of those that the split named,
 * the old one ends where the split dissolves it.
 */
@Injectable()
export class LinkSplit {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly endOpenCases: EndOpenCases,
    private readonly tellOrganization: TellOrganization,
  ) {}

  /** A split that names this very name must stand in the register. */
  async violations(tx: Tx, { splitFrom, name }: Application): Promise<Violation[]> {
    if (splitFrom === undefined) return [];
    const [found] = await tx.rows<{ code: string }>(
      'SELECT credit_code AS code FROM register.organization WHERE credit_code = $1',
      [splitFrom],
    );
    const old = found && (await this.locked(tx, splitFrom));
    const taken = old && (await this.namesOf(tx, old.successors ?? []));
    if (old?.status === 'ACTIVE' && old.split?.into.includes(name) && !taken!.includes(name)) return [];
    const [zh, en] = ['登记簿中没有以此名称为结果的分立', 'The register knows no split into this name'];
    return [violationOf(SPLIT_ROWS.named, '/splitFrom', zh, en)];
  }

  /** The organization as nobody changes it until the transaction ends. */
  private async locked(tx: Tx, creditCode: string): Promise<OrganizationState> {
    const { subjectId } = await this.queries.organizationByCode(creditCode, tx);
    await this.register.lock(tx, subjectId);
    return (await this.queries.organization(creditCode, tx)).state;
  }

  private async namesOf(tx: Tx, codes: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ name: string }>(
      'SELECT name FROM register.organization WHERE credit_code = ANY($1::text[])',
      [codes],
    );
    return rows.map(({ name }) => name);
  }

  async link(tx: Tx, caseId: string, { splitFrom }: Application, creditCode: string): Promise<void> {
    if (splitFrom === undefined) return;
    const { subjectId, state } = await this.queries.organization(splitFrom, tx);
    const successors = [...(state.successors ?? []), creditCode];
    const ends = state.split!.dissolves && successors.length === state.split!.into.length;
    await this.register.append(tx, subjectId, {
      kind: ends ? 'DEREGISTERED' : 'SPLIT',
      legalDate: tx.today,
      citation: SUCCESSION,
      caseId,
      set: {
        [elementField('successor', creditCode)]: creditCode,
        ...(ends ? { status: 'DEREGISTERED', ending: { on: tx.today, cause: 'SPLIT', successors } } : {}),
      },
      publication: publicationOf({ [elementField('successor', creditCode)]: creditCode }),
    });
    const { authority, name } = state;
    await this.tellOrganization.execute(tx, {
      creditCode: splitFrom,
      authority,
      title: `${MATTER_TITLES.SPLIT.zh}：${name}`,
    });
    if (ends) await this.endOpenCases.of(tx, subjectId, caseId);
  }
}
