import { type CodeWording, defineCodes } from "@eldercare/core";

/** The codes of travel times that are asked of a road network, with what each means and what to do. */
export const travelCodes = {
  TRAVEL_SOURCE_FAILED: {
    message: { zh: "路网服务 {source} 没有给出结果：{seen}", en: "{source} gave no travel times: {seen}" },
    advice: {
      zh: "核对服务地址和网络；服务正常后重新执行，已得到的结果不会丢失",
      en: "check its address and the network; with a cache, what it has answered is kept",
    },
  },
  TRAVEL_ANSWER_INVALID: {
    message: { zh: "路网服务 {source} 的结果不能使用：{seen}", en: "an answer of {source} cannot be used: {seen}" },
    advice: { zh: "核对服务地址、版本和出行方式", en: "check its address, its version and the way of travelling" },
  },
  TRAVEL_PROFILE_NOT_FOUND: {
    message: { zh: "没有名为 {seen} 的出行方式{hint.zh}", en: "there is no way of travelling named {seen}{hint.en}" },
    advice: { zh: "使用 travel.profiles 中的名称", en: "use a name of `travel.profiles`" },
  },
  TRAVEL_OPTION_INVALID: {
    message: { zh: "{field} 的取值 {seen} 无效", en: "{seen} cannot serve as {field}" },
    advice: { zh: "应为 {expected}", en: "give {expected}" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;

/** A code of travel times that are asked of a road network. */
export type TravelCode = keyof typeof travelCodes;

/** Reports an issue under a code of travel. */
export const reportTravelIssue = defineCodes<TravelCode>(travelCodes);
