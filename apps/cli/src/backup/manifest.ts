import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a backup says of itself. */
export interface Manifest {
  readonly madeAt: string;
  /** The name of the newest migration of its schema. */
  readonly migration: string;
  /** The keys that its values lie under: without them it cannot be read. The keys themselves are not in it. */
  readonly keyIds: readonly string[];
  /** Register entries and documents that it holds. */
  readonly entries: number;
  readonly documents: number;
  /** True with a dump; with the embedded server a copy of its files lies beside. */
  readonly dump: boolean;
}

export const MANIFEST_FILE = 'manifest.json';
export const DUMP_FILE = 'database.dump';
/** All seals of the moment, as `verify --against` takes them. */
export const SEALS_FILE = 'seals.json';

/** @throws Error when the folder is no finished backup. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as Manifest;
}
