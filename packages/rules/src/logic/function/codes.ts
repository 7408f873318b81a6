import { defineCodes } from "@eldercare/core";

/** The codes about how an engine executes its rules, with what each means and what to do. */
export const backendCodes = {
  BACKEND_NOT_FOUND: {
    message: { zh: "没有 {seen} 这种执行方式{hint.zh}", en: "there is no backend {seen}{hint.en}" },
    advice: { zh: "可用：{known}", en: "use one of: {known}" },
  },
  BACKEND_FORBIDDEN: {
    message: {
      zh: 'backend: "function" 需要在运行时生成代码，而此处不允许（{problem}）',
      en: 'backend: "function" generates code at run time, which is not allowed here ({problem})',
    },
    advice: {
      zh: "去掉 backend 选项：默认的 \"closures\" 不生成代码，结论相同；或在内容安全策略中允许 'unsafe-eval'",
      en: "leave out `backend`: \"closures\", the default, generates no code and answers alike; or allow 'unsafe-eval' in the content security policy",
    },
  },
} as const;

/** A code about how an engine executes its rules. */
export type BackendCode = keyof typeof backendCodes;

/** Reports an issue about how an engine executes its rules. */
export const reportBackend = defineCodes<BackendCode>(backendCodes);
