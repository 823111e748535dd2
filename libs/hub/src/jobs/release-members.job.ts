import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type OutboxHandler, type Remainder, type Tx } from '@app/platform';
import { ReleaseMembers } from '../application/assignment/release-members.js';
import { RELEASE_MEMBERS_TOPIC } from '../application/assignment/topics.js';

/** Works off the members of a hub that was withdrawn. */
@Injectable()
export class ReleaseMembersJob implements OutboxHandler, OnModuleInit {
  readonly topic = RELEASE_MEMBERS_TOPIC;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly release: ReleaseMembers,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async handle(tx: Tx, { hub, done }: Record<string, unknown>): Promise<void | Remainder> {
    return this.release.part(tx, { hub: String(hub), done: done as number | undefined });
  }
}
