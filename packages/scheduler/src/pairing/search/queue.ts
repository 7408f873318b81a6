/** A heap of rows by key; of equal keys the lower row first, so that ties do not hang on the order of pushing. */
export class Queue {
  private readonly keys: number[] = [];
  private readonly rows: number[] = [];
  poppedKey = 0;

  clear(): void {
    this.keys.length = 0;
    this.rows.length = 0;
  }

  private before(a: number, b: number): boolean {
    const first = this.keys[a] as number;
    const second = this.keys[b] as number;
    return first < second || (first === second && (this.rows[a] as number) < (this.rows[b] as number));
  }

  private swap(a: number, b: number): void {
    const { keys, rows } = this;
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
    [rows[a], rows[b]] = [rows[b] as number, rows[a] as number];
  }

  push(key: number, row: number): void {
    let at = this.keys.push(key) - 1;
    this.rows.push(row);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.before(at, up)) return;
      this.swap(at, up);
      at = up;
    }
  }

  /** The row of the least key; −1 where there is none. */
  pop(): number {
    const { keys, rows } = this;
    const row = rows[0];
    if (row === undefined) return -1;
    this.poppedKey = keys[0] as number;
    const lastKey = keys.pop() as number;
    const lastRow = rows.pop() as number;
    if (keys.length === 0) return row;
    keys[0] = lastKey;
    rows[0] = lastRow;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= keys.length) return row;
      const least = left + 1 < keys.length && this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(least, at)) return row;
      this.swap(at, least);
      at = least;
    }
  }
}
