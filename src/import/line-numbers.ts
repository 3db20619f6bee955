const FIRST_ROOM = 1024;

/** In which line of a file each entry stands, by its number: four bytes each, for there may be millions. */
export class LineNumbers {
  #lines = new Int32Array(FIRST_ROOM);

  set(seq: number, line: number): void {
    if (seq >= this.#lines.length) {
      const wider = new Int32Array(2 * seq);
      wider.set(this.#lines);
      this.#lines = wider;
    }
    this.#lines[seq] = line;
  }

  /** Undefined for an entry that stands nowhere. */
  get(seq: number): number | undefined {
    const line = this.#lines[seq];
    return line === 0 ? undefined : line;
  }
}
