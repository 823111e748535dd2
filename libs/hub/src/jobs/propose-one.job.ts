import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type OutboxHandler, type Tx } from '@app/platform';
import { ProposeAssignments } from '../application/assignment/propose-assignments.js';
import { PROPOSE_ONE_TOPIC } from '../application/assignment/topics.js';

/** Proposes hubs for an organization that was just registered. */
@Injectable()
export class ProposeOneJob implements OutboxHandler, OnModuleInit {
  readonly topic = PROPOSE_ONE_TOPIC;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly proposals: ProposeAssignments,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async handle(tx: Tx, { subjectId }: Record<string, unknown>): Promise<void> {
    await this.proposals.execute(tx, [String(subjectId)], 'REGISTRATION');
  }
}
