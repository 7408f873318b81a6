import { describe, expect, it } from "vitest";
import { checkPlatforms, type PlatformRecord } from "./checkPlatforms.js";
import { portBearers } from "./portBearers.js";

const listed = (...titles: readonly string[]) => titles.map((zh, index) => ({ id: `${index + 1}`, title: { zh, en: zh } }));
// 三（四）2: eight functions and seven kinds of equipment
const capabilities = listed(
  "安全运行监管",
  "敬养质量监管",
  "服务人员监管",
  "运行机制监管",
  "信息录入研判",
  "数据综合分析",
  "医疗康复服务",
  "供需资源对接",
);
const equipment = listed("大屏显示系统", "视频综合管理平台", "音视频系统", "网络安全设备", "视频智能分析", "监管中心及配套设施", "互联网出口线路");
const levels = [
  { id: "city", title: { zh: "市级", en: "city" }, capabilities, equipment },
  { id: "street", title: { zh: "街道", en: "street" }, capabilities, equipment },
];
const all = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));
const city: PlatformRecord = { id: "c-1", level: "city", capabilities: all(8), equipment: all(7), connected: true };
const ask = (platforms: readonly PlatformRecord[]) => checkPlatforms({ levels, platforms, clauses: ["NY-3.4.2-a", "NY-3.4.2-b"] });

describe("a smart care platform", () => {
  it("is complete with eight capabilities and seven kinds of equipment", () => {
    const { value, steps } = ask([city, { ...city, id: "s-1", level: "street" }]);
    expect(value.platforms.map(({ status }) => status)).toEqual(["met", "met"]);
    expect(value.network).toBe("met");
    expect(steps.map(({ zh, value: printed }) => `${zh} = ${printed}`).slice(0, 2)).toEqual([
      "市级平台 1 个，功能和设施齐全 = 1",
      "市级平台已并网 1 ÷ 1 = 100.0%",
    ]);
  });

  it("lacks what is known not to be there, and only that", () => {
    const { value } = ask([city, { id: "s-1", level: "street", capabilities: { 1: true, 2: false }, connected: false }]);
    expect(value.platforms[1]).toMatchObject({
      status: "notMet",
      capabilities: { status: "notMet", missing: ["2"], unknown: ["3", "4", "5", "6", "7", "8"] },
      equipment: { status: "undetermined", missing: [] },
    });
    expect(value.network).toBe("notMet");
  });

  it("is undetermined where nothing is recorded, and so is a level without platforms", () => {
    const { value } = ask([{ id: "c-1", level: "city" }]);
    expect(value).toMatchObject({
      platforms: [{ status: "undetermined" }],
      network: "undetermined",
      connected: [{ unknown: ["c-1"] }, { yes: [], no: [] }],
    });
  });

  it("belongs to a level that exists", () => {
    expect(() => ask([city, { ...city, level: "country" }])).toThrow(/DUPLICATE_ID at \/platforms\/1\/id.*\+1 more/);
  });
});

describe("the ports of a platform", () => {
  const county = {
    bearer: "county",
    title: { zh: "县（市、区）政府", en: "county government" },
    users: ["urbanSpecialHardshipFamily", "publicInstitution"],
  };
  const otherwise = { bearer: "self", title: { zh: "家庭和养老服务机构自行", en: "the users themselves" } };
  const ports = [{ id: "p-1", user: "publicInstitution" }, { id: "p-2", user: "privateInstitution" }, { id: "p-3" }];

  it("are paid for by county or user; of whom the kind is unknown, nobody yet", () => {
    const { value } = portBearers({ ports, rules: [county], otherwise, clauses: ["NY-3.4.3-b"] });
    expect(value).toEqual({
      bearers: [
        { bearer: "county", ports: ["p-1"] },
        { bearer: "self", ports: ["p-2"] },
      ],
      undetermined: ["p-3"],
    });
  });

  it("stay open where no rule names the user and the text says nothing of others", () => {
    expect(portBearers({ ports, rules: [county], clauses: [] }).value.undetermined).toEqual(["p-2", "p-3"]);
  });

  it("cannot be paid for by two", () => {
    expect(() => portBearers({ ports, rules: [county, { ...county, bearer: "city" }], clauses: [] })).toThrow("DUPLICATE_ID at /rules/1/users/0");
  });
});
