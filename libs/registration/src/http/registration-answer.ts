import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Principal, type StepRequest } from '@app/access';
import { languageOf, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { RegistrationQueries } from '../application/registration.queries.js';
import type { RegistrationDto } from './dto/registration.dto.js';
import { presentRegistration } from './registration.presenter.js';

/** Answers with a registration as it stands now, with its ETag; every step ends with this. */
@Injectable()
export class RegistrationAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: RegistrationQueries,
  ) {}

  async of(id: string, reader: Principal, reply: FastifyReply, acceptLanguage?: string): Promise<RegistrationDto> {
    const registration = await this.queries.get(id, reader);
    setEtag(reply, registration.record.version);
    return presentRegistration(registration, languageOf(acceptLanguage));
  }

  /** Takes a step in a transaction of its own and answers with what it came to. */
  async after(
    id: string,
    { by, reply, acceptLanguage }: StepRequest,
    work: (tx: Tx) => Promise<void>,
  ): Promise<RegistrationDto> {
    await this.unitOfWork.run(by, work);
    return this.of(id, by, reply, acceptLanguage);
  }
}
