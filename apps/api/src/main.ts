import { readSettings, stopInTime } from '@app/platform';
import { createApi } from './create-api.js';
import { greeting } from './greeting.js';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await createApi(settings);
  stopInTime(app);
  await app.listen(settings.port, settings.host);
  const address = settings.publicUrl ?? (await app.getUrl());
  process.stdout.write(greeting(settings, address, process.stdout.isTTY));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exit(1);
});
