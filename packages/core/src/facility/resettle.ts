import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { reportIssue } from "../errors/codes.js";
import { jsonPointer } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { byText } from "../progress/verdict.js";

/** What was decided about a home: 保留、改造提升、撤并. */
export type HomeDecision = "keep" | "upgrade" | "close";

/** Residents who live together; a group that is kept together moves as one. */
export interface ResidentGroup {
  readonly id: string;
  /** Whole, at least 1. */
  readonly persons: number;
  readonly keepTogether: boolean;
}

/** A home before the resettlement. */
export interface HomeToDecide {
  readonly id: string;
  /** Absent where it is not decided: nobody leaves it and nobody is sent there. */
  readonly decision?: HomeDecision;
  /** Beds that the home has, after its upgrading where there is one; absent where unknown: nobody is sent there. */
  readonly beds?: number;
  readonly groups: readonly ResidentGroup[];
}

/** Homes, and how far they lie apart. */
export interface ResettlementQuestion {
  readonly homes: readonly HomeToDecide[];
  /** Road distance in metres; `Infinity` where there is no road, undefined where its length is unknown: nobody is sent that way. */
  readonly distanceMetres: (from: string, to: string) => number | undefined;
  /** Ids of closing homes in the order in which their residents choose; those not named follow by id. */
  readonly first?: readonly string[];
  readonly clauses: readonly string[];
}

/** Residents of a group who move, or who find no bed. */
export interface Move {
  readonly group: string;
  readonly from: string;
  readonly to: string;
  readonly persons: number;
  readonly distanceMetres: number;
}

/** Who moves where, and for whom beds must be added. */
export interface Resettlement {
  readonly moves: readonly Move[];
  readonly unplaced: readonly Omit<Move, "to" | "distanceMetres">[];
  /** Residents of closing homes: those who move and those who are not placed. */
  readonly residents: number;
  readonly moved: number;
  /** Beds that must be added (补建) for those who are not placed, by what is known. */
  readonly replacementBeds: number;
  /** Beds that must be added whatever the unknown decisions, beds and ways turn out to be. */
  readonly replacementBedsAtLeast: number;
  /** Ids of homes left out because their decision or their beds are unknown. */
  readonly undetermined: readonly string[];
  /** Ways of unknown length from closing homes to homes with free beds. */
  readonly unknownWays: readonly { readonly from: string; readonly to: string }[];
}

const personsIn = (groups: readonly ResidentGroup[]): number => groups.reduce((sum, { persons }) => sum + persons, 0);

/**
 * Finds new homes for the residents of homes that close: each group in turn goes to the nearest home with enough free beds,
 * a group that may be split fills the nearest ones. It is the rule that people can follow on a map, not a search for the
 * shortest sum of all ways: who chooses first, chooses best.
 *
 * @param question.distanceMetres asked for each closing home and each home with beds
 * @returns moves in the order made, everyone accounted for: moved + unplaced = residents of closing homes; what is unknown and
 * could find more of them a bed is named
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_WHOLE_NUMBER`, `NOT_A_NUMBER`, `OUT_OF_RANGE`, `REFERENCE_NOT_FOUND`
 * @example
 * const homes = [{ id: "a", decision: "close", beds: 20, groups: [{ id: "a-1", persons: 9, keepTogether: true }] }, { id: "b", decision: "upgrade", beds: 30, groups: [{ id: "b-1", persons: 18, keepTogether: false }] }];
 * resettle({ homes, distanceMetres: () => 8200, clauses: ["CK-2.2-d"] }).value.moves //=> [{ group: "a-1", from: "a", to: "b", persons: 9, distanceMetres: 8200 }]
 * Source: CK-2.2-c, CK-2.2-d, CK-2.2-e.
 */
export function resettle({ homes, distanceMetres, first = [], clauses }: ResettlementQuestion): Counted<Resettlement> {
  checkHomes(homes, first);
  const rank = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length);
  const closing = homes.filter(({ decision }) => decision === "close").sort((a, b) => rank(a.id) - rank(b.id) || byText(a.id, b.id));
  const open = homes.filter(({ decision }) => decision === "keep" || decision === "upgrade");
  const free = new Map(open.flatMap(({ id, beds, groups }) => (beds === undefined ? [] : [[id, Math.max(0, beds - personsIn(groups))] as const])));
  const moves: Move[] = [];
  const unplaced: Omit<Move, "to" | "distanceMetres">[] = [];
  const roads = closing.map((home) => ({ home, ...waysFrom(home.id, [...free.keys()], distanceMetres) }));
  const unknownWays = roads.flatMap(({ home, unmeasured }) =>
    unmeasured.filter((to) => (free.get(to) ?? 0) > 0).map((to) => ({ from: home.id, to })),
  );
  const undetermined = homes
    .filter(({ decision, beds }) => decision === undefined || (decision !== "close" && beds === undefined))
    .map(({ id }) => id);
  const roomLeft = [...free.values()].reduce((sum, beds) => sum + beds, 0);
  for (const { home, near } of roads) {
    for (const group of [...home.groups].sort((a, b) => byText(a.id, b.id))) {
      let left = group.persons;
      for (const { id, metres } of near) {
        const beds = free.get(id) ?? 0;
        const persons = group.keepTogether && beds < left ? 0 : Math.min(beds, left);
        if (persons === 0) continue;
        moves.push({ group: group.id, from: home.id, to: id, persons, distanceMetres: metres });
        free.set(id, beds - persons);
        left -= persons;
      }
      if (left > 0) unplaced.push({ group: group.id, from: home.id, persons: left });
    }
  }
  const residents = closing.reduce((sum, { groups }) => sum + personsIn(groups), 0);
  const replacementBeds = unplaced.reduce((sum, { persons }) => sum + persons, 0);
  // what is unknown may make room for everyone, or let the beds there are be reached
  const isOpen = undetermined.some((to) => closing.some(({ id }) => distanceMetres(id, to) !== Number.POSITIVE_INFINITY));
  const replacementBedsAtLeast = isOpen ? 0 : unknownWays.length > 0 ? Math.max(0, residents - roomLeft) : replacementBeds;
  return {
    value: {
      moves,
      unplaced,
      residents,
      moved: residents - replacementBeds,
      replacementBeds,
      replacementBedsAtLeast,
      undetermined: undetermined.sort(),
      unknownWays,
    },
    unit: "person",
    steps: [
      ...moves.map(({ group, from, to, persons, distanceMetres: metres }) => ({
        zh: `${from} 的 ${group} 到 ${to}（${metres} 米）`,
        en: `${group} of ${from} to ${to} (${metres} m)`,
        value: String(persons),
      })),
      {
        zh: `撤并院共 ${residents} 人 − 已安置 ${residents - replacementBeds} 人，需补建床位`,
        en: `${residents} residents − ${residents - replacementBeds} placed, beds to be added`,
        value: printBounds({ least: replacementBedsAtLeast, most: replacementBeds }),
      },
    ],
    clauses,
  };
}

/** The homes that can be reached, the nearest first, then by id; and those of which nobody knows how far they are. */
function waysFrom(from: string, homes: readonly string[], distanceMetres: ResettlementQuestion["distanceMetres"]) {
  const ways = homes.map((id) => ({ id, metres: distanceMetres(from, id) }));
  const check = new QuestionCheck();
  for (const { id, metres } of ways) {
    if (metres === undefined) continue;
    const pointer = `/distanceMetres${jsonPointer([from, id])}`;
    if (Number.isNaN(metres)) check.add(reportIssue("NOT_A_NUMBER", pointer, { seen: metres }));
    else if (metres < 0) check.add(reportIssue("OUT_OF_RANGE", pointer, { seen: metres, values: { expected: "0–" } }));
  }
  check.done();
  const near = ways.flatMap(({ id, metres }) => (metres === undefined || metres === Number.POSITIVE_INFINITY ? [] : [{ id, metres }]));
  near.sort((a, b) => a.metres - b.metres || byText(a.id, b.id));
  const unmeasured = ways.filter(({ metres }) => metres === undefined).map(({ id }) => id);
  return { near, unmeasured: unmeasured.sort(byText) };
}

function checkHomes(homes: readonly HomeToDecide[], first: readonly string[]): void {
  const check = new QuestionCheck();
  const known = new Set(homes.map(({ id }) => id));
  for (const [index, id] of first.entries()) if (!known.has(id)) check.add(reportMissing("home", `/first/${index}`, id));
  check.unique(
    (index) => `/homes/${index}/id`,
    homes.map(({ id }) => id),
  );
  for (const [index, { beds, groups }] of homes.entries()) {
    if (beds !== undefined) check.whole(`/homes/${index}/beds`, beds);
    check.unique(
      (nth) => `/homes/${index}/groups/${nth}/id`,
      groups.map(({ id }) => id),
    );
    for (const [nth, { persons }] of groups.entries()) check.whole(`/homes/${index}/groups/${nth}/persons`, persons, { least: 1 });
  }
  check.done();
}
