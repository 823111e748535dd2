import { Injectable } from '@nestjs/common';
import { HttpProblem, KeyRing, SYSTEM, UnitOfWork } from '@app/platform';
import { addressGroup, LOGIN_LIMITS } from '../domain/login-throttle.js';

interface Waits {
  readonly pair: number | null;
  readonly address: number | null;
}

/**
 * Limits failed logins of one name from one address, and of all names from one address. Nobody is locked out by
 * what others do elsewhere: an account as such has no limit.
 */
@Injectable()
export class LoginThrottle {
  /** The attempts of a pair in this process stand in line, so that many at once are not counted as many failures. */
  private readonly lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Runs a check that gives undefined when the attempt fails, and counts the failures.
   * @throws HttpProblem 429 with Retry-After when there were too many; the check does not run then.
   */
  attempt<T>(username: string, address: string, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const group = addressGroup(address);
    const pairHash = this.keys.hash(`${username}\n${group}`, 'login-pair');
    return this.inLine(pairHash, async () => {
      await this.reserve(pairHash, this.keys.hash(group, 'login-address'));
      const result = await check();
      if (result !== undefined) await this.forget(pairHash);
      return result;
    });
  }

  /** The failure is written before the check and taken back after: attempts at other processes see it in time. */
  private async reserve(pairHash: string, addressHash: string): Promise<void> {
    const { windowSeconds, ofPair, ofAddress } = LOGIN_LIMITS;
    const wait = await this.unitOfWork.run(SYSTEM, async (tx) => {
      await tx.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [pairHash]);
      const since = `at > now() - make_interval(secs => $3) ORDER BY at DESC LIMIT 1`;
      const left = `ceil(extract(epoch FROM at - now()) + $3)::int`;
      const waits = await tx.row<Waits>(
        `SELECT (SELECT ${left} FROM access.login_failure WHERE pair_hash = $1 AND ${since} OFFSET $4) AS pair,
                (SELECT ${left} FROM access.login_failure WHERE address_hash = $2 AND ${since} OFFSET $5) AS address`,
        [pairHash, addressHash, windowSeconds, ofPair - 1, ofAddress - 1],
      );
      const longest = Math.max(waits.pair ?? 0, waits.address ?? 0);
      if (longest === 0) {
        const values = [pairHash, addressHash];
        await tx.execute('INSERT INTO access.login_failure (pair_hash, address_hash) VALUES ($1, $2)', values);
      }
      return longest;
    });
    if (wait > 0) throw tooManyFailures(wait);
  }

  private async forget(pairHash: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, (tx) =>
      tx.execute('DELETE FROM access.login_failure WHERE pair_hash = $1', [pairHash]),
    );
  }

  private async inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.lines.get(key) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.lines.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.lines.get(key) === settled) this.lines.delete(key);
    }
  }
}

function tooManyFailures(seconds: number): HttpProblem {
  const minutes = Math.ceil(seconds / 60);
  const text = {
    zh: `登录失败次数过多，请在${minutes}分钟后再试`,
    en: `Too many failed logins; try again in ${minutes} minute(s)`,
  };
  return new HttpProblem(429, 'TOO_MANY_REQUESTS', text, { headers: { 'retry-after': String(seconds) } });
}
