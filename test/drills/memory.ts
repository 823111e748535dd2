import { readFileSync } from 'node:fs';

/** Memory of another process in MiB: now, and at its highest so far. NaN where the system does not tell (no /proc). */
export function memoryOf(pid: number): { now: number; peak: number } {
  let status = '';
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // Not Linux.
  }
  const field = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024);
  return { now: field('VmRSS'), peak: field('VmHWM') };
}
