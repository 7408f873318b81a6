import type { Pack } from "@eldercare/rules";

/** The packs that come with the program, by id; each is loaded when it is asked for. */
export const builtInPacks: Readonly<Record<string, () => Promise<{ readonly pack: Pack }>>> = {
  cn: () => import("@eldercare/rules/packs/cn"),
  "cn-15-example-banner": () => import("@eldercare/rules/packs/cn-15-example-banner"),
  "cn-15-pastoral": () => import("@eldercare/rules/packs/cn-15-pastoral"),
  "cn-130322-changli": () => import("@eldercare/rules/packs/cn-130322-changli"),
  "cn-361021-nancheng": () => import("@eldercare/rules/packs/cn-361021-nancheng"),
  "cn-4113-nanyang": () => import("@eldercare/rules/packs/cn-4113-nanyang"),
  "cn-500229-chengkou": () => import("@eldercare/rules/packs/cn-500229-chengkou"),
};
