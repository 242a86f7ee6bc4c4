import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncFolder } from './clean-checkpoint.ts';

/** Writes the results of rows and tells when they are safe. */
export class Output {
  readonly #file: number | undefined;
  length: number;
  #text = '';

  constructor(part: string | undefined, length: number) {
    this.length = length;
    this.#file = part === undefined ? undefined : openSync(part, length === 0 ? 'w' : 'r+');
    if (part === undefined || this.#file === undefined) return;
    ftruncateSync(this.#file, length);
    syncFolder(dirname(resolve(part)));
  }

  add(text: string): void {
    if (this.#file !== undefined) this.#text += text;
  }

  flush(): void {
    if (this.#file === undefined || this.#text === '') return;
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.length + at);
    }
    this.length += bytes.length;
  }

  sync(): void {
    this.flush();
    if (this.#file !== undefined) fsyncSync(this.#file);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}
