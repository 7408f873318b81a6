import { afterEach, describe, expect, it, vi } from "vitest";
import { callersFolder } from "./program.mjs";
import { root } from "./workspace.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const standing = (folder: string, script: string | undefined, initial: string | undefined): string => {
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  vi.stubEnv("npm_lifecycle_event", script);
  vi.stubEnv("INIT_CWD", initial);
  return callersFolder();
};

describe("paths that the user gives", () => {
  it("start where npm was called", () => {
    expect(standing(root, "demo", "/county/register")).toBe("/county/register");
  });

  it("start in the current folder where npm was not called", () => {
    expect(standing(root, undefined, undefined)).toBe(root);
  });

  it("start in the current folder where npm runs a script of another project", () => {
    expect(standing("/county", "report", "/elsewhere")).toBe("/county");
  });
});
