import type supertest from 'supertest';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from '../support/app.js';
import { Bureau, type RegistrationBody } from '../support/registrations.js';

/** What a client was told with a 2xx, and what must therefore stand whatever happens. */
export interface Promised {
  readonly id: string;
  /** 'draft', or the action of a step. */
  readonly action: string;
}

const PAUSE_MS = 100;

/**
 * Clients that do not give up while a program is killed under them: a request that got no answer, or was told to
 * come again (503; 409 while the key is in flight), is sent again under the same Idempotency-Key.
 */
export class PersistentClient {
  readonly promised: Promised[] = [];
  repeated = 0;
  /** Answers out of the record: the effect was there, its first answer was lost. */
  replayed = 0;
  /** Steps that a client found taken when it read the state, after an answer was lost. */
  foundDone = 0;
  /** Answers that no client should ever get here. */
  readonly wrong: string[] = [];
  private bureau: Bureau;

  constructor(private readonly app: TestApp) {
    this.bureau = new Bureau(app);
  }

  /** Logs in beforehand, so that the load consists of what is to be tried. */
  async logIn(...people: string[]): Promise<void> {
    for (const who of people) await this.bureau.token(who);
  }

  papers(): Promise<{ kind: string; documentId: string }[]> {
    return this.bureau.socialGroupPapers();
  }

  async draft(application: object, key: string): Promise<RegistrationBody> {
    const answer = await this.insist('applicant', '/registrations', application, { 'idempotency-key': key });
    return this.keep('draft', 201, answer);
  }

  /** Takes a step. Every other client looks at the state first when an answer was lost. */
  async step(who: string, action: string, before: RegistrationBody, body: object, looks: boolean) {
    const path = `/registrations/${before.id}`;
    const headers = { 'if-match': `"${before.version}"`, 'idempotency-key': `${before.id}-${action}` };
    const look = async () => {
      const now = await this.read(before.id, who);
      return now.version > before.version ? now : undefined;
    };
    const answer = await this.insist(who, `${path}/actions/${action}`, body, headers, looks ? look : undefined);
    if (!('status' in answer)) {
      this.foundDone += 1;
      return answer;
    }
    return this.keep(action, 200, answer);
  }

  async read(id: string, who = 'applicant'): Promise<RegistrationBody> {
    for (;;) {
      const answer = await this.once(who, 'get', `/registrations/${id}`);
      if (answer?.status === 200) return answer.body as RegistrationBody;
      await sleep(PAUSE_MS);
    }
  }

  private insist(who: string, path: string, body: object, headers: Record<string, string>): Promise<supertest.Response>;
  private insist<Found>(
    who: string,
    path: string,
    body: object,
    headers: Record<string, string>,
    look: (() => Promise<Found | undefined>) | undefined,
  ): Promise<supertest.Response | Found>;
  private async insist<Found>(
    who: string,
    path: string,
    body: object,
    headers: Record<string, string>,
    look?: () => Promise<Found | undefined>,
  ): Promise<supertest.Response | Found> {
    for (;;) {
      const answer = await this.once(who, 'post', path, body, headers);
      const again = !answer || answer.status === 503 || answer.body.code === 'REQUEST_IN_FLIGHT';
      if (!again) return answer;
      this.repeated += 1;
      await sleep(answer?.status === 409 ? 10 * PAUSE_MS : PAUSE_MS);
      const found = await look?.();
      if (found) return found;
    }
  }

  /** @returns undefined when there was no answer, or the login has run out */
  private async once(
    who: string,
    method: 'get' | 'post',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<supertest.Response | undefined> {
    const { bureau } = this;
    try {
      const answer = await bureau.call(who, method, path, body, headers);
      if (answer.status !== 401) return answer;
    } catch {
      // No answer: the next attempt will show why.
    }
    // It keeps a login that failed or ran out.
    if (this.bureau === bureau) this.bureau = new Bureau(this.app);
    return undefined;
  }

  private keep(action: string, expected: number, answer: supertest.Response): RegistrationBody {
    const body = answer.body as RegistrationBody;
    if (answer.status !== expected) {
      const said = `${action}: ${answer.status} ${JSON.stringify(answer.body)}`;
      this.wrong.push(said);
      throw new Error(said);
    }
    if (answer.headers['idempotent-replayed']) this.replayed += 1;
    this.promised.push({ id: body.id, action });
    return body;
  }
}
