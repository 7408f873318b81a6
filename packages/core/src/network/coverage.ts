import { type AreaCode, areaAtTier, isInside, tierDigits } from "../area/areaCode.js";
import { tierTitle } from "../area/tierTitle.js";
import { printInterval } from "../counting/comparison.js";
import type { Counted, Step } from "../counting/result.js";
import { stateOn } from "../facility/stateOn.js";
import { rational } from "../money/rational.js";
import { checkCoverage } from "./coverageCheck.js";
import { coverageOrphans } from "./coverageOrphans.js";
import type { Coverage, CoverageExpectation, NamedArea, NetworkCoverageQuestion, TierCoverage } from "./coverageQuestion.js";

type Row = NetworkCoverageQuestion["facilities"][number];

/** Whether a facility counts; undefined where the record does not say what state it was in. */
function counts(facility: Row, counting: NetworkCoverageQuestion["counting"]): boolean | undefined {
  if (counting === undefined) return true;
  const state = stateOn(facility, counting.on);
  return state === undefined ? undefined : counting.states.includes(state);
}

/** The areas that each facility serves: its own, those that say they host it, those it is said to serve. */
function servedAreas({ areas, facilities, serves = [] }: NetworkCoverageQuestion): ReadonlyMap<string, readonly AreaCode[]> {
  const served = new Map(facilities.map(({ id }) => [id, [] as AreaCode[]]));
  for (const { code, hosts = [] } of areas) for (const id of hosts) served.get(id)?.push(code);
  for (const { facility, areas: codes } of serves) served.get(facility)?.push(...codes);
  return served;
}

function coverTier(
  { areas, facilities, counting, naming }: NetworkCoverageQuestion,
  { tier, kinds, targetFacilities }: CoverageExpectation,
  served: ReadonlyMap<string, readonly AreaCode[]>,
): TierCoverage {
  const units = areas
    .filter((area) => area.tier === tier)
    .map(({ code, name }): NamedArea => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const named = facilities
    .filter(({ kind }) => kinds.includes(kind))
    .map((facility) => ({ facility, counted: counts(facility, counting) }))
    .filter(({ counted }) => counted !== false);
  const surely = new Set<AreaCode>();
  const perhaps = new Set<AreaCode>();
  for (const { facility, counted } of named) {
    const reached = counted === true ? surely : perhaps;
    const cover = (area: AreaCode): void => {
      const unit = areaAtTier(area, tier);
      if (unit !== undefined) reached.add(unit);
    };
    cover(facility.area);
    for (const area of served.get(facility.id) ?? []) {
      // who is said to serve a township serves each of its villages; one that merely stands in it does not
      if (area.length < tierDigits[tier]) for (const { code } of units) if (isInside(code, area)) cover(code);
      cover(area);
    }
  }
  const covered = units.filter(({ code }) => surely.has(code)).length;
  const undetermined = units.filter(({ code }) => !surely.has(code) && perhaps.has(code));
  const shareOf = (count: number) => rational(BigInt(count), BigInt(units.length));
  return {
    tier,
    title: tierTitle(tier, naming),
    kinds,
    units: units.length,
    covered,
    ...(units.length === 0 ? {} : { share: { least: shareOf(covered), most: shareOf(covered + undetermined.length) } }),
    missing: units.filter(({ code }) => !surely.has(code) && !perhaps.has(code)),
    undetermined,
    namedFacilities: named.length,
    ...(targetFacilities === undefined ? {} : { targetFacilities, unnamedFacilities: Math.max(0, targetFacilities - named.length) }),
  };
}

function stepsOf({ title, units, covered, share, undetermined, namedFacilities, targetFacilities, unnamedFacilities }: TierCoverage): Step[] {
  const open = undetermined.length;
  const reach = {
    zh: `${title.zh}级：已覆盖 ${covered} 个${open === 0 ? "" : `（另有 ${open} 个待定）`} ÷ 共 ${units} 个`,
    en: `${title.en}: ${covered} covered${open === 0 ? "" : ` (and ${open} open)`} ÷ ${units}`,
    value: share === undefined ? "—" : printInterval(share),
  };
  if (unnamedFacilities === undefined) return [reach];
  const named = {
    zh: `${title.zh}级：目标 ${targetFacilities} 个 − 已列名 ${namedFacilities} 个`,
    en: `${title.en}: ${targetFacilities} targeted − ${namedFacilities} named`,
    value: String(unnamedFacilities),
  };
  return [reach, named];
}

/**
 * How far a network of facilities covers its areas, tier by tier: which areas have what is expected of them, which have not,
 * how many facilities a document asks for without naming them, and which facilities hang from nothing.
 *
 * A facility covers the area that it stands in, the areas that host it, and those that it is said to serve jointly. Where its
 * state is asked for and not recorded, its areas are neither covered nor missing: the share then has bounds.
 *
 * @returns coverage in areas and exact shares, one entry for each expectation in their order
 * @throws EldercareError DUPLICATE_ID, REFERENCE_NOT_FOUND, EMPTY_LIST, NOT_A_DATE, NOT_A_NUMBER, NOT_A_WHOLE_NUMBER, OUT_OF_RANGE
 * Source: CK-1.1-a, CL-2.3.8-c, IM-1-a (three tiers), NY-2-b (five levels), IM-1-e (联合建设), CK-1.3-e, CK-2.5-g.
 * @example
 * coverage({ areas: [{ code: "500229103", name: "synthetic A", tier: "township" }, { code: "500229104", name: "synthetic B", tier: "township" }], facilities: [{ id: "f-1", kind: "townshipCareCentre", area: "500229103" }], expectations: [{ tier: "township", kinds: ["townshipCareCentre"] }], naming: "han", clauses: ["CK-1.1-k"] }).value.tiers[0].missing //=> [{ code: "500229104", name: "synthetic B" }]
 */
export function coverage(question: NetworkCoverageQuestion): Counted<Coverage> {
  checkCoverage(question);
  const served = servedAreas(question);
  const tiers = question.expectations.map((expectation) => coverTier(question, expectation, served));
  const orphans = coverageOrphans(question);
  const hanging = { zh: "区划或主管设施不存在的设施", en: "facilities whose area or manager does not exist" };
  const steps = [...tiers.flatMap(stepsOf), { ...hanging, value: String(new Set(orphans.map(({ facility }) => facility)).size) }];
  return { value: { tiers, orphans }, unit: "area", steps, clauses: question.clauses };
}
