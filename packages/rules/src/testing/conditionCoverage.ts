import type { Issue, SubjectKind, Wording } from "@eldercare/core";
import { compileTruth } from "../logic/closures.js";
import { booleanType, type Join, type Node } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import type { Scope } from "../logic/scope.js";
import { FALSE, TRUE, type Truth } from "../logic/value.js";
import { joinSubject, ownJoins } from "../logic/vocabulary.js";
import { parametersOn } from "../pack/parametersOn.js";
import { reportTesting } from "./codes.js";
import { type LogicPlace, logicPlaces, partsOfLogic, pointerOf } from "./logicPlaces.js";
import type { CaseScope, PackUnderTest } from "./packUnderTest.js";

/** How many parts of conditions the cases show both true and false. */
export interface ConditionCoverage {
  /** Operands of `and` and `or`, and conditions of `if`. */
  readonly parts: number;
  readonly seenBothWays: number;
  /** What was never seen, in the order of the pack; pointers lead into the pack. */
  readonly unseen: readonly Issue[];
}

/** A part of a condition, and what the cases made of it. */
interface Part {
  readonly place: LogicPlace;
  readonly pointer: string;
  readonly logic: unknown;
  readonly node: Node;
  readonly seen: Set<Truth>;
}

const deciding: Readonly<Record<string, (index: number) => boolean>> = { and: () => true, or: () => true, if: (index) => index === 0 };

function partsOf(test: PackUnderTest): Part[] {
  // a word that no rule of the pack reads is defined for packs that stand on it, and shown by their cases
  const isRead = ({ owner }: LogicPlace): boolean => "rule" in owner || test.rulesReading(({ facts }) => facts.has(owner.fact)).length > 0;
  return logicPlaces(test.pack, test.context.chain)
    .filter(isRead)
    .flatMap((place) =>
      partsOfLogic(place.logic, place.path)
        // what stands inside a list is about its members, of whom there may be many
        .filter(({ withinList }) => !withinList)
        .flatMap(({ operator, args, argPaths }) =>
          args.flatMap((logic, index): Part[] => {
            if (deciding[operator]?.(index) !== true) return [];
            const node = parseLogic(logic, booleanType, "", test.context.meaning.of(place.subject), []);
            return node === undefined ? [] : [{ place, pointer: pointerOf(argPaths[index] ?? place.path), logic, node, seen: new Set() }];
          }),
        ),
    );
}

/** The records of a kind that a question leads to: itself, those it is joined to, the facilities around it. */
function recordsOf(kind: SubjectKind, scope: Scope): Scope[] {
  if (kind === scope.subject) return [scope];
  if (kind === "facility" && scope.area !== undefined)
    return scope.index.facilitiesIn(scope.area).map((facility) => scope.about(kind, facility as unknown as Scope["record"]));
  return ownJoins(scope.subject).flatMap((join: Join) => {
    const record = joinSubject[join] === kind ? scope.joined(join) : undefined;
    return record === undefined ? [] : [scope.about(kind, record)];
  });
}

function concerns({ place: { owner } }: Part, { situation: { expect } }: CaseScope, test: PackUnderTest): boolean {
  const asked = Object.keys(expect).map((rule) => test.keyOf(rule));
  if ("rule" in owner) return asked.includes(owner.rule);
  return asked.some((rule) => test.readsOf(rule)?.facts.has(owner.fact) === true);
}

const answers: readonly (readonly [Truth, Wording])[] = [
  [TRUE, { zh: "是", en: "true" }],
  [FALSE, { zh: "否", en: "false" }],
];

/** Which operands of `and` and `or`, and which conditions of `if`, the cases show true, and which false. */
export function conditionCoverage(test: PackUnderTest): ConditionCoverage {
  const parts = partsOf(test);
  for (const asked of test.cases) {
    if (!asked.speaks) continue;
    const overlays = asked.overlay === undefined ? [] : [asked.overlay];
    const { all } = parametersOn(test.context.chain, overlays, asked.scope.on);
    for (const part of parts)
      if (part.seen.size < answers.length && concerns(part, asked, test))
        for (const record of recordsOf(part.place.subject, asked.scope)) {
          const truth = compileTruth(part.node, all)(record);
          if (truth === TRUE || truth === FALSE) part.seen.add(truth);
        }
  }
  const unseen = parts.flatMap(({ pointer, logic, seen }) =>
    answers.flatMap(([truth, answer]) =>
      seen.has(truth)
        ? []
        : [reportTesting("CONDITION_UNSEEN", pointer, { seen: logic, values: { "answer.zh": answer.zh, "answer.en": answer.en } })],
    ),
  );
  return { parts: parts.length, seenBothWays: parts.filter(({ seen }) => seen.size === answers.length).length, unseen };
}
