import { type Facility, type FieldType, stateOn } from "@eldercare/core";
import type { Row } from "../../logic/scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "../../logic/value.js";
import { type Cell, nextId, type Role, type Variable, wholeNumber } from "./variable.js";

type Records = readonly Row[];

/** One member of a list, with what every condition asked of members says of it. */
interface Member {
  readonly record: Row;
  readonly truths: readonly Truth[];
}

/** A condition asked of the members of a list. */
export interface MemberCondition {
  readonly truth: (member: Row) => Truth;
}

const mostLists = 4000;

/**
 * A list of records, such as the events of a facility: lists made of members that conditions tell apart, enough of them
 * that every combination of answers that some list gives is given by one of these.
 */
export class ListVariable implements Variable {
  readonly id = nextId();
  readonly key: string;
  readonly role: Role;
  readonly whole = false;
  readonly hint = wholeNumber(0);
  readonly conditions: MemberCondition[] = [];
  /** Where the state that the events lead to is asked for: on what date, and what silence is taken for. */
  private stateOf: { readonly on: string; readonly absent: Value } | undefined;
  private mostCounted = 0;
  private own = 0;
  private readonly members: () => { readonly records: Records; readonly complete: boolean };
  private readonly membersVersion: () => number;
  private made: { readonly version: number; readonly cells: readonly Cell[]; readonly sampled: boolean } | undefined;

  /** @param members records that no condition asked of members tells apart are given once */
  constructor(key: string, role: Role, members: () => { readonly records: Records; readonly complete: boolean }, membersVersion: () => number) {
    this.key = key;
    this.role = role;
    this.members = members;
    this.membersVersion = membersVersion;
  }

  get version(): number {
    return this.own + this.membersVersion();
  }

  /** Takes note of a condition; the index is given back. */
  ask(condition: MemberCondition): number {
    this.own += 1;
    this.conditions.push(condition);
    return this.conditions.length - 1;
  }

  /** Takes note that members are counted up to a number. */
  countTo(number: number): void {
    if (number <= this.mostCounted) return;
    this.mostCounted = number;
    this.own += 1;
  }

  /** Takes note that the state which the events lead to matters. */
  askState(on: string, absent: Value): void {
    if (this.stateOf !== undefined) return;
    this.stateOf = { on, absent };
    this.own += 1;
  }

  get sampled(): boolean {
    this.cells();
    return this.made?.sampled ?? false;
  }

  cells(): readonly Cell[] {
    if (this.made?.version === this.version) return this.made.cells;
    const { records, complete } = this.members();
    const { lists, all } = this.closure(this.distinct(records));
    const stated = lists.map((list): Cell => ({ kind: "value", value: list as Value }));
    // silence says something only where the closed world makes something of it
    const cells = this.stateOf?.absent === undefined ? stated : [...stated, { kind: "value", value: undefined } as const];
    this.made = { version: this.version, cells, sampled: !complete || !all };
    return cells;
  }

  private distinct(records: Records): Member[] {
    const found = new Map<string, Member>();
    for (const record of records) {
      const truths = this.conditions.map(({ truth }) => truth(record));
      // where the latest member matters, each state and each day is told apart
      const key = this.stateOf === undefined ? truths.join("") : `${truths.join("")} ${record.on} ${record.state}`;
      if (!found.has(key)) found.set(key, { record, truths });
    }
    return [...found.values()];
  }

  /**
   * A list for each combination of answers that lists can give: from the empty list, one member after another is added for
   * as long as an answer comes out that was not there before.
   */
  private closure(members: readonly Member[]): { lists: readonly Records[]; all: boolean } {
    const enough = this.mostCounted + 1;
    const empty: Grown = { list: [], tallies: this.conditions.map(() => [0, 0, 0]), last: undefined };
    const seen = new Set([signatureOf(empty)]);
    const grown = [empty];
    // the list grows while it is walked
    for (const { list, tallies, last } of grown)
      for (const { record, truths } of members) {
        const next: Grown = {
          list: [...list, record],
          tallies: tallies.map((tally, index) => tally.map((count, truth) => (truths[index] === truth ? Math.min(count + 1, enough) : count))),
          last: this.latest(last, record),
        };
        const signature = signatureOf(next);
        if (seen.has(signature)) continue;
        if (seen.size >= mostLists) return { lists: grown.map((each) => each.list), all: false };
        seen.add(signature);
        grown.push(next);
      }
    return { lists: grown.map((each) => each.list), all: true };
  }

  /** The later of two events, where the state they lead to is asked for; those after the date asked do not count. */
  private latest(last: Row | undefined, event: Row): Row | undefined {
    if (this.stateOf === undefined || String(event.on) > this.stateOf.on) return last;
    return last === undefined || String(event.on) >= String(last.on) ? event : last;
  }
}

/** A list on the way, with how many members satisfy each condition, fail it or leave it open, and its latest event. */
interface Grown {
  readonly list: Records;
  readonly tallies: readonly (readonly number[])[];
  readonly last: Row | undefined;
}

const signatureOf = ({ tallies, last }: Grown): string => `${tallies.join(";")} ${last === undefined ? "" : `${last.on} ${last.state}`}`;

const recordsOf = (cell: Cell): Records => (cell.kind === "value" ? ((cell.value ?? []) as Records) : []);

const isSilent = (cell: Cell): boolean => cell.kind === "value" && cell.value === undefined;

const negate = (truth: Truth): Truth => (truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE);

/** Whether some, all or none of the members satisfy a condition; of a list that is `open` there may be more. */
export function quantified(op: "some" | "all" | "none", { truth }: MemberCondition, open: boolean): (cell: Cell) => Truth {
  return (cell) => {
    if (isSilent(cell)) return UNKNOWN;
    const truths = recordsOf(cell).map(truth);
    const some = truths.includes(TRUE) ? TRUE : truths.includes(UNKNOWN) || open ? UNKNOWN : FALSE;
    const all = truths.includes(FALSE) ? FALSE : truths.includes(UNKNOWN) || open ? UNKNOWN : TRUE;
    return op === "some" ? some : op === "all" ? all : negate(some);
  };
}

/** Whether the number of members that satisfy a condition passes a test. */
export function counted({ truth }: MemberCondition, passes: (count: number) => boolean): (cell: Cell) => Truth {
  return (cell) => {
    const truths = recordsOf(cell).map(truth);
    if (isSilent(cell) || truths.includes(UNKNOWN)) return UNKNOWN;
    return passes(truths.filter((each) => each === TRUE).length) ? TRUE : FALSE;
  };
}

/** Whether the events lead to a state on a date; `absentState` is what silence is taken for. */
export function inState(wanted: string, on: string, absentState: Value): (cell: Cell) => Truth {
  return (cell) => {
    const state = isSilent(cell) ? absentState : stateOn({ events: recordsOf(cell) } as unknown as Facility, on);
    return state === undefined ? UNKNOWN : state === wanted ? TRUE : FALSE;
  };
}

/** A type that a list of records has. */
export const isRecordList = (type: FieldType): boolean => type.kind === "list" && type.of.kind === "record";
