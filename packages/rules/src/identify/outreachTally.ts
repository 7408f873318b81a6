import type { Wording } from "@eldercare/core";
import type { EntitlementChangeKind, IdentifiedPerson, PersonEvent } from "./identifiedPerson.js";

/** How many people a rule newly says something else of. */
export interface RuleOutreach extends Readonly<Record<EntitlementChangeKind, number>> {
  readonly rule: string;
  readonly title: Wording;
}

/** A fact worth asking for, with how many people it could settle something for. */
export interface FactOutreach {
  readonly fact: string;
  readonly title?: Wording;
  readonly people: number;
  /** The first of them, in the order of their ids. */
  readonly first: readonly string[];
  /** For how many people the fact alone could grant each rule, the most first. */
  readonly rules: readonly { readonly rule: string; readonly people: number }[];
}

/** What an identification came to. */
export interface OutreachSummary {
  /** People of whom there was something to tell. */
  readonly people: number;
  readonly events: Readonly<Record<PersonEvent["kind"], number>>;
  /** Rules that say something else of anybody, in the order in which they were met. */
  readonly rules: readonly RuleOutreach[];
  /** Facts to ask for, those of most people first. */
  readonly facts: readonly FactOutreach[];
}

interface CountedFact {
  readonly title: Wording | undefined;
  people: number;
  readonly first: string[];
  readonly rules: Map<string, number>;
}

/** Adds up those identified, person by person: what it holds does not grow with their number. */
export class OutreachTally {
  private people = 0;
  private readonly events: Record<PersonEvent["kind"], number> = { joined: 0, left: 0, died: 0, moved: 0 };
  private readonly rules = new Map<string, RuleOutreach & Record<EntitlementChangeKind, number>>();
  private readonly facts = new Map<string, CountedFact>();
  private readonly mostIds: number;

  /** @param mostIds how many ids to keep of those whom one fact concerns */
  constructor(mostIds = 10) {
    this.mostIds = mostIds;
  }

  add({ person, events, changes, ask }: IdentifiedPerson): void {
    this.people += 1;
    for (const { kind } of events) this.events[kind] += 1;
    for (const { rule, title, kind } of changes) {
      const counts = this.rules.get(rule) ?? { rule, title, gained: 0, lost: 0, inDoubt: 0, amountChanged: 0 };
      this.rules.set(rule, counts);
      counts[kind] += 1;
    }
    for (const { fact, title, rules } of ask) {
      const counted: CountedFact = this.facts.get(fact) ?? { title, people: 0, first: [], rules: new Map() };
      this.facts.set(fact, counted);
      counted.people += 1;
      if (counted.first.length < this.mostIds) counted.first.push(person);
      for (const rule of rules) counted.rules.set(rule, (counted.rules.get(rule) ?? 0) + 1);
    }
  }

  get summary(): OutreachSummary {
    const facts = [...this.facts].map(
      ([fact, { title, people, first, rules }]): FactOutreach => ({
        fact,
        ...(title === undefined ? {} : { title }),
        people,
        first: [...first],
        rules: [...rules].map(([rule, count]) => ({ rule, people: count })).sort((a, b) => b.people - a.people || (a.rule < b.rule ? -1 : 1)),
      }),
    );
    return {
      people: this.people,
      events: { ...this.events },
      rules: [...this.rules.values()].map((counts) => ({ ...counts })),
      facts: facts.sort((a, b) => b.people - a.people || (a.fact < b.fact ? -1 : 1)),
    };
  }
}
