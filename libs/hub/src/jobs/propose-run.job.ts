import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type OutboxHandler, type Remainder, type Tx } from '@app/platform';
import { ProposeRun } from '../application/assignment/propose-run.js';
import { PROPOSE_RUN_TOPIC } from '../application/assignment/topics.js';

/** Works off a run of proposals, part by part. */
@Injectable()
export class ProposeRunJob implements OutboxHandler, OnModuleInit {
  readonly topic = PROPOSE_RUN_TOPIC;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly run: ProposeRun,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async handle(tx: Tx, payload: Record<string, unknown>): Promise<void | Remainder> {
    return this.run.part(tx, payload as unknown as Parameters<ProposeRun['part']>[1]);
  }
}
