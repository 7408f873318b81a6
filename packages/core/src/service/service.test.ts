import { describe, expect, it } from "vitest";
import { parseShape } from "../register/parse.js";
import { catalogueSchema, type Service, type ServiceCatalogue, type ServiceChannel } from "./catalogue.js";
import { offlineChannels } from "./offlineChannels.js";
import { orderNeeds } from "./orderNeeds.js";
import { sixAssistances } from "./sixAssistances.js";
import { answerTimes, type Ticket } from "./tickets.js";

// example data: no document states lengths, hours or equipment
const service = (id: string, more: Partial<Service> = {}): Service => ({
  id,
  title: { zh: id, en: id },
  serviceMinutes: 30,
  windows: [{ from: "08:00", to: "17:00" }],
  weekdays: [1],
  priority: 3,
  ...more,
});
const catalogue = (...services: Service[]): ServiceCatalogue => ({ id: "example", illustrative: true, services });
const offline: ServiceChannel[] = ["phone", "visit", "counter"];

describe("demonstration 24", () => {
  it("an order of help with bathing takes two workers, 90 minutes and bathing equipment", () => {
    const bathing = service("bathing", { serviceMinutes: 90, caregivers: 2, equipment: ["bath"], skills: { bathing: 1 } });
    expect(orderNeeds({ catalogue: catalogue(bathing), service: "bathing", clauses: ["NY-3.5-a"] }).value).toEqual({
      serviceMinutes: 90,
      caregivers: 2,
      equipment: ["bath"],
      skills: { bathing: 1 },
      missing: [],
    });
  });

  it("says what the catalogue does not tell, and refuses a service that it does not hold", () => {
    const order = (id: string) => orderNeeds({ catalogue: catalogue(service("bathing")), service: id, clauses: [] });
    expect(order("bathing").value).toEqual({ serviceMinutes: 30, missing: ["skills", "caregivers", "equipment"] });
    expect(() => order("bath")).toThrow(/REFERENCE_NOT_FOUND at \/service/);
  });
});

describe("demonstration 26", () => {
  const found = (...services: Service[]) => offlineChannels({ catalogue: catalogue(...services), offline, clauses: ["CL-2.4.13-a"] }).value;

  it("a catalogue fails if a service has only an app channel", () => {
    const passing = [service("a", { channels: ["app", "phone"] }), service("b", { channels: ["counter"] })];
    expect(found(...passing)).toEqual({ state: "met", offline: ["a", "b"], onlineOnly: [], undetermined: [] });
    expect(found(...passing, service("c", { channels: ["app"] }))).toMatchObject({ state: "notMet", onlineOnly: ["c"] });
  });

  it("does not fail for channels that nobody has told, and does not pass either", () => {
    expect(found(service("a", { channels: ["phone"] }), service("b"))).toMatchObject({ state: "undetermined", undetermined: ["b"] });
    expect(found(service("a", { channels: [] }))).toMatchObject({ state: "notMet", onlineOnly: ["a"] });
  });
});

describe("the six assistances", () => {
  it("are each offered, online only, in doubt or not at all", () => {
    const held = catalogue(service("mealDelivery", { channels: ["phone"] }), service("bathing", { channels: ["app"] }), service("cleaning"));
    const services = { meals: ["mealDelivery"], bathing: ["bathing"], cleaning: ["cleaning", "bathing"], mobility: ["walkingAid"] };
    const { value } = sixAssistances({ catalogue: held, services, offline, clauses: ["NY-3.5-a"] });
    expect(value.map(({ assistance, state, why }) => [assistance, state, why])).toEqual([
      ["meals", "met", undefined],
      ["bathing", "notMet", "onlineOnly"],
      ["cleaning", "undetermined", "channelsUnknown"],
      ["mobility", "notMet", "noService"],
      ["medical", "notMet", "noService"],
      ["emergency", "notMet", "noService"],
    ]);
    expect(value[3]?.notInCatalogue).toEqual(["walkingAid"]);
  });
});

describe("a catalogue", () => {
  it("may be silent about channels, caregivers and equipment, and is refused for channels that do not exist", () => {
    expect(parseShape(catalogueSchema, catalogue(service("a"))).issues).toEqual([]);
    const wrong = { ...catalogue(), services: [{ ...service("a"), channels: ["telephone"], caregivers: 0 }] };
    expect(parseShape(catalogueSchema, wrong).issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "NOT_IN_LIST /services/0/channels/0",
      "OUT_OF_RANGE /services/0/caregivers",
    ]);
  });
});

describe("what a catalogue asks of a service's visits", () => {
  const found = (amend: object) => parseShape(catalogueSchema, { ...catalogue(), services: [{ ...service("a"), ...amend }] }).issues;

  it("is needs, days, pattern, delivery and whether they must be made, each of them optional", () => {
    const asked = {
      certificates: [{ kind: "nurse", level: 1 }],
      stock: { meals: 1 },
      needsOfEach: [{ skills: { bathing: 2 }, equipment: ["bath"] }, {}],
      spacing: { minDays: 2, maxDays: 4 },
      pattern: { sameWeekday: true, startToleranceMinutes: 30, sameCaregiver: "prefer" },
      delivery: "visit",
      required: "byModality",
    };
    expect(found(asked)).toEqual([]);
    for (const key of Object.keys(asked)) expect(found(Object.fromEntries(Object.entries(asked).filter(([name]) => name !== key)))).toEqual([]);
  });

  it("is refused where it says what nobody could keep or nobody knows", () => {
    const wrong = {
      stock: { meals: 0 },
      needsOfEach: [],
      spacing: { minDays: -1, maxDay: 4 },
      pattern: { startToleranceMinutes: 1441 },
      delivery: "post",
      required: true,
    };
    expect(
      found(wrong)
        .map(({ code, pointer }) => `${code} ${pointer.replace("/services/0", "")}`)
        .sort(),
    ).toEqual([
      "EMPTY_LIST /needsOfEach",
      "NOT_IN_LIST /delivery",
      "NOT_IN_LIST /required",
      "OUT_OF_RANGE /pattern/startToleranceMinutes",
      "OUT_OF_RANGE /spacing/minDays",
      "OUT_OF_RANGE /stock/meals",
      "UNKNOWN_KEY /spacing/maxDay",
    ]);
  });
});

describe("requests and their answers", () => {
  const ticket = (id: string, at: string, answered: string | null | undefined, channel?: ServiceChannel): Ticket => ({
    id,
    service: "bathing",
    requested: { on: "2026-11-20", at },
    ...(answered === undefined ? {} : { answered: answered === null ? null : { on: "2026-11-20", at: answered } }),
    ...(channel === undefined ? {} : { channel }),
  });
  const answers = (...tickets: Ticket[]) =>
    answerTimes({ tickets, now: { on: "2026-11-20", at: "12:00" }, withinMinutes: 30, clauses: ["IM-2.6-c"] }).value;

  it("are told by channel, with those that wait too long", () => {
    const found = answers(
      ticket("in-time", "08:00", "08:30", "phone"),
      ticket("slow", "08:00", "08:45", "phone"),
      ticket("late", "11:29", null, "phone"),
      ticket("waiting", "11:30", null, "app"),
      ticket("unknown", "09:00", undefined),
      ticket("not-yet-asked", "12:01", null, "app"),
    );
    expect(found.channels).toEqual([
      { channel: "app", requests: 1, answered: 0, answeredInTime: 0, undetermined: 0 },
      { channel: "phone", requests: 3, answered: 2, answeredInTime: 1, undetermined: 0, meanMinutes: { numerator: 75n, denominator: 2n } },
      { channel: "unknown", requests: 1, answered: 0, answeredInTime: 0, undetermined: 1 },
    ]);
    expect(found).toMatchObject({ overdue: ["late"], waiting: ["waiting"], undetermined: ["unknown"] });
  });

  it("of which nobody recorded an answer may have been answered in time: the count is between bounds", () => {
    const tickets = [ticket("a", "08:00", "08:10", "phone"), ticket("b", "09:00", undefined, "phone")];
    const { steps } = answerTimes({ tickets, now: { on: "2026-11-20", at: "12:00" }, withinMinutes: 30, clauses: ["IM-2.6-c"] });
    expect(steps[0]).toEqual({ zh: "电话：2 件，30 分钟内应答", en: "phone: 2 requests, answered within 30 min", value: "1–2" });
  });

  it("waited where the answer came only later", () => {
    expect(answers(ticket("t", "11:00", "12:30", "phone")).overdue).toEqual(["t"]);
  });

  it("cannot be answered before they are made", () => {
    expect(() => answers(ticket("t", "09:00", "08:59"))).toThrow(/PERIOD_REVERSED at \/tickets\/0/);
    expect(() => answers({ ...ticket("t", "9:00", null), requested: { on: "2026-02-30", at: "9:00" } })).toThrow(/\(\+1 more\)/);
  });
});
