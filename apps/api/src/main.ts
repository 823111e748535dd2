import { readSettings } from '@app/platform';
import { createApi } from './create-api.js';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await createApi(settings);
  app.enableShutdownHooks();
  // Started by the launcher: when it dies, so does this process, and the port is free again.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await app.listen(settings.port, settings.host);
  process.send?.({ listening: await app.getUrl() });
}

main().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exit(1);
});
