import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Principal, StepRequest } from '@app/access';
import { languageOf, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { FilingQueries } from '../application/filing.queries.js';
import type { FilingDto } from './dto/filing.dto.js';
import { presentFiling } from './filing.presenter.js';

/** Answers with a case as it stands now, with its ETag; every step ends with this. */
@Injectable()
export class FilingAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: FilingQueries,
  ) {}

  async of(id: string, reader: Principal, reply: FastifyReply, acceptLanguage?: string): Promise<FilingDto> {
    const view = await this.queries.get(id, reader);
    setEtag(reply, view.record.version);
    return presentFiling(view, languageOf(acceptLanguage));
  }

  /** Opens a case and answers with it. */
  async created(
    by: Principal,
    reply: FastifyReply,
    acceptLanguage: string | undefined,
    work: (tx: Tx) => Promise<string>,
  ): Promise<FilingDto> {
    const id = await this.unitOfWork.run(by, work);
    void reply.header('location', `/api/v1/filings/${id}`);
    return this.of(id, by, reply, acceptLanguage);
  }

  /** Takes a step in a transaction of its own and answers with what it came to. */
  async after(
    id: string,
    { by, reply, acceptLanguage }: StepRequest,
    work: (tx: Tx) => Promise<void>,
  ): Promise<FilingDto> {
    await this.unitOfWork.run(by, work);
    return this.of(id, by, reply, acceptLanguage);
  }
}
