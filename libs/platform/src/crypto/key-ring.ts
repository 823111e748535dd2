import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { tokensOf, type KeyFile } from './key-file.js';

/** Something was encrypted or signed, or is to be, with a key that the key file lacks. */
export class KeyMissing extends Error {
  constructor(
    readonly keyId: string,
    use: 'encryption' | 'sealing' | 'token' = 'encryption',
  ) {
    super(`${use} key ${keyId} is not in the key file`);
  }
}

/**
 * Encrypts personal values and uploads (AES-256-GCM, the key's id in the value) and makes keyed
 * hashes, by which equal values are found without being readable.
 */
export class KeyRing {
  private known: KeyFile;

  /** @param newer gives the file's content when it has changed: keys are rotated under running processes. */
  constructor(
    file: KeyFile,
    private readonly newer: () => KeyFile | undefined = () => undefined,
  ) {
    this.known = complete(file);
  }

  /** The id of the key that encrypts and signs now. */
  get current(): string {
    return this.file.current;
  }

  /** The ids of all keys that open values. */
  get encryptionKeys(): string[] {
    return Object.keys(this.file.encryption);
  }

  /** What access tokens are signed with. @throws KeyMissing for an id that is not, or no longer, known. */
  tokenSecret(keyId = this.current): string {
    const secret = tokensOf(this.file)[keyId];
    if (!secret) throw new KeyMissing(keyId, 'token');
    return secret;
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

  /** @param keyId for what is sealed in parts that must lie under one key */
  sealBytes(plain: Buffer, purpose: string, keyId = this.current): { keyId: string; body: Buffer } {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(keyId), nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { keyId, body };
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
    const keyId = this.current;
    return { keyId, signature: sign(null, Buffer.from(text), this.sealingKey(keyId)).toString('base64') };
  }

  /** True when the key of that id signed the text. @throws KeyMissing. */
  isSigned(text: string, keyId: string, signature: string): boolean {
    return verify(null, Buffer.from(text), this.publicKey(keyId), Buffer.from(signature, 'base64'));
  }

  /** The public halves of all sealing keys (SPKI, PEM), for whoever checks signatures outside. */
  sealingPublicKeys(): { keyId: string; publicKey: string }[] {
    const { sealing, droppedSealing = {} } = this.file;
    return [...Object.keys(droppedSealing), ...Object.keys(sealing)].map((keyId) => ({
      keyId,
      publicKey: this.publicKey(keyId).export({ type: 'spki', format: 'pem' }).toString(),
    }));
  }

  private publicKey(keyId: string) {
    const dropped = this.file.droppedSealing?.[keyId];
    if (!dropped) return createPublicKey(this.sealingKey(keyId));
    return createPublicKey({ key: Buffer.from(dropped, 'base64'), format: 'der', type: 'spki' });
  }

  private sealingKey(keyId: string) {
    const key = this.file.sealing[keyId];
    if (!key) throw new KeyMissing(keyId, 'sealing');
    return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  }

  private get file(): KeyFile {
    const newer = this.newer();
    if (newer) this.known = complete(newer);
    return this.known;
  }

  private key(keyId: string): Buffer {
    const key = this.file.encryption[keyId];
    if (!key) throw new KeyMissing(keyId);
    return Buffer.from(key, 'base64');
  }
}

function complete(file: KeyFile): KeyFile {
  if (!file.encryption[file.current]) throw new KeyMissing(file.current);
  if (!file.sealing?.[file.current]) throw new KeyMissing(file.current, 'sealing');
  return file;
}
