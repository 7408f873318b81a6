import type { RouteState } from "../evaluate/routeState.js";
import type { LinkedState } from "../linked/linkedState.js";
import type { Compiled } from "../model/compiled.js";
import type { Reason } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Demand } from "../model/requiredPrice.js";
import type { Transport } from "../model/transport.js";
import type { Visit } from "../model/visit.js";
import type { CaregiverDay } from "./checkHalf.js";

/** A cost of the objective under the name that plans list it by. */
export interface Priced<Price> {
  readonly component: string;
  /** False where the problem asks for none of it: plans then do not list the component. Absent: they always do. */
  readonly isAsked?: (problem: Problem) => boolean;
  readonly of: (problem: Problem) => Price;
}

/** Where a transport would be put into a route: nodes of the route as it stands. */
export interface PairAt {
  readonly board: number;
  readonly boardAfter: number;
  /** The boarding itself where nothing comes between. */
  readonly alightAfter: number;
}

/** A limit on what a route may hold beside its hours; asked for every insertion that would be the best so far. */
export interface RouteLimit {
  /** Code of the reason given where this limit alone keeps a visit out: a key of the feature's `reasons`. */
  readonly reason: string;
  /** True where other routes can lift the limit: it is then no reason why something is impossible whatever else is planned. */
  readonly isLiftedByOthers?: boolean;
  /**
   * False where the route admits the visit at no position, for limits that can tell at once: asked before positions are looked
   * at, so that full routes cost no time.
   *
   * @param gone a visit of the route that is to make way; −1 or absent where none is
   */
  hasRoom?(route: number, visit: number, gone?: number): boolean;
  /** Whether route `route` stays within the limit with `visit` put in after node `after`. */
  admits(state: RouteState, route: number, visit: number, after: number): boolean;
  /**
   * The same for a transport, where the limit can tell without trying: a limit that lacks this is asked by `refresh`, with both
   * stops put into the route.
   */
  admitsPair?(state: RouteState, route: number, pair: PairAt): boolean;
  /**
   * Brings what the limit remembers of a route up to date; false where the route as it stands breaks the limit. This is the last
   * word: swaps of visits and of parts of routes ask nothing else, so that a limit that looks at other routes must look here too.
   */
  refresh(state: RouteState, route: number): boolean;
}

/**
 * The same limit for problems that are searched as an order of appointments (see `linkedModel`): asked of each route that has changed,
 * its times being right.
 */
export interface LinkedLimit {
  /** Code of the reason given where this limit alone keeps a visit out: a key of the feature's `reasons`. */
  readonly reason: string;
  /** Whether a route, as it stands beside all others, keeps the limit. */
  keeps(state: LinkedState, route: number): boolean;
}

/** The search half of a feature: what is possible and what it costs. */
export interface FeatureSearch {
  /** Why a caregiver cannot make a visit on a day whatever else she does; undefined where she can. */
  readonly bar?: (problem: Problem) => (visit: Visit, day: CaregiverDay) => Omit<Reason, "caregiver"> | undefined;
  /** The same for a transport. */
  readonly barTransport?: (problem: Problem) => (transport: Transport, day: CaregiverDay) => Omit<Reason, "caregiver"> | undefined;
  /** What it costs that this caregiver makes this visit: objective units, not negative. */
  readonly price?: Priced<(visit: Visit, day: CaregiverDay) => number>;
  /** What it costs to leave a visit or transport out: objective units, not negative. */
  readonly leaveOut?: Priced<(demand: Demand) => number>;
  /** A limit on routes; undefined where the problem states none that could bind. */
  readonly limit?: (compiled: Compiled) => RouteLimit | undefined;
  /** The same for problems with links, soft hours, overtime or optional breaks: a feature with a `limit` that binds needs this there. */
  readonly linkedLimit?: (compiled: Compiled) => LinkedLimit | undefined;
}
