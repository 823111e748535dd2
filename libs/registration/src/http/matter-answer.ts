import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Principal, type StepRequest } from '@app/access';
import { languageOf, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { MatterProcedures, type OpenMatter } from '../application/matters/matter-procedures.js';
import { MatterQueries } from '../application/matters/matter.queries.js';
import type { MatterDto } from './dto/matter.dto.js';
import { presentMatter } from './matter.presenter.js';

/** Answers with a matter as it stands now, with its ETag; every step ends with this. */
@Injectable()
export class MatterAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: MatterQueries,
    private readonly procedures: MatterProcedures,
  ) {}

  async of(id: string, reader: Principal, reply: FastifyReply, acceptLanguage?: string): Promise<MatterDto> {
    const view = await this.queries.get(id, reader);
    setEtag(reply, view.record.version);
    return presentMatter(view, languageOf(acceptLanguage));
  }

  /** Takes a step in a transaction of its own and answers with what it came to. */
  async after(
    id: string,
    { by, reply, acceptLanguage }: StepRequest,
    work: (tx: Tx, matter: OpenMatter) => Promise<void>,
  ): Promise<MatterDto> {
    await this.unitOfWork.run(by, async (tx) => work(tx, await this.procedures.of(tx, id)));
    return this.of(id, by, reply, acceptLanguage);
  }
}
