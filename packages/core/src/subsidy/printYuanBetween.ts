import { printYuan } from "../money/printYuan.js";

/** Yuan, or the two bounds between which they lie; the upper is absent where nothing bounds it. */
export const printYuanBetween = (leastFen: number, mostFen?: number): string =>
  leastFen === mostFen ? `${printYuan(leastFen)} 元` : `${printYuan(leastFen)}–${mostFen === undefined ? "?" : printYuan(mostFen)} 元`;
