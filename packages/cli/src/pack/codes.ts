import { defineCodes } from "@eldercare/core";

/** The codes of the commands for packs. */
export const packCommandCodes = {
  FILE_EXISTS: {
    message: { zh: "文件已存在：{seen}", en: "the file exists already: {seen}" },
    advice: { zh: "用 --out 另选文件夹，或先移走原文件", en: "choose another folder with --out, or move the file away first" },
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
