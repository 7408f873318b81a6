import type { Parameter, Rule } from "@eldercare/rules";
import type { FirstRule } from "./firstRule.js";

// tried in the cases and shown in the file of example values, where the document leaves the number open
const exampleFigures = { amountFen: 10_000, times: 2 } as const;

/** The amount or the number of times that a rule gives, as a parameter. */
export interface FirstFigure {
  readonly field: "amountFen" | "times";
  readonly parameterId: string;
  readonly parameter: Parameter;
  /** Fen, or times: the document's, or where that leaves it open an example that the cases try. */
  readonly value: number;
  readonly open: boolean;
}

const per = { week: "PerWeek", month: "PerMonth", year: "PerYear", once: "Once" } as const;
const perZh = { week: "每周", month: "每月", year: "每年", once: "一次性" } as const;
const perEn = { week: "a week", month: "a month", year: "a year", once: "once" } as const;

/** The amount or the number of times of a first rule; undefined where nothing is counted. */
export function figureOf({ kind, name, titleZh, titleEn, per: period, figure }: FirstRule, from: string, clause: string): FirstFigure | undefined {
  if (period === undefined || (kind !== "benefit" && kind !== "service")) return undefined;
  const money = kind === "benefit";
  const field = money ? "amountFen" : "times";
  const value = figure === undefined ? { open: true as const } : { values: [{ from, value: figure, clause }] };
  return {
    field,
    parameterId: `${name}.${money ? "fen" : "times"}${per[period]}`,
    value: figure ?? exampleFigures[field],
    open: figure === undefined,
    parameter: {
      type: money ? "fen" : "integer",
      ...(money ? { unit: period === "once" ? "fen" : `fen per ${period}` } : {}),
      title: {
        zh: `${titleZh}${money ? "标准" : "次数"}（${perZh[period]}）`,
        en: `${money ? "amount" : "times"} of ${titleEn}, ${perEn[period]}`,
      },
      clause,
      ...value,
      ...(money ? {} : { least: 1 }),
      ...(figure === undefined
        ? { note: "原文没有写明的数字写 open，由各地在取值文件中给出。" }
        : money
          ? { note: "金额以分为单位：1 元写 100。" }
          : {}),
    },
  };
}

/** The effect of a first rule, which names its figure. */
export function effectOf({ kind, name, per: period }: FirstRule, figure: FirstFigure | undefined): Rule["then"] {
  const param = { param: figure?.parameterId ?? "" };
  if (kind === "benefit") return { kind, benefit: name, amountFen: param, per: period === "year" || period === "once" ? period : "month" };
  if (kind === "device") return { kind, device: name };
  if (kind === "category") return { kind, category: name };
  if (figure === undefined || period === undefined || period === "once") return { kind, service: name };
  return { kind, service: name, times: param, per: period };
}
