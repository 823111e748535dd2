import { PlainError, say } from './project.mjs';
import { StopRequested } from './stop-request.mjs';

/**
 * The frame of every command: the exit code tells how it went, and what a user can mend is said in one sentence.
 * @param {() => Promise<number>} main
 */
export async function command(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = error instanceof StopRequested ? error.exitCode : 1;
    if (error instanceof StopRequested) return;
    if (error instanceof PlainError) say(error.message);
    else console.error(error);
  }
}
