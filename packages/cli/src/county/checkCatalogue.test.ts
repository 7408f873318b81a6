import { describe, expect, it } from "vitest";
import { checkCatalogue } from "./checkCatalogue.js";

const service = {
  id: "bathing",
  title: { zh: "助浴", en: "help with bathing" },
  serviceMinutes: 60,
  windows: [{ from: "09:00", to: "09:00" }],
  weekdays: [1],
  priority: 3,
};

describe("a catalogue of services", () => {
  it("may let a visit begin at one moment only", () => {
    expect(checkCatalogue({ id: "synthetic", services: [service] })).toEqual([]);
  });

  it("is refused with a service that occurs twice, or hours that end before they begin", () => {
    const windows = [...service.windows, { from: "14:00", to: "13:59" }];
    expect(checkCatalogue({ id: "synthetic", services: [service, { ...service, windows }] }).map(({ code, pointer }) => [code, pointer])).toEqual([
      ["DUPLICATE_ID", "/services/1/id"],
      ["WINDOW_ENDS_BEFORE_IT_BEGINS", "/services/1/windows/1/to"],
    ]);
  });
});
