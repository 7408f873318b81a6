import type { Steps } from "../model/steps.js";

/**
 * A travel matrix read the other way round: entry `to * size + from` is the way from `from` to `to`. The same array where all ways
 * are as long in both directions. Resumable.
 */
export function* waysInto(seconds: Int32Array, size: number): Steps<Int32Array> {
  let turned: Int32Array | undefined;
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < from && turned === undefined; to++)
      if (seconds[from * size + to] !== seconds[to * size + from]) turned = new Int32Array(seconds.length);
    if (turned !== undefined) break;
    if (from % 64 === 0) yield;
  }
  if (turned === undefined) return seconds;
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) turned[to * size + from] = seconds[from * size + to] as number;
    if (from % 64 === 0) yield;
  }
  return turned;
}
