import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../workspace.mjs";
import { failuresOf } from "./vitestStep.mjs";

const failed = (fullName: string) => ({ status: "failed", fullName });
const passed = (fullName: string) => ({ status: "passed", fullName });

it("names each test that failed and each file that could not be loaded", () => {
  const files = [
    { name: join(root, "a.test.ts"), status: "failed", assertionResults: [passed("holds"), failed("is refused")] },
    { name: join(root, "b.test.ts"), status: "passed", assertionResults: [passed("holds")] },
    { name: join(root, "c.test.ts"), status: "failed", assertionResults: [] },
  ];
  expect(failuresOf(files)).toEqual(["a.test.ts: is refused", "c.test.ts: not loaded"]);
});
