import { type Area, areaAtTier, type Decision, type Issue, jsonPointer, type OlderPerson, type Volunteer } from "@eldercare/core";
import { idSegment } from "../demand/idSegment.js";
import { areaPlaces, placeOf } from "../demand/placeOf.js";
import type { Place } from "../model/problem.js";
import { reportPairingIssue } from "./codes.js";
import type { PairedPerson, PairingMode, PairingVolunteer } from "./model/problem.js";

/** What `pairingFor` makes the persons and volunteers of a pairing problem of. */
export interface PairingDemand {
  /** Decisions of the rules; only those on pairing count. */
  readonly decisions: readonly Decision[];
  /**
   * Which rules are on pairing, by their keys `<pack>/<rule>`. A decision that is undetermined does not say what it would grant:
   * without this, only rules that grant pairing to somebody else in `decisions` are known to be on pairing.
   */
  readonly rules?: Readonly<Record<string, PairingMode>>;
  readonly people: readonly OlderPerson[];
  readonly volunteers: readonly Volunteer[];
  /** Areas whose places stand in for homes without coordinates. */
  readonly areas?: readonly Area[];
}

/** A part of a pairing problem, and notes on everybody who is not in it or stands elsewhere. */
export interface DemandedPairing {
  readonly places: readonly Place[];
  readonly persons: readonly PairedPerson[];
  readonly volunteers: readonly PairingVolunteer[];
  readonly notes: readonly Issue[];
}

type Tier = "village" | "township";

const atTier = (pointer: string, seen: string, tier: Tier): Issue =>
  reportPairingIssue("PAIRING_AT_VILLAGE_PLACE", pointer, { seen, values: { "tier.zh": tier === "village" ? "村" : "乡镇", "tier.en": tier } });

/** What the rules say of one subject. */
interface Said {
  readonly granted: Set<PairingMode>;
  readonly undetermined: Set<PairingMode>;
}

function readDecisions(decisions: readonly Decision[], rules: Readonly<Record<string, PairingMode>>): ReadonlyMap<string, Said> {
  const modeOf = new Map(Object.entries(rules));
  for (const { rule, effect } of decisions) if (effect?.kind === "pairing") modeOf.set(rule, effect.mode);
  const said = new Map<string, Said>();
  for (const { rule, status, subject } of decisions) {
    const mode = modeOf.get(rule);
    if (mode === undefined || (status !== "granted" && status !== "undetermined")) continue;
    const before = said.get(subject) ?? { granted: new Set(), undetermined: new Set() };
    before[status].add(mode);
    said.set(subject, before);
  }
  return said;
}

function wishesOf({ wishes }: OlderPerson): Pick<PairedPerson, "wishes"> {
  const { caregiverSex: sex, language } = wishes ?? {};
  const known = { ...(sex === undefined || sex === null ? {} : { sex }), ...(language === undefined || language === null ? {} : { language }) };
  return Object.keys(known).length === 0 ? {} : { wishes: known };
}

function placeOfVolunteer(volunteer: Volunteer, areas: ReturnType<typeof areaPlaces>): { readonly place: Place; readonly tier?: Tier } | undefined {
  const { place, area, id } = volunteer;
  if (place !== undefined) return { place: { id: `volunteer/${idSegment(id)}/home`, lng: place.lng, lat: place.lat } };
  for (const tier of ["village", "township"] as const) {
    const code = areaAtTier(area, tier);
    const at = code === undefined ? undefined : areas.get(code);
    if (code !== undefined && at !== undefined) return { place: { id: `area/${code}/homes`, ...at }, tier };
  }
  return undefined;
}

function volunteerOf({ id, birthDate, healthy, capacity, hoursPerWeek, groups }: Volunteer, place: string): PairingVolunteer {
  return {
    id,
    place,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(healthy === undefined ? {} : { healthy }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
    ...(groups === undefined ? {} : { groups: [...groups] }),
  };
}

/**
 * The persons and volunteers of a pairing problem, from what the rules have decided and from the registers: whoever is granted
 * one-to-one pairing, else grid pairing (“其他”老年人).
 *
 * Limits, weights, present partners and priorities are for the caller to add. Where a home has no coordinates its village's or
 * township's place is used, with a note; nobody is lost silently. Who is herself a volunteer is barred from herself.
 *
 * @returns places, persons and volunteers in the order given, and notes: `PAIRED_TWICE_BY_RULES`, `PAIRING_UNDETERMINED`,
 * `PAIRING_WITHOUT_PLACE`, `PAIRING_AT_VILLAGE_PLACE`, `PAIRING_OF_UNKNOWN_PERSON`, `PAIRING_OF_THE_DEAD`
 * @example
 * pairingFor({ decisions: pairingDecisions, people, volunteers }).persons //=> [{ id: "p-17", place: "person/p-17/home", mode: "oneToOne" }]
 * Source: CK-2.7-b, CK-2.7-d.
 */
export function pairingFor({ decisions, people, volunteers, areas = [], rules = {} }: PairingDemand): DemandedPairing {
  const known = areaPlaces(areas);
  const places = new Map<string, Place>();
  const notes: Issue[] = [];
  const helping = new Set(volunteers.map(({ id }) => id));
  const said = readDecisions(decisions, rules);
  const persons = people.flatMap((person, row): PairedPerson[] => {
    const about = said.get(person.id);
    if (about === undefined) return [];
    const { granted, undetermined } = about;
    const pointer = jsonPointer(["people", row]);
    const note = (code: Parameters<typeof reportPairingIssue>[0]): PairedPerson[] => {
      notes.push(reportPairingIssue(code, pointer, { seen: person.id }));
      return [];
    };
    if (typeof person.died === "string") return note("PAIRING_OF_THE_DEAD");
    // whoever may be a key person is not put into a grid before that is settled
    if (!granted.has("oneToOne") && (undetermined.has("oneToOne") || !granted.has("grid"))) return note("PAIRING_UNDETERMINED");
    if (granted.has("oneToOne") && granted.has("grid")) note("PAIRED_TWICE_BY_RULES");
    const found = placeOf(person, known);
    if (found === undefined) return note("PAIRING_WITHOUT_PLACE");
    if (found.tier !== undefined) notes.push(atTier(pointer, person.id, found.tier));
    places.set(found.place.id, found.place);
    const bars = helping.has(person.id) ? { bars: [person.id] } : {};
    return [{ id: person.id, place: found.place.id, mode: granted.has("oneToOne") ? "oneToOne" : "grid", ...wishesOf(person), ...bars }];
  });
  const ids = new Set(people.map(({ id }) => id));
  for (const subject of said.keys())
    if (!ids.has(subject)) notes.push(reportPairingIssue("PAIRING_OF_UNKNOWN_PERSON", "/decisions", { seen: subject }));
  const helpers = volunteers.flatMap((volunteer, row): PairingVolunteer[] => {
    const pointer = jsonPointer(["volunteers", row]);
    const found = placeOfVolunteer(volunteer, known);
    if (found === undefined) {
      notes.push(reportPairingIssue("PAIRING_WITHOUT_PLACE", pointer, { seen: volunteer.id }));
      return [];
    }
    if (found.tier !== undefined) notes.push(atTier(pointer, volunteer.id, found.tier));
    places.set(found.place.id, found.place);
    return [volunteerOf(volunteer, found.place.id)];
  });
  return { places: [...places.values()], persons, volunteers: helpers, notes };
}
