import { nameOf, parentOf } from './process-identity.mjs';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

const asked = new AbortController();
const insisted = new AbortController();

/**
 * Somebody wants the whole command to end. Kept in one place because the wish may arrive at any step (install, build,
 * migrate, serve), and whichever step runs must end its child first and then let the database be stopped.
 */
export const stopRequest = {
  /** Aborted by the first signal; its reason is the signal's name. */
  asked: asked.signal,
  /** Aborted by the second Ctrl-C: stop waiting, kill. */
  insisted: insisted.signal,
};

/** Thrown between two steps when a stop was asked for. */
export class StopRequested extends Error {
  exitCode = 128 + (SIGNALS[asked.signal.reason] ?? SIGNALS.SIGTERM);
}

export function throwIfStopRequested() {
  if (asked.signal.aborted) throw new StopRequested();
}

/** @param {string} signal */
function request(signal) {
  if (asked.signal.aborted) {
    // npm passes a Ctrl-C on that the terminal has already delivered to us; only a later one is a second wish.
    if (Date.now() - askedAt > 1000) insisted.abort(signal);
    return;
  }
  askedAt = Date.now();
  asked.abort(signal);
}
let askedAt = 0;

for (const signal of Object.keys(SIGNALS)) process.on(signal, () => request(signal));

// `kill -9` of npm tells us nothing, and would leave a server that holds the port with nobody to stop it.
if (process.env.npm_lifecycle_event) {
  const npm = npmAbove();
  const watch = () => {
    if (npmAbove() !== npm && !asked.signal.aborted) request('SIGTERM');
  };
  setInterval(watch, 1000).unref();
}

/** npm starts us through a shell, which may or may not stay between the two. */
function npmAbove() {
  const parent = process.ppid;
  return nameOf(parent) === 'sh' ? parentOf(parent) : parent;
}
