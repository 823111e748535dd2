import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The keys of one installation as their file holds them: base64 by key id, and which one is in use. */
export interface KeyFile {
  readonly current: string;
  readonly encryption: Readonly<Record<string, string>>;
  readonly hashing: string;
  readonly tokens: string;
}

/** A stored value names a key that the key file lacks. */
export class KeyMissing extends Error {
  constructor(readonly keyId: string) {
    super(`encryption key ${keyId} is not in the key file`);
  }
}

/**
 * Encrypts personal values and uploads (AES-256-GCM, the key's id in the value) and makes keyed
 * hashes, by which equal values are found without being readable.
 */
export class KeyRing {
  constructor(private readonly file: KeyFile) {
    if (!file.encryption[file.current]) throw new KeyMissing(file.current);
  }

  static generate(): KeyFile {
    const key = () => randomBytes(32).toString('base64');
    const current = `k${Date.now().toString(36)}`;
    return { current, encryption: { [current]: key() }, hashing: key(), tokens: key() };
  }

  get tokenSecret(): string {
    return this.file.tokens;
  }

  /** `purpose` binds the value to its place: a value moved to another place does not open. */
  seal(plain: string, purpose: string): string {
    const { keyId, body } = this.sealBytes(Buffer.from(plain, 'utf8'), purpose);
    return `v1.${keyId}.${body.toString('base64url')}`;
  }

  /** @throws KeyMissing, or Error when the value was altered or moved. */
  open(sealed: string, purpose: string): string {
    const [version, keyId = '', body = ''] = sealed.split('.');
    if (version !== 'v1') throw new Error('not a sealed value');
    return this.openBytes(Buffer.from(body, 'base64url'), keyId, purpose).toString('utf8');
  }

  sealBytes(plain: Buffer, purpose: string): { keyId: string; body: Buffer } {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.file.current), nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { keyId: this.file.current, body };
  }

  openBytes(body: Buffer, keyId: string, purpose: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key(keyId), body.subarray(0, 12));
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(body.subarray(-16));
    return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
  }

  /** Keyed hash (HMAC-SHA-256) of a value for one purpose, in hexadecimal. */
  hash(value: string, purpose: string): string {
    return createHmac('sha256', Buffer.from(this.file.hashing, 'base64')).update(`${purpose}\0${value}`).digest('hex');
  }

  private key(keyId: string): Buffer {
    const key = this.file.encryption[keyId];
    if (!key) throw new KeyMissing(keyId);
    return Buffer.from(key, 'base64');
  }
}
