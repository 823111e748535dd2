/**
 * Tells whoever carries out jobs that something is due. A wake-up may be lost: nothing depends on it
 * but how soon the job is done.
 */
export abstract class JobWaker {
  abstract wake(): void;
}
