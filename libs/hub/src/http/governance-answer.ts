import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Principal } from '@app/access';
import { languageOf, setEtag } from '@app/platform';
import { GovernanceQueries } from '../application/governance/governance.queries.js';
import type { MeasureDto, RecognitionDto } from './dto/governance.dto.js';
import { presentMeasure, presentRecognition } from './governance.presenter.js';

/** To whom an answer goes, and in which language. */
export interface Asking {
  readonly by: Principal;
  readonly reply: FastifyReply;
  readonly acceptLanguage?: string;
}

/** Answers with a case of hub governance as it stands now, with its ETag. */
@Injectable()
export class GovernanceAnswer {
  constructor(private readonly queries: GovernanceQueries) {}

  async recognition(id: string, { by, reply, acceptLanguage }: Asking): Promise<RecognitionDto> {
    const view = await this.queries.recognition(id, by);
    setEtag(reply, view.record.version);
    return presentRecognition(view, languageOf(acceptLanguage));
  }

  async measure(id: string, { by, reply, acceptLanguage }: Asking): Promise<MeasureDto> {
    const view = await this.queries.measure(id, by);
    setEtag(reply, view.record.version);
    return presentMeasure(view, languageOf(acceptLanguage));
  }
}
