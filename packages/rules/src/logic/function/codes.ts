import { defineCodes } from "@eldercare/core";

/** The codes of rules written out as functions, with what each means and what to do. */
export const backendCodes = {
  BACKEND_FORBIDDEN: {
    message: {
      zh: "functionBackend 需要在运行时生成代码，而此处不允许（{problem}）",
      en: "functionBackend generates code at run time, which is not allowed here ({problem})",
    },
    advice: {
      zh: "去掉 backend 选项：默认的执行方式不生成代码，结论相同；或在内容安全策略中允许 'unsafe-eval'",
      en: "leave out `backend`: the default generates no code and answers alike; or allow 'unsafe-eval' in the content security policy",
    },
  },
} as const;

/** A code of rules written out as functions. */
export type BackendCode = keyof typeof backendCodes;

/** Reports an issue under a code of rules written out as functions. */
export const reportBackend = defineCodes<BackendCode>(backendCodes);
