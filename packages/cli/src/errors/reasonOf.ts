import type { Wording } from "@eldercare/core";

const words: Readonly<Record<string, Wording>> = {
  ENOENT: { zh: "路径不存在", en: "there is no such path" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "part of its path is no folder" },
  EISDIR: { zh: "这是文件夹", en: "it is a folder" },
  EEXIST: { zh: "已有同名文件", en: "a file of that name is there" },
  EACCES: { zh: "没有权限", en: "permission is denied" },
  EPERM: { zh: "没有权限", en: "permission is denied" },
  EBUSY: { zh: "被其他程序占用", en: "another program uses it" },
  EROFS: { zh: "所在磁盘只读", en: "its disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
};

/** Why the file system refused, for the places `{reason.zh}` and `{reason.en}` of a message: in words where it is common, else its code. */
export function reasonOf(error: unknown): { readonly "reason.zh": string; readonly "reason.en": string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const { zh, en } = (Object.hasOwn(words, code) ? words[code] : undefined) ?? { zh: code, en: code };
  return { "reason.zh": zh, "reason.en": en };
}
