import { describe, expect, it } from "vitest";
import { reportMissing } from "./missing.js";
import { reportWrongType } from "./wrongType.js";

describe("a message in Chinese", () => {
  it("names what does not exist in Chinese, and what is nearest of what does", () => {
    expect(reportMissing("caregiver", "/visits/0/only/0", "c-01", ["c-1"]).message).toEqual({
      zh: '引用的护理员 "c-01" 不存在，是否应为“c-1”？',
      en: 'caregiver "c-01" does not exist; did you mean "c-1"?',
    });
    expect(reportMissing("time zone", "/timeZone", "Asia/Chengkou").message).toEqual({
      zh: '引用的时区 "Asia/Chengkou" 不存在',
      en: 'time zone "Asia/Chengkou" does not exist',
    });
  });

  it.each([
    ["number", "数字"],
    ["Array", "列表"],
    ["Object", "对象"],
    ["(string | null)", "文本或null"],
    ["number, boolean or string", "数字或是否（true、false）或文本"],
    ['("straightLine" | "matrix")', '"straightLine"或"matrix"'],
    ["{ zh, en }", "{ zh, en }"],
  ])("says what kind %s is", (expected, kind) => {
    const { message } = reportWrongType("/a", null, expected);
    expect(message).toEqual({ zh: `类型不符：应为${kind}，实为 null`, en: `wrong type: expected ${expected}, got null` });
  });
});
