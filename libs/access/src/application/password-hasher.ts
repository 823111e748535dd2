import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords and compares them with argon2id. */
@Injectable()
export class PasswordHasher {
  private decoy?: Promise<string>;

  hash(password: string): Promise<string> {
    return hash(normalize(password), ARGON2ID);
  }

  /**
   * True when the password is the hashed one. Without a hash (there is no such account) the answer is no, after as
   * much work as a comparison takes: how long an answer takes must not tell which usernames exist.
   */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.decoy ??= this.hash(randomBytes(16).toString('hex'));
    const same = await verify(passwordHash ?? (await this.decoy), normalize(password));
    return same && passwordHash !== undefined;
  }
}

/** One character may be typed as different code points, by different keyboards. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}
