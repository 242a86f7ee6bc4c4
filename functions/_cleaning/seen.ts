import type { Others } from './result.ts';

/**
 * The first row of every key that has come by: exact, twelve bytes a place. For whoever reads a table once and cannot
 * know what is still to come.
 */
export class Seen {
  #keys = new Float64Array(1024);
  #rows = new Uint32Array(1024);
  #count = 0;

  /** The first row of this key; undefined: it is this one. */
  of(row: number, key: string): Others | undefined {
    if (key === '') return undefined;
    if (2 * this.#count >= this.#keys.length) this.#grow();
    // Nine digits are not twelve with zeros before them, and no key is 0, which says that a place is free.
    const value = Number(key) + (key.length === 9 ? 2e12 : 1e12);
    const at = this.#placeOf(value);
    if (this.#keys[at] === value) return { rows: [this.#rows[at] as number], count: 1 };
    this.#put(at, value, row);
    this.#count++;
    return undefined;
  }

  #placeOf(value: number): number {
    const mask = this.#keys.length - 1;
    const mixed = Math.imul(value % 4_294_967_291, 0x9e3779b1);
    for (let at = (mixed ^ (mixed >>> 15)) & mask; ; at = (at + 1) & mask) {
      if (this.#keys[at] === 0 || this.#keys[at] === value) return at;
    }
  }

  #put(at: number, value: number, row: number): void {
    this.#keys[at] = value;
    this.#rows[at] = row;
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rows];
    this.#keys = new Float64Array(2 * keys.length);
    this.#rows = new Uint32Array(2 * rows.length);
    for (let at = 0; at < keys.length; at++) {
      const value = keys[at] as number;
      if (value !== 0) this.#put(this.#placeOf(value), value, rows[at] as number);
    }
  }
}
