import { readFileSync, statSync } from 'node:fs';

// By name at run time: the built program is there only after a build, and no wall asks about it.
const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const { createApi } = await built('apps/api/src/create-api.js');
const { createWorker } = await built('apps/worker/src/create-worker.js');
const { Clock, DailyJobs, readSettings, stopInTime } = await built('libs/platform/src/index.js');

/** Legal time as a test writes it into a file, one for all processes; it goes on from there. */
class FileClock extends Clock {
  now() {
    const path = process.env.TEST_CLOCK_FILE;
    return new Date(Date.parse(readFileSync(path, 'utf8')) + Date.now() - statSync(path).mtimeMs);
  }
}

const settings = readSettings(process.env);
const options = process.env.TEST_CLOCK_FILE ? { clock: new FileClock() } : {};
const program = process.argv[2] === 'api' ? await createApi(settings, options) : await createWorker(settings, options);
stopInTime(program);
if (process.argv[2] === 'api') {
  await program.listen(0, '127.0.0.1');
  console.log(await program.getUrl());
} else {
  console.log('ready');
}
// The one thing that a test may ask for: that the jobs of the day be announced now.
process.on('message', async () => {
  await program.get(DailyJobs).announce();
  process.send('announced');
});
