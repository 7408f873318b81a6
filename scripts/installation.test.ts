import { expect, it } from "vitest";
import { installationStamp } from "./installation.mjs";

it("what is installed has the same stamp as long as nothing changes, and another under another Node.js", () => {
  const stamp = installationStamp();
  expect(installationStamp()).toBe(stamp);
  const { version } = process;
  try {
    Object.defineProperty(process, "version", { value: "v99.0.0", configurable: true });
    expect(installationStamp()).not.toBe(stamp);
  } finally {
    Object.defineProperty(process, "version", { value: version, configurable: true });
  }
});
