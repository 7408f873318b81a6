import { EldercareError } from "@eldercare/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { functionBackend } from "../logic/function/functionBackend.js";
import { pack as national } from "../packs/cn.js";
import { createEngine, type Policy } from "./engine.js";

const on = "2026-11-21";
const granted = 1;

describe("the backend of an engine", () => {
  afterEach(() => vi.unstubAllGlobals());

  const codesOf = (build: () => unknown) => {
    try {
      build();
    } catch (error) {
      if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => ({ code, pointer }));
    }
    return [];
  };

  it("is a value: a name would be one that no bundle holds", () => {
    const wrong = { packs: [national], backend: "function" } as unknown as Policy;
    expect(codesOf(() => createEngine(wrong))).toEqual([{ code: "BACKEND_NOT_FOUND", pointer: "/backend" }]);
  });

  it("generates no code unless it is asked to, and says so where that is forbidden", () => {
    vi.stubGlobal("Function", () => {
      throw new EvalError("Refused to evaluate a string as JavaScript");
    });
    expect(codesOf(() => createEngine({ packs: [national], backend: functionBackend }))).toEqual([
      { code: "BACKEND_FORBIDDEN", pointer: "/backend" },
    ]);
    const person = { birthDate: "1940-01-01", died: null };
    expect(createEngine({ packs: [national] }).assessMany([{ person }], { on, rules: ["cn/category.olderPerson"] }).status[0]).toBe(granted);
  });
});
