import { Injectable } from '@nestjs/common';
import { divisionPrefix, holds, scopesOf, type Principal } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Reads, type Page, type Sql } from '@app/platform';
import type { HubProposal } from '../../domain/assignment/hub-proposal.js';
import type { ProposalState } from '../../domain/assignment/proposal.workflow.js';
import { maySeeProposal } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';
import type { ProposalCause } from './propose-assignments.js';

export interface Proposal {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly authority: string;
  readonly division: string;
  /** The number of the entry that left the organization as it was looked at. */
  readonly entryNumber: number;
  readonly vocabulary: string;
  readonly cause: ProposalCause;
  readonly proposedOn: LegalDate;
  readonly candidates: readonly HubProposal[];
  readonly hubs: readonly string[];
  readonly state: ProposalState;
  readonly chosen: string | null;
  readonly answeredFor: string | null;
  readonly reason: string | null;
  readonly decidedOn: LegalDate | null;
  readonly version: number;
  readonly subjectId: string;
}

export interface ProposalFilter {
  readonly state?: ProposalState;
  readonly hub?: string;
  readonly creditCode?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const COLUMNS = `p.id, o.credit_code AS "creditCode", o.name, o.authority, o.division, p.entry_number AS "entryNumber", p.vocabulary,
  p.cause, p.proposed_on::text AS "proposedOn", p.candidates, p.hubs, p.state, p.chosen, p.answered_for AS "answeredFor",
  p.reason, p.decided_on::text AS "decidedOn", p.version, p.subject_id AS "subjectId"`;
const FROM = 'hub.proposal p JOIN hub.organization o ON o.subject_id = p.subject_id';

/** Reads proposals for those whom they concern. */
@Injectable()
export class ProposalQueries {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
  ) {}

  /** Oldest first, of the reader's registrars or of the hubs that he holds and those below. */
  async list(reader: Principal, { state, hub, creditCode, limit, cursor }: ProposalFilter): Promise<Page<Proposal>> {
    const where = `($1 OR EXISTS (SELECT 1 FROM unnest($2::text[]) prefix WHERE starts_with(o.authority, prefix)) OR p.hubs && $3::text[])
      AND ($4::text IS NULL OR p.state = $4) AND ($5::text IS NULL OR $5 = ANY(p.hubs)) AND ($6::text IS NULL OR o.credit_code = $6)`;
    const parameters = [
      holds(reader, 'AUDITOR'),
      registrarPrefixes(reader),
      await this.hubs.reachOf(reader),
      state ?? null,
      hub ?? null,
      creditCode ?? null,
    ];
    const keys = [{ sql: 'p.id', type: 'bigint' }] as const;
    return this.reads.page({ columns: COLUMNS, from: FROM, where, parameters, keys }, { limit, cursor });
  }

  /** Undefined when there is none, or it is not the reader's to know of. */
  async find(id: string, reader: Principal, sql: Sql = this.reads): Promise<Proposal | undefined> {
    const [proposal] = await sql.rows<Proposal>(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = $1`, [id]);
    if (!proposal) return undefined;
    return maySeeProposal(reader, proposal, await this.hubs.reachOf(reader, sql)) ? proposal : undefined;
  }
}

/** What the divisions begin with for which somebody assigns. */
function registrarPrefixes(reader: Principal): string[] {
  return [...scopesOf(reader, 'REVIEW_OFFICER'), ...scopesOf(reader, 'APPROVAL_OFFICER')].flatMap((scope) => {
    const prefix = divisionPrefix(scope);
    return prefix === undefined ? [] : [prefix];
  });
}
