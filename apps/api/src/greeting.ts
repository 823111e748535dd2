import { existsSync } from 'node:fs';
import { DEMO_ACCOUNTS, demoPasswordFile, readDemoPasswords } from '@app/access';
import type { Settings } from '@app/platform';

/**
 * What is printed once the program listens: where it is and who can log in. Passwords are shown on a
 * terminal only: output that is kept in a file should not hold them.
 */
export function greeting(settings: Settings, address: string, terminal: boolean): string {
  const lines = [
    '枢纽 Shuniu',
    `  API         ${address}/api/v1`,
    `  Swagger UI  ${address}/api/docs`,
    `  OpenAPI     ${address}/api/openapi.json`,
  ];
  return [...lines, ...(settings.demo ? demoLines(settings, terminal) : []), ''].join('\n');
}

function demoLines(settings: Settings, terminal: boolean): string[] {
  const file = demoPasswordFile(settings);
  if (settings.demoPassword) return [`  演示账号 demo accounts, password DEMO_PASSWORD: ${usernames().join(' ')}`];
  if (!existsSync(file)) return [];
  const passwords = readDemoPasswords(file);
  return [
    `  演示账号 demo accounts, passwords in ${file}:`,
    ...(terminal
      ? usernames().map((name) => `    ${name.padEnd(16)}${passwords[name] ?? ''}`)
      : [`    ${usernames().join(' ')}`]),
  ];
}

function usernames(): string[] {
  return DEMO_ACCOUNTS.map(({ username }) => username);
}
