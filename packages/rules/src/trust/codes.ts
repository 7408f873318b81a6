import { defineCodes } from "@eldercare/core";

/** What can be wrong with a hash, a signature or a receipt, and in what a replay can differ. */
export const trustCodes = {
  NO_CANONICAL_FORM: {
    message: { zh: "{seen} 没有规范的 JSON 写法：{problem}", en: "{seen} has no canonical JSON: {problem}" },
    advice: {
      zh: "只使用 JSON 能表示的内容：对象、列表、文本、有限数值、真假和 null",
      en: "use what JSON can hold: objects, lists, text, finite numbers, booleans and null",
    },
  },
  CRYPTOGRAPHY_NOT_FOUND: {
    message: { zh: "运行环境不提供 Web Crypto 的 {seen}", en: "Web Crypto does not offer {seen} here" },
    advice: { zh: "在 Node.js 20 以上版本，或通过 https 打开的页面中使用", en: "use Node.js 20 or later, or a page that was opened over https" },
  },
  SIGNATURE_SHAPE: {
    message: { zh: "不是政策包签名：{seen}（应为 {expected}）", en: "not part of a pack's signature: {seen} ({expected} is wanted)" },
    advice: { zh: "使用 signPack 给出的签名对象，原样保存", en: "keep the signature object as `signPack` gives it" },
  },
  PACK_ALTERED: {
    message: {
      zh: "政策包内容与签名时不同：现为 {seen}，签名时为 {expected}",
      en: "the pack is not what was signed: it is {seen}, signed was {expected}",
    },
    advice: { zh: "向发布单位重新索取政策包，不要使用该文件", en: "ask its publisher for the pack again; do not use this one" },
  },
  SIGNATURE_INVALID: {
    message: { zh: "签名与公钥 {seen} 不符", en: "the signature was not made with the key {seen}" },
    advice: { zh: "向发布单位重新索取政策包及签名，不要使用该文件", en: "ask its publisher for pack and signature again; do not use this one" },
  },
  SIGNER_NOT_TRUSTED: {
    message: { zh: "签名所用公钥 {seen} 不在信任之列", en: "the key {seen} is not among those trusted" },
    advice: { zh: "从发布单位以其他途径核对其公钥，再加入信任列表", en: "check the publisher's key by another way, then add it to those trusted" },
  },
  RECEIPT_SHAPE: {
    message: { zh: "不是决定凭证：{seen}（应为 {expected}）", en: "not part of a receipt: {seen} ({expected} is wanted)" },
    advice: { zh: "使用 receipt 给出的凭证，原样保存", en: "keep the receipt as `receipt` gives it" },
  },
  RECEIPT_OF_OTHER_ANSWER: {
    message: { zh: "引擎对该对象的结论不是这一决定（规则 {seen}）", en: "the engine does not decide so of this subject (rule {seen})" },
    advice: { zh: "给出作出该决定时所用的引擎、对象和登记册", en: "give the engine, the subject and the register that the decision came from" },
  },
  RECEIPT_NEEDS_SECRET: {
    message: { zh: "凭证中的哈希带有密钥，未给出密钥无法核对", en: "the hashes of the receipt are keyed and cannot be checked without the secret" },
    advice: { zh: "以 secret 给出开具凭证时所用的密钥", en: "give the `secret` that the receipt was made with" },
  },
  REPLAY_ENGINE_DIFFERS: {
    severity: "note",
    message: { zh: "引擎版本由 {expected} 变为 {seen}", en: "the engine was version {expected}, is {seen}" },
    advice: {
      zh: "结论不变即无须处理；结论有变时，用原版本重放",
      en: "where the answer is the same, nothing; otherwise replay with the former version",
    },
  },
  REPLAY_PACKS_DIFFER: {
    message: { zh: "政策包不同：凭证为 {expected}，现为 {seen}", en: "the packs differ: {expected} in the receipt, {seen} now" },
    advice: { zh: "加载作出决定时的政策包", en: "load the packs of the time of the decision" },
  },
  REPLAY_OVERLAYS_DIFFER: {
    message: { zh: "参数文件不同：凭证为 {expected}，现为 {seen}", en: "the overlays differ: {expected} in the receipt, {seen} now" },
    advice: { zh: "按原顺序加载作出决定时的参数文件", en: "load the overlays of the time of the decision, in the same order" },
  },
  REPLAY_PLUGINS_DIFFER: {
    message: { zh: "插件不同：凭证为 {expected}，现为 {seen}", en: "the plug-ins differ: {expected} in the receipt, {seen} now" },
    advice: { zh: "使用作出决定时的插件版本", en: "use the plug-ins of the time of the decision" },
  },
  REPLAY_SUBJECT_DIFFERS: {
    message: { zh: "该规则所读的对象信息与作出决定时不同", en: "what the rule reads of the subject is not what it was" },
    advice: { zh: "查找对象记录此后的变更", en: "look for what has changed in the subject's record since" },
  },
  REPLAY_REGISTER_DIFFERS: {
    message: { zh: "该规则所读的登记册内容与作出决定时不同", en: "what the rule reads of the register is not what it was" },
    advice: { zh: "查找家庭、区划、设施等记录此后的变更", en: "look for what has changed in households, areas and facilities since" },
  },
  REPLAY_ANSWER_DIFFERS: {
    message: { zh: "结论不同：凭证为 {expected}，重放为 {seen}", en: "the answer differs: {expected} in the receipt, {seen} on replay" },
    advice: { zh: "所列其他差异即为原因；若无其他差异，请报告该问题", en: "the other differences say why; where there are none, report it to us" },
  },
} as const;

/** A code of hashes, signatures and receipts. */
export type TrustCode = keyof typeof trustCodes;

/** Reports an issue under a code of this room. */
export const reportTrust = defineCodes<TrustCode>(trustCodes);
