import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type Remainder, type Tx } from '@app/platform';
import { ProposeAssignments } from '../application/assignment/propose-assignments.js';
import { ProposeRun, type Run } from '../application/assignment/propose-run.js';
import { ReleaseMembers, type Release } from '../application/assignment/release-members.js';
import { PROPOSE_ONE_TOPIC, PROPOSE_RUN_TOPIC, RELEASE_MEMBERS_TOPIC } from '../application/assignment/topics.js';
import { TELL_MEMBERS_TOPIC, TellMembers, type Telling } from '../application/desk/tell-members.js';

/** What this lib leaves to the outbox, and who carries it out. */
@Injectable()
export class HubJobs implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly proposals: ProposeAssignments,
    private readonly run: ProposeRun,
    private readonly release: ReleaseMembers,
    private readonly tell: TellMembers,
  ) {}

  onModuleInit(): void {
    this.on<{ subjectId: string }>(PROPOSE_ONE_TOPIC, async (tx, { subjectId }) => {
      await this.proposals.execute(tx, [subjectId], 'REGISTRATION');
    });
    this.on<Run>(PROPOSE_RUN_TOPIC, (tx, run) => this.run.part(tx, run));
    this.on<Release>(RELEASE_MEMBERS_TOPIC, (tx, release) => this.release.part(tx, release));
    this.on<Telling>(TELL_MEMBERS_TOPIC, (tx, telling) => this.tell.part(tx, telling));
  }

  /** The payload is what this lib itself wrote. */
  private on<Payload>(topic: string, work: (tx: Tx, payload: Payload) => Promise<void | Remainder>): void {
    this.relay.register({ topic, handle: (tx, payload) => work(tx, payload as Payload) });
  }
}
