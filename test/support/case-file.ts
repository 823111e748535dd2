import { createHash } from 'node:crypto';
import supertest from 'supertest';
import yauzl from 'yauzl';
import type { Bureau } from './registrations.js';

export interface IndexedPart {
  readonly number: number;
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sealed: boolean;
  readonly intact: boolean;
  readonly sealedSha256?: string;
}

export interface FileIndex {
  readonly sealedOn: string | null;
  readonly indexHash: string;
  readonly intact: boolean;
  readonly parts: readonly IndexedPart[];
}

/** A case file as it was downloaded. */
export class DownloadedFile {
  private constructor(
    readonly headers: Record<string, string>,
    /** By name, in the order of the ZIP. */
    readonly contents: ReadonlyMap<string, Buffer>,
  ) {}

  static async of(bureau: Bureau, who: string, caseId: string): Promise<DownloadedFile> {
    const answer = await supertest(bureau.app.getHttpServer())
      .get(`/api/v1/cases/${caseId}/file`)
      .set('authorization', `Bearer ${await bureau.token(who)}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    if (answer.status !== 200) throw new Error(`no file: ${answer.status}`);
    return new DownloadedFile(answer.headers as Record<string, string>, await unzipped(answer.body as Buffer));
  }

  get index(): FileIndex {
    return JSON.parse(this.contents.get('000-index.json')!.toString()) as FileIndex;
  }

  /** What a generated part says. */
  said(key: string): unknown {
    const part = this.index.parts.find((each) => each.key === key)!;
    return JSON.parse(this.contents.get(part.name)!.toString());
  }

  sha256(name: string): string {
    return createHash('sha256').update(this.contents.get(name)!).digest('hex');
  }

  /** Of everything in it, the index included. */
  get hashes(): readonly string[] {
    return [...this.contents.keys()].map((name) => `${this.sha256(name)} ${name}`);
  }

  /** The words of all parts that the program wrote, the index included. */
  get generated(): string {
    const names = [...this.contents.keys()].filter((name) => name.endsWith('.json'));
    return names.map((name) => `${name}\n${this.contents.get(name)!.toString()}`).join('\n');
  }
}

function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const contents = new Map<string, Buffer>();
      zip.on('error', reject);
      zip.on('end', () => resolve(contents));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            contents.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
