import type { Steps } from "../../model/steps.js";
import type { PairingReason, PairingRelaxation, Unpaired } from "../model/pairing.js";
import { type PairingReasonCode, pairingReasons } from "../model/reasons.js";
import { type Clash, clashesOf, membersOf } from "../search/clashes.js";
import type { CompiledPairing } from "../search/compilePairing.js";
import type { Market } from "../search/market.js";
import type { Solved } from "../search/optimalityOf.js";
import { betweenThem } from "./standing.js";

/** What is known of the volunteers in a mode, by row. */
export interface Volunteers {
  /** How many more persons each could have beside those he has, whatever the distances. */
  readonly spare: readonly number[];
  /** Why each cannot be paired, whoever the person. */
  readonly standing: readonly (readonly PairingReasonCode[])[];
}

/**
 * The volunteers who have room, or could make room by others moving on, each to another volunteer who is allowed: who could
 * be paired with one more person although nobody is left out for it. In grids nobody is moved.
 */
function roomMakers(market: Market, members: readonly (readonly number[])[], spare: readonly number[]): Uint8Array {
  const { startOf, pairsOf, personOf, mode } = market;
  const makes = new Uint8Array(spare.length);
  const queue: number[] = [];
  const add = (j: number): void => {
    if (makes[j] === 1) return;
    makes[j] = 1;
    queue.push(j);
  };
  const withWhom = new Int32Array(market.persons.length).fill(-1);
  for (const [j, of] of members.entries()) for (const i of of) withWhom[i] = j;
  for (const [j, of] of members.entries()) if ((spare[j] ?? 0) > 0 && (mode === "oneToOne" || of.length > 0)) add(j);
  if (mode === "grid") return makes;
  // whoever may go to a maker of room makes room where she is
  for (let j = queue.pop(); j !== undefined; j = queue.pop())
    for (let at = startOf[j] ?? 0; at < (startOf[j + 1] ?? 0); at++) {
      const from = withWhom[personOf[pairsOf[at] ?? -1] ?? -1] ?? -1;
      if (from >= 0) add(from);
    }
  return makes;
}

type Near<Kind> = { readonly volunteer: string; readonly metres: number; readonly relaxation: Kind } | undefined;

/** Looks at one person after another who is left unpaired in a mode. */
class Unfinished {
  private readonly members: readonly (readonly number[])[];
  private readonly makes: Uint8Array;
  private readonly clash: Clash;

  constructor(
    private readonly compiled: CompiledPairing,
    private readonly solved: Solved,
    private readonly volunteers: Volunteers,
  ) {
    const { market, pairOf } = solved;
    this.members = membersOf(market, pairOf);
    this.makes = roomMakers(market, this.members, volunteers.spare);
    this.clash = clashesOf(compiled, market);
  }

  private tooWide(i: number, j: number): boolean {
    const { clash } = this;
    return clash !== undefined && (this.members[j] ?? []).some((other) => clash(i, other));
  }

  /** Whether a leader could have a grid with a person in it at all: as many persons as a grid needs are near enough to both. */
  private gathers(i: number, j: number): boolean {
    const { startOf, pairsOf, personOf, least } = this.solved.market;
    let many = 0;
    for (let at = startOf[j] ?? 0; at < (startOf[j + 1] ?? 0); at++) {
      const other = personOf[pairsOf[at] ?? -1] ?? -1;
      if (other === i || this.clash?.(i, other) !== true) many++;
    }
    return many >= least;
  }

  /** Why a volunteer who is allowed does not have a person in this pairing. */
  private inThisPairing(i: number, j: number): PairingReasonCode {
    const many = this.members[j]?.length ?? 0;
    const isGrid = this.solved.market.mode === "grid";
    if (isGrid && !this.gathers(i, j)) return "GRID_TOO_SMALL";
    if (isGrid && many === 0) return "NO_GRID";
    if ((this.volunteers.spare[j] ?? 0) === 0) return "FULL";
    return this.tooWide(i, j) ? "GRID_TOO_WIDE" : "NOT_CHOSEN";
  }

  explain(i: number): Unpaired | undefined {
    const { compiled, solved } = this;
    const { mode, persons } = solved.market;
    const person = compiled.persons[persons[i] ?? -1];
    if (person === undefined) return undefined;
    const found = new Map<PairingReasonCode, PairingReason>();
    let nearest: Near<PairingRelaxation>;
    let fullest: Near<PairingRelaxation>;
    let possible = false;
    for (const [j, { id: volunteer, place }] of compiled.volunteers.entries()) {
      const metres = compiled.distance(place, person.place);
      const codes = betweenThem(compiled, person, j, this.volunteers.standing[j] ?? []);
      const code = codes[0] ?? this.inThisPairing(i, j);
      possible ||= codes.length === 0 && code !== "GRID_TOO_SMALL";
      count(found, code, volunteer, metres);
      if (codes.length > 1) continue;
      const many = this.members[j]?.length ?? 0;
      const fits = mode === "oneToOne" || (many > 0 && !this.tooWide(i, j));
      if (code === "TOO_FAR" && fits && this.makes[j] === 1 && metres < (nearest?.metres ?? Number.POSITIVE_INFINITY))
        nearest = { volunteer, metres, relaxation: { kind: "distance", volunteer, longestMetres: metres } };
      const isFull = code === "FULL" || (code === "NO_CAPACITY" && mode === "oneToOne");
      if (isFull && fits && metres < (fullest?.metres ?? Number.POSITIVE_INFINITY))
        fullest = { volunteer, metres, relaxation: { kind: "load", volunteer, persons: many + 1 } };
    }
    return {
      person: person.id,
      mode,
      kind: !possible ? "impossible" : solved.finished ? "crowdedOut" : "stopped",
      reasons: [...found.values()].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
      relax: [nearest, fullest].flatMap((each) => (each === undefined ? [] : [each.relaxation])),
    };
  }
}

const order = Object.keys(pairingReasons);

/** Counts a volunteer under a reason. */
function count(found: Map<PairingReasonCode, PairingReason>, code: PairingReasonCode, volunteer: string, metres: number): void {
  const before = found.get(code);
  const nearestMetres = metres === Number.POSITIVE_INFINITY ? null : metres;
  const isNearer = before === undefined || metres < (before.nearestMetres ?? Number.POSITIVE_INFINITY);
  const nearest = isNearer ? { nearest: volunteer, nearestMetres } : { nearest: before.nearest, nearestMetres: before.nearestMetres };
  found.set(code, { code, volunteers: (before?.volunteers ?? 0) + 1, ...nearest });
}

/** Why each unpaired person of a mode is so, and the smallest changes that would pair her. Resumable between persons. */
export function* explainUnpaired(compiled: CompiledPairing, solved: Solved, volunteers: Volunteers): Steps<Unpaired[]> {
  const result: Unpaired[] = [];
  const unfinished = new Unfinished(compiled, solved, volunteers);
  for (const [i, pair] of solved.pairOf.entries()) {
    if (pair >= 0) continue;
    yield;
    const explained = unfinished.explain(i);
    if (explained !== undefined) result.push(explained);
  }
  return result;
}
