import { NestFactory } from '@nestjs/core';
import { writeFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastifyAdapter, setApiPrefix, Settings } from '@app/platform';
import { ApiModule } from './api.module.js';
import { openApiDocument } from './openapi.js';

/**
 * Writes the OpenAPI document to a file, or to standard output. It needs the built program, since the compiler's plugin
 * reads comments and types into it, but no database: nothing of the application is instantiated.
 */
async function main(file?: string): Promise<void> {
  const settings = new Settings();
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(settings), fastifyAdapter(settings), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  setApiPrefix(app);
  const text = `${JSON.stringify(openApiDocument(app), undefined, 2)}\n`;
  if (file) writeFileSync(file, text);
  else process.stdout.write(text);
}

await main(process.argv[2]);
