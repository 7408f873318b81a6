import { addDays, type CivilDate, isCivilDate } from "@eldercare/core";
import { askedBelow } from "../../logic/askedBelow.js";
import { compileValue, type ParameterValues } from "../../logic/closures.js";
import { type Node, operands } from "../../logic/node.js";
import type { Row, Scope } from "../../logic/scope.js";

/** The days on which a condition may turn by time alone; `everyDay` where they cannot be told in advance. */
export interface TurningDays {
  readonly days: ReadonlySet<CivilDate>;
  readonly everyDay: boolean;
}

/** Whether the value of a node may change from one day to the next while the record stays the same. */
function passes(node: Node): boolean {
  if (node.op === "dateAsked" || node.op === "ageOn") return true;
  return operands(node).some(passes);
}

class Collector {
  readonly days = new Set<CivilDate>();
  everyDay = false;
  private readonly until: CivilDate;
  private readonly parameters: ParameterValues;

  constructor(until: CivilDate, parameters: ParameterValues) {
    this.until = until;
    this.parameters = parameters;
  }

  private add(day: CivilDate, { on }: Scope): void {
    if (day > on && day <= this.until) this.days.add(day);
  }

  /** The birthdays to come; those of 29 February fall on any of three days. */
  private birthdays(born: CivilDate, scope: Scope): void {
    for (let year = Number(scope.on.slice(0, 4)); year <= Number(this.until.slice(0, 4)); year += 1) {
      const at = String(year).padStart(4, "0");
      const days = born.endsWith("-02-29") ? ["02-28", "02-29", "03-01"] : [born.slice(5)];
      for (const day of days) if (isCivilDate(`${at}-${day}`)) this.add(`${at}-${day}`, scope);
    }
  }

  private events({ events }: Row, scope: Scope): void {
    for (const { on } of (Array.isArray(events) ? events : []) as readonly { readonly on: CivilDate }[]) {
      this.add(on, scope);
      if (on < this.until) this.add(addDays(on, 1), scope);
    }
  }

  visit(node: Node, scope: Scope): void {
    switch (node.op) {
      case "fact":
        if (node.leaf.key === "/events") this.events(scope.record, scope);
        return;
      case "ageOn": {
        const born = compileValue(node.date, this.parameters)(scope);
        if (typeof born === "string") this.birthdays(born, scope);
        if (passes(node.date)) this.everyDay = true;
        return;
      }
      case "dateAsked":
        // a date asked that is held against nothing the search understands
        this.everyDay = true;
        return;
      default:
        if ("left" in node && node.left.type.kind === "date") this.dates(node.left, node.right, scope);
        else for (const [inner, about] of askedBelow(node, scope, this.parameters)) this.visit(inner, about);
    }
  }

  /** Two dates held against one another: the comparison turns on the day itself, or on the next. */
  private dates(left: Node, right: Node, scope: Scope): void {
    const [asked, other] = left.op === "dateAsked" ? [left, right] : [right, left];
    if (asked.op !== "dateAsked" || passes(other)) {
      this.visit(left, scope);
      this.visit(right, scope);
      return;
    }
    this.visit(other, scope);
    const day = compileValue(other, this.parameters)(scope);
    if (typeof day !== "string") return;
    this.add(day, scope);
    if (day < this.until) this.add(addDays(day, 1), scope);
  }
}

/** Finds the days after the one asked, up to another, on which a condition about a record may turn. */
export function turningDays(goal: Node, scope: Scope, until: CivilDate, parameters: ParameterValues): TurningDays {
  const collector = new Collector(until, parameters);
  collector.visit(goal, scope);
  return { days: collector.days, everyDay: collector.everyDay };
}
