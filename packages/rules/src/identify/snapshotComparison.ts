import { EldercareError, type OlderPerson, reportIssue } from "@eldercare/core";
import type { Engine, ManyDecisions } from "../assess/engine.js";
import { indexOf, type Row, Scope } from "../logic/scope.js";
import { answersAbout, type CheckedPeople, checkSnapshot } from "./checkedPeople.js";
import { factsToAskOf } from "./factsToAsk.js";
import type {
  ChangeCause,
  ChangedFact,
  EntitlementChange,
  EntitlementChangeKind,
  IdentifiedPerson,
  PersonEvent,
  Snapshot,
} from "./identifiedPerson.js";
import { isDead, personEvents } from "./personEvents.js";
import { RuleFacts } from "./ruleFacts.js";

/** Two snapshots of a register, the earlier one first. */
export interface IdentificationQuestion {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
}

const [granted, undetermined, notApplicable] = [1, 2, 3];

/** What the rules said of a person: a row of many answers; nothing where the register did not have the person. */
interface Answers {
  readonly many: ManyDecisions;
  readonly row: number;
}

const statusOf = (answers: Answers | undefined, column: number | undefined): number =>
  answers === undefined || column === undefined
    ? notApplicable
    : (answers.many.status[answers.row * answers.many.rules.length + column] ?? notApplicable);

const amountOf = (answers: Answers | undefined, column: number | undefined): number =>
  answers === undefined || column === undefined
    ? Number.NaN
    : (answers.many.amountFen[answers.row * answers.many.rules.length + column] ?? Number.NaN);

function kindOf(was: number, is: number, fenBefore: number, fenAfter: number): EntitlementChangeKind | undefined {
  if (was !== granted) return is === granted ? "gained" : undefined;
  if (is === granted) return Object.is(fenBefore, fenAfter) ? undefined : "amountChanged";
  return is === undetermined ? "inDoubt" : "lost";
}

function causeOf(events: readonly PersonEvent[], facts: readonly ChangedFact[]): ChangeCause {
  for (const { kind } of events) if (kind === "joined" || kind === "left") return kind;
  if (facts.length > 0) return "facts";
  return events.some(({ kind }) => kind === "moved") ? "moved" : "date";
}

/** Compares what two snapshots say of people, some at a time. */
export class SnapshotComparison {
  private readonly engine: Engine;
  private readonly question: IdentificationQuestion;
  private readonly facts: RuleFacts;
  readonly before: CheckedPeople;
  readonly after: CheckedPeople;

  constructor(engine: Engine, question: IdentificationQuestion) {
    const [before, after] = [checkSnapshot(question.before, "/before"), checkSnapshot(question.after, "/after")];
    const issues = [...before.issues, ...after.issues];
    if (issues.length === 0 && question.after.on < question.before.on)
      issues.push(reportIssue("PERIOD_REVERSED", "/after/on", { seen: `${question.before.on} – ${question.after.on}` }));
    if (issues.length > 0) throw new EldercareError(issues);
    this.engine = engine;
    this.question = question;
    this.facts = new RuleFacts(engine, question.after.register);
    this.before = before.checked;
    this.after = after.checked;
  }

  /** Everything that there is to tell of some people, in their order. */
  *tell(ids: readonly string[]): Generator<IdentifiedPerson> {
    const { engine, question } = this;
    const answered = (snapshot: Snapshot, side: CheckedPeople): AnsweredSide => {
      const there = ids.filter((id) => side.places.has(id));
      return { many: answersAbout(engine, snapshot, side, there, question.rules).many, rows: new Map(there.map((id, row) => [id, row])) };
    };
    const [was, is] = [answered(question.before, this.before), answered(question.after, this.after)];
    const rules = [...new Set([...is.many.rules, ...was.many.rules])];
    const columns = rules.map((rule): [number | undefined, number | undefined] => [columnOf(was.many, rule), columnOf(is.many, rule)]);
    for (const id of ids) {
      const told = this.tellOf(id, answersIn(was, id), answersIn(is, id), rules, columns);
      if (told !== undefined) yield told;
    }
  }

  private tellOf(
    id: string,
    was: Answers | undefined,
    is: Answers | undefined,
    rules: readonly string[],
    columns: readonly (readonly [number | undefined, number | undefined])[],
  ): IdentifiedPerson | undefined {
    const { before, after } = this.question;
    const [earlier, later] = [recordOf(this.before, id), recordOf(this.after, id)];
    const events = personEvents(earlier, later, { since: before.on, on: after.on });
    const changes = rules.flatMap((rule, index) => {
      const [first, second] = columns[index] ?? [];
      const [fenBefore, fenAfter] = [amountOf(was, first), amountOf(is, second)];
      const kind = kindOf(statusOf(was, first), statusOf(is, second), fenBefore, fenAfter);
      if (kind === undefined) return [];
      const facts =
        earlier === undefined || later === undefined ? [] : this.facts.changed(rule, this.scope(earlier, before), this.scope(later, after));
      return [this.changeOf(rule, kind, facts, causeOf(events, facts), is, second, fenBefore, fenAfter)];
    });
    const ask = is === undefined || later === undefined || isDead(later, after.on) ? [] : factsToAskOf(is.many, is.row);
    if (events.length + changes.length + ask.length === 0) return undefined;
    const area = (later ?? earlier)?.residence?.area;
    return { person: id, ...(area === undefined ? {} : { area }), events, changes, ask };
  }

  private scope(person: OlderPerson, { on, register }: Snapshot): Scope {
    return new Scope("person", person as unknown as Row, on, indexOf(register));
  }

  private changeOf(
    rule: string,
    kind: EntitlementChangeKind,
    facts: readonly ChangedFact[],
    because: ChangeCause,
    is: Answers | undefined,
    column: number | undefined,
    fenBefore: number,
    fenAfter: number,
  ): EntitlementChange {
    // a rule that does not speak of the person has nothing to decide
    const decision =
      is === undefined || column === undefined || statusOf(is, column) === notApplicable ? undefined : is.many.decision(is.row, column);
    const info = this.infoOf(rule);
    return {
      rule,
      title: info.title,
      kind,
      because,
      facts,
      modality: decision?.modality ?? info.modality,
      clauses: decision?.clauses ?? info.clauses,
      ...(decision?.effect === undefined ? {} : { effect: decision.effect }),
      ...(Number.isNaN(fenBefore) ? {} : { amountBeforeFen: fenBefore }),
      ...(Number.isNaN(fenAfter) ? {} : { amountAfterFen: fenAfter }),
      illustrative: decision?.illustrative ?? false,
    };
  }

  private readonly infos = new Map<string, Pick<EntitlementChange, "title" | "modality" | "clauses">>();

  /** What a rule is called, as it stands now, or stood before where it is gone. */
  private infoOf(rule: string): Pick<EntitlementChange, "title" | "modality" | "clauses"> {
    if (this.infos.size === 0)
      for (const { on } of [this.question.before, this.question.after]) for (const info of this.engine.rules(on)) this.infos.set(info.key, info);
    return this.infos.get(rule) ?? { title: { zh: rule, en: rule }, modality: "required", clauses: [] };
  }
}

interface AnsweredSide {
  readonly many: ManyDecisions;
  readonly rows: ReadonlyMap<string, number>;
}

function columnOf(many: ManyDecisions, rule: string): number | undefined {
  const column = many.rules.indexOf(rule);
  return column < 0 ? undefined : column;
}

function answersIn({ many, rows }: AnsweredSide, id: string): Answers | undefined {
  const row = rows.get(id);
  return row === undefined ? undefined : { many, row };
}

function recordOf({ people, places }: CheckedPeople, id: string): OlderPerson | undefined {
  const place = places.get(id);
  return place === undefined ? undefined : people[place];
}
