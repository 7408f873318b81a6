import type { Wording } from "@eldercare/core";
import type { Plan, Problem, SolveOptions } from "@eldercare/scheduler";

/** The plans of a page's examples by name; asking for one that is not there throws. */
export type PlanOf = (example: string) => Plan;

/** One problem of a page, with how it is solved. */
export interface GuideExample {
  /** Part of file names; the first example of a page is its main one. */
  readonly name: string;
  /** A heading of a few words. */
  readonly title: Wording;
  /** What is different here, in a sentence or two of Markdown. */
  readonly about: Wording;
  readonly problem: Problem;
  /** Pointers of the parts of the problem that the page shows; none shows nothing. */
  readonly shown?: readonly string[];
  /** Pointers of the parts of the plan that the page shows as JSON. */
  readonly planShown?: readonly string[];
  /** Markdown below the plan's tables, made of the plan, such as a table of suggestions; asking for a later plan throws. */
  readonly below?: (plans: PlanOf) => Wording;
  /** Moves or iterations of the search; 4,000 where absent. */
  readonly iterations?: number;
  /** Whatever else `solve` is given, such as features or the plan of an earlier example to begin from. */
  readonly options?: (plans: PlanOf) => SolveOptions;
  /** How the plan is made, where not by `solve`. */
  readonly make?: (plans: PlanOf) => Plan | Promise<Plan>;
}

/** What a page says about its plans, and how that is checked whenever the page is made. */
export interface GuideClaim {
  readonly says: Wording;
  readonly seen: (plans: PlanOf) => unknown;
  /** Compared deeply with what is seen. */
  readonly is: unknown;
}

/** A field that states the feature. */
export interface GuideField {
  /** As `visits[].when.soft`: it must exist in the schema of problems. */
  readonly path: string;
  /** Unit and meaning; the title of the schema where absent. */
  readonly means?: Wording;
}

/** What a page of a guide says of its feature, in both languages. */
export interface GuideTexts {
  /** Name of its files. */
  readonly name: string;
  readonly title: Wording;
  /** One line for the index. */
  readonly summary: Wording;
  /** What the feature is for, in Markdown. */
  readonly purpose: Wording;
  readonly fields: readonly GuideField[];
  /** How the fields are meant together, in Markdown, below their table. */
  readonly statement?: Wording;
  /** What the search does and guarantees. */
  readonly guarantee: Wording;
  /** What happens when it cannot be kept. */
  readonly otherwise: Wording;
  /** Codes of reasons that such visits are left out with; their words are looked up. */
  readonly reasons?: readonly string[];
  /** Codes under which the checker finds a breach; their words are looked up. */
  readonly breaches?: readonly string[];
  /** Weights of the objective; defaults and words are looked up. */
  readonly weights?: readonly string[];
  /** What it costs, in Markdown. */
  readonly price: Wording;
  readonly limits: readonly Wording[];
  /** What the ids of the problem are called. */
  readonly names: Readonly<Record<string, Wording>>;
  /** Words for codes of reasons and components of cost that are this page's own, such as a vendor's feature's. */
  readonly words?: Readonly<Record<string, Wording>>;
  /** What it says of its examples; the kind of page says how that is checked. */
  readonly claims: readonly { readonly says: Wording }[];
  /** A program shown below the fields: a file by its path from the root. */
  readonly program?: { readonly about: Wording; readonly file: string };
}

/** A page of a guide: one feature of plans of visits, with its problems and plans. */
export interface GuidePage extends GuideTexts {
  readonly examples: readonly [GuideExample, ...GuideExample[]];
  readonly claims: readonly [GuideClaim, ...GuideClaim[]];
  /** First and last full hour of the picture; found from the plans where absent. */
  readonly hours?: readonly [from: number, to: number];
  /** Examples whose places and ways are drawn as a map below the timetables; none where absent. */
  readonly maps?: readonly string[];
}
