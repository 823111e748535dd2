import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A letter as it came over the wire. */
export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  /** Header lines, unfolded, as they stand. */
  readonly header: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const USER = 'notices';
const PASSWORD = 'Geheim-und-nirgends-7391';

/** A mail server on the loopback interface that asks for a password; it can be stopped and started at the same port. */
export class TestMailServer {
  readonly letters: Received[] = [];
  /** What it answers to the next recipients or letters, with a code, instead of taking them. */
  refusing?: { readonly at: 'RCPT' | 'DATA'; readonly code: number };
  delayMs = 0;
  private server?: SMTPServer;
  private port = 0;

  /** @returns itself, listening. */
  async start(): Promise<this> {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      closeTimeout: 100,
      disableReverseLookup: true,
      onAuth: ({ username, password }, _session, done) =>
        done(username === USER && password === PASSWORD ? null : new Error('no'), { user: username }),
      onRcptTo: ({ address }, _session, done) => done(this.refusalAt('RCPT', address)),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => void this.take(Buffer.concat(parts), session.envelope).then(done));
      },
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(() => resolve()));
  }

  get password(): string {
    return PASSWORD;
  }

  /** The settings of a program that sends by it. */
  settings(password = PASSWORD): { SMTP_URL: string; SMTP_FROM: string } {
    return { SMTP_URL: `smtp://${USER}:${password}@127.0.0.1:${this.port}`, SMTP_FROM: 'tongzhi@registry.example' };
  }

  private async take(bytes: Buffer, envelope: Envelope): Promise<Error | null> {
    // Nothing waits for it once the program has hung up.
    await sleep(this.delayMs, undefined, { ref: false });
    const refusal = this.refusalAt('DATA', envelope.rcptTo[0].address);
    if (!refusal) this.letters.push(read(bytes.toString('latin1'), envelope));
    return refusal;
  }

  /** Says the address, as mail servers do. */
  private refusalAt(at: 'RCPT' | 'DATA', address: string): Error | null {
    if (this.refusing?.at !== at) return null;
    return Object.assign(new Error(`<${address}> is not taken here`), { responseCode: this.refusing.code });
  }
}

interface Envelope {
  readonly mailFrom: false | { readonly address: string };
  readonly rcptTo: readonly { readonly address: string }[];
}

function read(raw: string, { mailFrom, rcptTo }: Envelope): Received {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const header = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const field = (name: string): string =>
    header.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  return {
    to: rcptTo.map(({ address }) => address),
    from: mailFrom ? mailFrom.address : '',
    header,
    subject: decodedWords(field('subject')),
    text: decoded(rest.join('\r\n\r\n'), field('content-transfer-encoding')),
  };
}

/** RFC 2047. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, form: string, word: string) =>
      form.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : quotedBytes(word.replaceAll('_', ' ')),
    )
    .replace(/[\x80-\xff]+/g, utf8);
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return utf8(encoding === 'quoted-printable' ? quotedBytes(body.replace(/=\r\n/g, '')) : body);
}

function quotedBytes(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
