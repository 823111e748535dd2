import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

/** The keys of one installation as their file holds them: base64 by key id, and which one is in use. */
export interface KeyFile {
  readonly current: string;
  readonly encryption: Readonly<Record<string, string>>;
  readonly hashing: string;
  readonly tokens: string;
  /** Ed25519 private keys (PKCS #8) by key id. */
  readonly sealing: Readonly<Record<string, string>>;
}

/** Something was encrypted or signed, or is to be, with a key that the key file lacks. */
export class KeyMissing extends Error {
  constructor(
    readonly keyId: string,
    use: 'encryption' | 'sealing' = 'encryption',
  ) {
    super(`${use} key ${keyId} is not in the key file`);
  }
}

/**
 * Encrypts personal values and uploads (AES-256-GCM, the key's id in the value) and makes keyed
 * hashes, by which equal values are found without being readable.
 */
export class KeyRing {
  constructor(private readonly file: KeyFile) {
    if (!file.encryption[file.current]) throw new KeyMissing(file.current);
    if (!file.sealing?.[file.current]) throw new KeyMissing(file.current, 'sealing');
  }

  static generate(): KeyFile {
    const key = () => randomBytes(32).toString('base64');
    const current = `k${Date.now().toString(36)}`;
    const sealing = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'der' })
      .toString('base64');
    return {
      current,
      encryption: { [current]: key() },
      hashing: key(),
      tokens: key(),
      sealing: { [current]: sealing },
    };
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

  /** Signs a text with the sealing key in use (Ed25519). */
  sign(text: string): { keyId: string; signature: string } {
    const keyId = this.file.current;
    return { keyId, signature: sign(null, Buffer.from(text), this.sealingKey(keyId)).toString('base64') };
  }

  /** True when the key of that id signed the text. @throws KeyMissing. */
  isSigned(text: string, keyId: string, signature: string): boolean {
    return verify(null, Buffer.from(text), createPublicKey(this.sealingKey(keyId)), Buffer.from(signature, 'base64'));
  }

  /** The public halves of all sealing keys (SPKI, PEM), for whoever checks signatures outside. */
  sealingPublicKeys(): { keyId: string; publicKey: string }[] {
    return Object.keys(this.file.sealing).map((keyId) => ({
      keyId,
      publicKey: createPublicKey(this.sealingKey(keyId)).export({ type: 'spki', format: 'pem' }).toString(),
    }));
  }

  private sealingKey(keyId: string) {
    const key = this.file.sealing[keyId];
    if (!key) throw new KeyMissing(keyId, 'sealing');
    return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  }

  private key(keyId: string): Buffer {
    const key = this.file.encryption[keyId];
    if (!key) throw new KeyMissing(keyId);
    return Buffer.from(key, 'base64');
  }
}
