import { Injectable } from '@nestjs/common';
import { cite, violationOf, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ORGANIZATION_PUBLICATION, Register, RegisterQueries } from '@app/register';
import type { Application } from '../../domain/application.js';
import { SPLIT_ROWS } from '../../domain/matters/matter.table.js';
import { EndOpenCases } from './end-open-cases.js';

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
  ) {}

  /** A split that names this very name must stand in the register. */
  async violations(tx: Tx, { splitFrom, name }: Application): Promise<Violation[]> {
    if (splitFrom === undefined) return [];
    const [found] = await tx.rows<{ code: string }>(
      'SELECT credit_code AS code FROM register.organization WHERE credit_code = $1',
      [splitFrom],
    );
    const split = found && (await this.queries.organization(splitFrom, tx)).state.split;
    if (split?.into.includes(name)) return [];
    const [zh, en] = ['登记簿中没有以此名称为结果的分立', 'The register knows no split into this name'];
    return [violationOf(SPLIT_ROWS.named, '/splitFrom', zh, en)];
  }

  async link(tx: Tx, caseId: string, { splitFrom }: Application, creditCode: string): Promise<void> {
    if (splitFrom === undefined) return;
    const { subjectId, state } = await this.queries.organization(splitFrom, tx);
    const successors = [...(state.split?.successors ?? []), creditCode];
    const ends = state.split!.dissolves && successors.length === state.split!.into.length;
    await this.register.append(tx, subjectId, {
      kind: ends ? 'DEREGISTERED' : 'SPLIT',
      legalDate: tx.today,
      citation: SUCCESSION,
      caseId,
      set: {
        split: { ...state.split, successors },
        ...(ends ? { status: 'DEREGISTERED', ending: { on: tx.today, cause: 'SPLIT', successors } } : {}),
      },
      publication: ORGANIZATION_PUBLICATION,
    });
    if (ends) await this.endOpenCases.of(tx, subjectId, caseId);
  }
}
