import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';

/** The keys of one installation as their file holds them, each by its id, and which id is in use. */
export interface KeyFile {
  readonly current: string;
  /** Base64, 32 bytes each. */
  readonly encryption: Readonly<Record<string, string>>;
  /** One for good: commitments inside register entries are made with it, and an entry never changes. */
  readonly hashing: string;
  /** Secrets that sign access tokens. A file from before there could be several holds the one in use. */
  readonly tokens: Readonly<Record<string, string>> | string;
  /** Ed25519 private keys (PKCS #8). */
  readonly sealing: Readonly<Record<string, string>>;
  /** Public halves (SPKI, base64) of sealing keys that were dropped: what they signed stays provable. */
  readonly droppedSealing?: Readonly<Record<string, string>>;
}

/** A whole new set of keys. */
export function newKeyFile(): KeyFile {
  return withNewKey({ current: '', encryption: {}, hashing: secret(), tokens: {}, sealing: {} });
}

/** The same keys and one more of each use, which is now the one in use. */
export function withNewKey(file: KeyFile): KeyFile {
  const id = `k${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    ...file,
    current: id,
    encryption: { ...file.encryption, [id]: secret() },
    tokens: { ...tokensOf(file), [id]: secret() },
    sealing: { ...file.sealing, [id]: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') },
  };
}

/** The same keys without one; of its sealing key the public half stays. @throws Error for the key in use. */
export function withoutKey(file: KeyFile, id: string): KeyFile {
  if (id === file.current) throw new Error(`key ${id} is in use`);
  const { [id]: _encryption, ...encryption } = file.encryption;
  const { [id]: _token, ...tokens } = tokensOf(file);
  const { [id]: sealingKey, ...sealing } = file.sealing;
  const droppedSealing = sealingKey ? { ...file.droppedSealing, [id]: publicHalf(sealingKey) } : file.droppedSealing;
  return { ...file, encryption, tokens, sealing, droppedSealing };
}

export function tokensOf({ tokens, current }: KeyFile): Readonly<Record<string, string>> {
  return typeof tokens === 'string' ? { [current]: tokens } : tokens;
}

function secret(): string {
  return randomBytes(32).toString('base64');
}

function publicHalf(key: string): string {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
}
