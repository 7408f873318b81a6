import type { Area, Decision, Issue, OlderPerson, ServiceCatalogue } from "@eldercare/core";
import { EldercareError, jsonPointer } from "@eldercare/core";
import type { History } from "../model/history.js";
import type { Link } from "../model/link.js";
import type { Pattern } from "../model/pattern.js";
import type { Place } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { checkLastVisits, checkServices, type LastVisits } from "./checkDemand.js";
import { dueServicesIn } from "./dueServices.js";
import { readGrants } from "./grants.js";
import { noteOn, notesOnDue, notesOnHome } from "./notesOnDue.js";
import { notesOnGrants } from "./notesOnGrants.js";
import { personVisits } from "./personVisits.js";
import { areaPlaces, placeOf } from "./placeOf.js";
import { rhythmOf } from "./rhythmOf.js";
import type { Period } from "./slots.js";

/** What was before a period: `faces` goes on to the problem, `lastVisits` says by person and service when it was last made. */
export interface DemandHistory extends History {
  readonly lastVisits?: LastVisits;
}

/** What `visitsFor` makes visits of. */
export interface Demand {
  /** Decisions of the rules; only granted services count. */
  readonly decisions: readonly Decision[];
  readonly people: readonly OlderPerson[];
  readonly catalogue: ServiceCatalogue;
  /** What has been, as far as it is known. */
  readonly history?: DemandHistory;
  /** Days to be planned, both ends included. */
  readonly period: Period;
  /** Areas whose places stand in for homes without coordinates. */
  readonly areas?: readonly Area[];
}

/** A part of a problem: visits with their places and what binds them, and notes on everything that made none or went elsewhere. */
export interface DemandedVisits {
  readonly places: readonly Place[];
  readonly visits: readonly Visit[];
  /** `together` where several caregivers come at once, `spacing` where the catalogue asks for it. */
  readonly links: readonly Link[];
  readonly patterns: readonly Pattern[];
  /** The faces that those visited have seen; absent where none are given. */
  readonly history?: History;
  readonly notes: readonly Issue[];
}

/** The faces known to those who are visited. */
function seenBy(faces: History["faces"], visits: readonly Visit[]): { readonly history?: History } {
  if (faces === undefined) return {};
  const visited = new Set(visits.map(({ person }) => person));
  return { history: { faces: Object.fromEntries(Object.entries(faces).filter(([person]) => visited.has(person))) } };
}

/**
 * The visits that granted services make due within a period, with the links and patterns that the catalogue asks of them.
 *
 * Each service is made for a person as often as the most frequent of the rules that grant it says, once and not twice. Where
 * a home has no coordinates its village's or township's place is used, with a note; where there is none either, a note says
 * that there is no visit. Nothing is lost silently.
 *
 * **When a visit is due.** A week, month or year is cut into as many parts as visits are due in it, and each part has one visit:
 * once a month is once in every calendar month, twice a month once in each half. Where `history.lastVisits` names the last one,
 * the next is due after the interval of the frequency, in the part after; it is made in the period that its due day falls into,
 * on any allowed day of that part within the period. So between the last visit of a period and the next lie at most the interval
 * and the days by which a period goes on after the due day. What fell due before the period is due in it at once, and once only,
 * with a note. Where no last visit is named, due days are staggered by person, so that the load is even.
 *
 * **Who comes at once.** Where a service takes several caregivers, each has a visit of their own (`…/1/1`, `…/1/2`) in a `together`
 * link. All need the service's skills and certificates; its equipment and goods are brought by the first. `needsOfEach` says
 * otherwise.
 *
 * **Over the days.** `spacing` and `pattern` of a service become links and patterns among its visits to one person in the period.
 * A link cannot reach into another period: of the period before, only the least days since `lastVisits` are kept.
 * What the days on which visits are due do not allow is not asked for, with a note.
 *
 * **What must be made.** Visits are required where the catalogue says so: `always`, or `byModality` those that rules of modality
 * `required` ask for: where another rule grants more, with the last visit known as many as theirs make due, else the first in each
 * of their parts of a week, month or year. Services answered on call, and those to which people are fetched, make none, with a note.
 *
 * @returns places, visits, links and patterns for a problem, in the order of `people` and of the catalogue, and notes (severity
 * `note`): `VISIT_AT_VILLAGE_PLACE`, `VISIT_WITHOUT_PLACE`, `SERVICE_NOT_IN_CATALOGUE`, `FREQUENCY_OPEN`,
 * `GRANTED_TO_UNKNOWN_PERSON`, `MORE_VISITS_THAN_DAYS`, `VISIT_OVERDUE`, `SPACING_NOT_ASKED`, `WEEKDAY_NOT_ASKED`,
 * `ANSWERED_ON_CALL`, `FETCHED_TO_SERVICE`
 * @throws EldercareError WRONG_TYPE, NOT_A_DATE, LAST_VISIT_AFTER_PERIOD in the last visits; NEEDS_OF_EACH_DIFFER, DAYS_UPSIDE_DOWN in the
 * catalogue: every issue at once
 * @example
 * visitsFor({ decisions, people, catalogue, period: { from: "2026-11-23", to: "2026-11-29" } }).visits[0].id //=> "p-17/bathing/1"
 * const history = { lastVisits: { "p-17": { bathing: "2026-11-23" } } };
 * visitsFor({ decisions, people, catalogue, history, period: { from: "2026-11-23", to: "2026-11-29" } }).visits.map(({ when }) => when.dates)
 * //=> [["2026-11-25", "2026-11-26", "2026-11-27"]]
 */
export function visitsFor({ decisions, people, catalogue, history = {}, period, areas = [] }: Demand): DemandedVisits {
  const { lastVisits = {}, faces } = history;
  const issues = [...checkLastVisits(lastVisits, period), ...checkServices(catalogue)];
  if (issues.length > 0) throw new EldercareError(issues);
  const grants = readGrants(decisions, new Map(catalogue.services.map((service) => [service.id, service])));
  const dueTo = dueServicesIn(period, catalogue, lastVisits);
  const known = areaPlaces(areas);
  const places = new Map<string, Place>();
  const [visits, links, patterns, notes]: [Visit[], Link[], Pattern[], Issue[]] = [[], [], [], []];
  for (const [row, person] of people.entries()) {
    const granted = grants.of.get(person.id);
    const due = granted === undefined ? [] : dueTo(person, granted);
    if (due.length === 0) continue;
    const home = placeOf(person, known);
    for (const each of due) {
      notes.push(...notesOnDue(person, row, each, home !== undefined));
      if (home === undefined) continue;
      const rhythm = rhythmOf(each);
      notes.push(...rhythm.notes.map((code) => noteOn(code, person, each.service, jsonPointer(["people", row]))));
      const made = personVisits(person, each, home.place.id, rhythm);
      visits.push(...made.visits);
      links.push(...made.links);
      patterns.push(...made.patterns);
    }
    if (home === undefined) continue;
    places.set(home.place.id, home.place);
    notes.push(...notesOnHome(person, row, home));
  }
  notes.push(...notesOnGrants(grants, people, catalogue));
  return { places: [...places.values()], visits, links, patterns, ...seenBy(faces, visits), notes };
}
