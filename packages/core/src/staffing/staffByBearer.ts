import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { jsonPointer } from "../errors/issue.js";

/** How many staff each bearer of cost is to provide, and who there is. */
export interface BearerQuestion {
  /** Members of staff with the kind of their post; absent where unknown. */
  readonly staff: readonly { readonly id: string; readonly post?: string }[];
  /** Who bears a kind of post: `{ publicWelfare: "county", establishment: "county", volunteer: "none" }`; a kind left out may be anybody's. */
  readonly bearers: Readonly<Record<string, string>>;
  /** Posts that each bearer is to provide, in persons. */
  readonly planned: Readonly<Record<string, number>>;
  readonly clauses: readonly string[];
}

/** The posts of one bearer, in persons. */
export interface BearerPosts {
  readonly bearer: string;
  readonly planned: number;
  /** Staff whose posts are known to be borne by it, and how many more there may be. */
  readonly present: number;
  readonly presentAtMost: number;
  readonly state: "met" | "short" | "undetermined";
}

/** Posts by bearer, and those whose bearer is not known. */
export interface PostsByBearer {
  readonly bearers: readonly BearerPosts[];
  /** Staff whose post is unknown, or of a kind of which the data does not say who bears it. */
  readonly unassigned: readonly string[];
}

/**
 * Whether each bearer of cost provides the posts that it is to provide: a post of which it is not known who bears it may be
 * anybody's.
 *
 * @returns persons by bearer, in the order of their names
 * @throws EldercareError where a number is not whole or an id occurs twice
 * @example
 * const staff = [{ id: "c-1", post: "publicWelfare" }, { id: "c-2", post: "contract" }];
 * const question = { staff, bearers: { publicWelfare: "county", contract: "operator" }, planned: { county: 1, operator: 2 }, clauses: ["NY-3.2.4-b"] };
 * staffByBearer(question).value.bearers.map(({ bearer, state }) => [bearer, state]) //=> [["county", "met"], ["operator", "short"]]
 * Source: NY-3.2.4-b, CK-2.5-i, CK-1.3-a.
 */
export function staffByBearer({ staff, bearers, planned, clauses }: BearerQuestion): Counted<PostsByBearer> {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/staff/${index}/id`,
    staff.map(({ id }) => id),
  );
  for (const [bearer, posts] of Object.entries(planned)) check.whole(jsonPointer(["planned", bearer]), posts);
  check.done();
  const bearerOf = (post: string | undefined): string | undefined => (post !== undefined && Object.hasOwn(bearers, post) ? bearers[post] : undefined);
  const unassigned = staff.filter(({ post }) => bearerOf(post) === undefined).map(({ id }) => id);
  const names = [...new Set([...Object.values(bearers), ...Object.keys(planned)])].sort();
  const counted = names.map((bearer): BearerPosts => {
    const present = staff.filter(({ post }) => bearerOf(post) === bearer).length;
    const wanted = Object.hasOwn(planned, bearer) ? (planned[bearer] ?? 0) : 0;
    const presentAtMost = present + unassigned.length;
    return { bearer, planned: wanted, present, presentAtMost, state: present >= wanted ? "met" : presentAtMost < wanted ? "short" : "undetermined" };
  });
  const steps = counted.map(({ bearer, planned: wanted, present, presentAtMost }) => ({
    zh: `${bearer}：应有 ${wanted} 人，实有`,
    en: `${bearer}: ${wanted} planned, present`,
    value: printBounds({ least: present, most: presentAtMost }),
  }));
  return { value: { bearers: counted, unassigned: unassigned.sort() }, unit: "person", steps, clauses };
}
