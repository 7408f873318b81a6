import type { Wording } from "@eldercare/core";

/** What holds for every problem in which routes bear on one another: links, patterns, soft hours, overtime, breaks that may be missed, the idlest shift, new faces, fair shares. */
export const linkedLimits: readonly Wording[] = [
  {
    zh: "不能与接送（`transports`）出现在同一个问题里：给出错误 `NOT_WITH_TRANSPORTS`。",
    en: "Not together with `transports` in one problem: the error `NOT_WITH_TRANSPORTS` says so.",
  },
  { zh: "这样的问题只用一个线程求解。", en: "Such problems are searched on one thread." },
];
