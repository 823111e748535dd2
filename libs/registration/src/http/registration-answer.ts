import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Principal } from '@app/access';
import { languageOf, setEtag } from '@app/platform';
import { RegistrationQueries } from '../application/registration.queries.js';
import type { RegistrationDto } from './dto/registration.dto.js';
import { presentRegistration } from './registration.presenter.js';

/** Answers with a registration as it stands now, with its ETag; every action ends with this. */
@Injectable()
export class RegistrationAnswer {
  constructor(private readonly queries: RegistrationQueries) {}

  async of(id: string, reader: Principal, reply: FastifyReply, acceptLanguage?: string): Promise<RegistrationDto> {
    const registration = await this.queries.get(id, reader);
    setEtag(reply, registration.record.version);
    return presentRegistration(registration, languageOf(acceptLanguage));
  }
}
