import { defineCodes } from "@eldercare/core";

/** The codes of the commands for packs. */
export const packCommandCodes = {
  FILE_EXISTS: {
    message: { zh: "文件已存在：{seen}", en: "the file exists already: {seen}" },
    advice: { zh: "用 --out 另选文件夹，或先移走原文件", en: "choose another folder with --out, or move the file away first" },
  },
  PACK_FILE_MISSING: {
    message: { zh: "找不到 {seen}{hint.zh}", en: "{seen} is not there{hint.en}" },
    advice: {
      zh: "写文件的路径，或者 {name} 所在文件夹的路径；随程序提供的政策包可以写编号：{known}",
      en: "give the path of the file, or of the folder that holds {name}; packs that come with the program go by their ids: {known}",
    },
  },
  FILE_OF_OTHER_KIND: {
    message: { zh: "这是{kind.zh}，不是{wanted.zh}", en: "this is {kind.en}, not {wanted.en}" },
    advice: { zh: "改用 {name}，或它所在的文件夹", en: "give {name}, or the folder that it is in" },
  },
  CASES_NOT_GIVEN: {
    message: { zh: "随程序提供的政策包 {seen} 不附情形文件", en: "the pack {seen} of the program comes without its cases" },
    advice: { zh: "用 --cases 指定情形文件，或给出政策包所在的文件夹", en: "name a file of cases with --cases, or give the folder of a pack" },
  },
  PACK_OF_OTHER_TIER: {
    message: { zh: "{seen} 是 {below} 的上级政策包，不是它的另一版本", en: "{seen} is a pack that {below} stands on, not another version of it" },
    advice: {
      zh: "给出同一政策包的两个版本；上级的改动用 pack explain 查看",
      en: "give two versions of one pack; `pack explain` says what a pack changes of those above",
    },
  },
  OPTION_MISSING: {
    message: { zh: "缺少选项 {option}（{what.zh}）", en: "option {option} is missing ({what.en})" },
    advice: { zh: "补上该选项；在终端中运行时会逐项询问", en: "give the option; on a terminal it is asked for" },
  },
} as const;

/** A code of the commands for packs. */
export type PackCommandCode = keyof typeof packCommandCodes;

/** Reports an issue under a code of the commands for packs. */
export const reportPackCommand = defineCodes<PackCommandCode>(packCommandCodes);
