import { describe, expect, it, vi } from "vitest";

const rooms = {
  compare: () => import("./compare.js"),
  dateOperators: () => import("./dateOperators.js"),
  listOperators: () => import("./listOperators.js"),
  operator: () => import("./operator.js"),
  operators: () => import("./operators.js"),
  parseExpression: () => import("./parseExpression.js"),
  parseLogic: () => import("./parseLogic.js"),
  cell: () => import("./table/cell.js"),
  tableOperator: () => import("./table/tableOperator.js"),
};

describe("the files of the language", () => {
  it.each(Object.entries(rooms))("can be entered by %s", async (_, enter) => {
    vi.resetModules();
    await enter();
    const { parseLogic } = await import("./parseLogic.js");
    expect(parseLogic({ "!": [true] }, { kind: "boolean" }, "", {} as never, [])).toMatchObject({ op: "!" });
  });
});
