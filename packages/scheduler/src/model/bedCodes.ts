import type { CodeWording } from "@eldercare/core";

/** The codes of beds and of bringing people home again. */
export const bedCodes = {
  BED_DATE_TWICE: {
    message: { zh: "{seen} 的空床位数给了两次", en: "the free beds of {seen} are given twice" },
    advice: { zh: "每个日期只给一个数", en: "give one number for a date" },
  },
  BED_NOT_ON_THE_WAY: {
    message: { zh: "床位 {seen} 既不是接送的起点也不是终点", en: "the bed is at {seen}, where the transport neither begins nor ends" },
    advice: {
      zh: "接来入住的，bed 写下车地点；送走腾出床位的，bed 写上车地点",
      en: "let `bed` be the place of alighting of who comes to stay, that of boarding of who leaves a bed",
    },
  },
  RETURN_OF_RETURN: {
    message: { zh: "returnOf 所指的接送 {seen} 本身也是送回", en: "{seen}, which this brings back from, is itself a return" },
    advice: { zh: "指向接来的那次接送", en: "name the transport that fetched her" },
  },
  RETURN_TWICE: {
    message: { zh: "接送 {seen} 有两次送回", en: "transport {seen} has two returns" },
    advice: { zh: "只保留一次", en: "keep one of them" },
  },
  RETURN_FROM_ELSEWHERE: {
    message: { zh: "送回从 {seen} 出发，而接来时到达的是 {expected}", en: "the return begins at {seen}, but she was brought to {expected}" },
    advice: { zh: "核对 from 和 returnOf", en: "check `from` and `returnOf`" },
  },
  RETURN_OF_ANOTHER: {
    message: { zh: "送回的乘坐人 {seen} 与接来的 {expected} 不同", en: "the return carries {seen}, but {expected} was fetched" },
    advice: { zh: "核对 person 和 returnOf", en: "check `person` and `returnOf`" },
  },
  RETURN_LEAVES_OTHER_BED: {
    message: {
      zh: "送回腾出的床位在 {seen}，而接来时入住的是 {expected}",
      en: "the return leaves a bed at {seen}, but she was brought to one at {expected}",
    },
    advice: { zh: "送回不必写 bed，或与接来时一致", en: "leave `bed` out of the return, or name the same" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
