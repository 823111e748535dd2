import type { INestApplicationContext } from '@nestjs/common';

/** Less than the 25 s after which whoever started the process kills it. */
const STOP_MS = 23_000;

/**
 * Stops the program at a signal, or when the launcher that started it is gone. What is not finished in time is cut
 * off: a job and a request then act either wholly or not at all, because their transaction does.
 */
export function stopInTime(app: INestApplicationContext): void {
  app.enableShutdownHooks();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, cutOffLate);
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

function cutOffLate(): void {
  setTimeout(() => {
    process.stderr.write(
      `停止超时，未完成的工作已中断 / not finished within ${STOP_MS / 1000} s of the stop: cut off\n`,
    );
    process.exit(1);
  }, STOP_MS).unref();
}
