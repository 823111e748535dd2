import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type OutboxHandler, type Remainder, type Tx } from '@app/platform';
import { TELL_MEMBERS_TOPIC, TellMembers } from '../application/desk/tell-members.js';

/** Works off whom to tell that a hub wrote. */
@Injectable()
export class TellMembersJob implements OutboxHandler, OnModuleInit {
  readonly topic = TELL_MEMBERS_TOPIC;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly tell: TellMembers,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async handle(tx: Tx, payload: Record<string, unknown>): Promise<void | Remainder> {
    return this.tell.part(tx, payload as unknown as Parameters<TellMembers['part']>[1]);
  }
}
