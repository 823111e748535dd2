import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type OutboxHandler, type Tx } from '@app/platform';
import { EMAIL_TOPIC } from '../application/email-topic.js';
import { SendEmail } from '../application/send-email.js';

@Injectable()
export class SendEmailJob implements OutboxHandler, OnModuleInit {
  readonly topic = EMAIL_TOPIC;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly sendEmail: SendEmail,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async handle(tx: Tx, { noticeId }: Record<string, unknown>): Promise<void> {
    await this.sendEmail.execute(tx, noticeId as string);
  }

  async exhausted(tx: Tx, { noticeId }: Record<string, unknown>, error: Error): Promise<void> {
    await this.sendEmail.giveUp(tx, noticeId as string, error);
  }
}
