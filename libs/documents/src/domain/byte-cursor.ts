import type { ByteSource } from './byte-source.js';

const BLOCK = 65_536;

/** The bytes ended before the structure did. */
export class EndOfBytes extends Error {}

/** Reads a source forwards, block by block. Every read past the end throws EndOfBytes. */
export class ByteCursor {
  private block: Buffer = Buffer.alloc(0);
  private blockStart = 0;

  constructor(
    private readonly source: ByteSource,
    public position: number,
  ) {}

  /** Moves forwards; the place may lie past the end, the next read then throws. */
  skip(count: number): void {
    this.position += count;
  }

  async byte(): Promise<number> {
    const index = await this.loaded();
    this.position += 1;
    return this.block[index];
  }

  /** An unsigned big-endian number of `width` bytes. */
  async number(width: number): Promise<number> {
    let value = 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + (await this.byte());
    return value;
  }

  /** Moves to just behind the next byte of this value. */
  async passNext(value: number): Promise<void> {
    for (;;) {
      // First load, then look: `this.block` is another one afterwards.
      const from = await this.loaded();
      const index = this.block.indexOf(value, from);
      if (index >= 0) {
        this.position = this.blockStart + index + 1;
        return;
      }
      this.position = this.blockStart + this.block.length;
    }
  }

  private async loaded(): Promise<number> {
    const index = this.position - this.blockStart;
    if (index >= 0 && index < this.block.length) return index;
    this.blockStart = this.position;
    this.block = await this.source.read(this.position, BLOCK);
    if (this.block.length === 0) throw new EndOfBytes('unexpected end');
    return 0;
  }
}
