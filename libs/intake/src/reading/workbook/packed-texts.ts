import { tableRefused } from '../table-refusal.table.js';

const MAX_BYTES = 64 * 1_048_576;
const MAX_COUNT = 4_000_000;

/**
 * Many texts outside the heap, one behind the other: as single texts they would take several times the room, and keep
 * the pieces of the file that they were cut from.
 */
export class PackedTexts {
  private bytes = Buffer.allocUnsafe(65_536);
  private ends = new Uint32Array(4_096);
  private count = 0;

  /** @throws RuleViolated when it would be more than anybody may make us keep */
  add(text: string): void {
    const start = this.endOf(this.count - 1);
    const end = start + Buffer.byteLength(text);
    if (end > MAX_BYTES || this.count >= MAX_COUNT) throw tableRefused('TABLE_TOO_LARGE');
    this.makeRoom(end);
    this.bytes.write(text, start);
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** The text that was added as the `index`-th from 0; undefined when none was. */
  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    return this.bytes.toString('utf8', this.endOf(index - 1), this.endOf(index));
  }

  private endOf(index: number): number {
    return index < 0 ? 0 : this.ends[index];
  }

  private makeRoom(size: number): void {
    if (size > this.bytes.length) {
      const wider = Buffer.allocUnsafe(Math.max(size, Math.min(MAX_BYTES, this.bytes.length * 2)));
      this.bytes.copy(wider);
      this.bytes = wider;
    }
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
  }
}
