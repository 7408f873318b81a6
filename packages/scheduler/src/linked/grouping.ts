/** The least time between two visits, and the greatest, from the start of one (its end with `fromEnd`) to the start of the other; seconds. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly fromEnd: boolean;
  readonly least: number;
  readonly most: number;
}

/** How visits go together. */
export interface Grouping {
  /** Visits that share a place in the order, each list with earlier visits of sequences first. */
  readonly appointments: readonly (readonly number[])[];
  /** Appointments whose visits are all made or all left out, each list with earlier ones first. */
  readonly bundles: readonly (readonly number[])[];
  /** Gaps within appointments, and those between one appointment and another. */
  readonly within: readonly Gap[];
  readonly between: readonly Gap[];
}

/** Gaps shorter than this are kept by putting off the earlier visit, so that both have their times worked out together. */
const closeSeconds = 24 * 3600;

/** Sets of numbers that are joined one by one. */
class Joined {
  private readonly headOf: number[];

  constructor(size: number) {
    this.headOf = Array.from({ length: size }, (_, index) => index);
  }

  head(index: number): number {
    let at = index;
    while (this.headOf[at] !== at) at = this.headOf[at] as number;
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.head(one), this.head(other)];
    this.headOf[Math.max(a, b)] = Math.min(a, b);
  }
}

const mustFollow = ({ least, fromEnd }: Gap): boolean => least > 0 || fromEnd;

/** How many of some things must come before each, one after another; what comes before what has been found free of circles. */
function ranksOf(count: number, pairs: readonly { readonly from: number; readonly to: number }[]): Int32Array {
  const rank = new Int32Array(count);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to } of pairs)
      if ((rank[to] as number) <= (rank[from] as number)) {
        rank[to] = (rank[from] as number) + 1;
        moved = true;
      }
  }
  return rank;
}

/** Joins appointments of which one comes both before and after the other: they can only have one place in the order. */
function joinCircles(joined: Joined, gaps: readonly Gap[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    const following = new Map<number, number[]>();
    for (const { from, to } of gaps) {
      const [a, b] = [joined.head(from), joined.head(to)];
      if (a !== b) following.set(a, [...(following.get(a) ?? []), b]);
    }
    const leads = (from: number, to: number): boolean => {
      const seen = new Set([from]);
      for (const at of seen) for (const next of following.get(at) ?? []) seen.add(next);
      return seen.has(to);
    };
    for (const { from, to } of gaps) {
      const [a, b] = [joined.head(from), joined.head(to)];
      if (a === b || !leads(b, a)) continue;
      joined.join(a, b);
      changed = true;
      break;
    }
  }
}

function listsOf(size: number, joined: Joined, rank: Int32Array): number[][] {
  const byHead = new Map<number, number[]>();
  for (let index = 0; index < size; index++) {
    const head = joined.head(index);
    const list = byHead.get(head);
    if (list === undefined) byHead.set(head, [index]);
    else list.push(index);
  }
  return [...byHead.values()].map((list) => list.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b));
}

/**
 * Groups visits.
 *
 * @param gaps between visits that must be kept
 * @param together lists of visits that are all made or all left out, those of gaps among them
 */
export function groupingOf(visitCount: number, gaps: readonly Gap[], together: readonly (readonly number[])[]): Grouping {
  const rank = ranksOf(visitCount, gaps.filter(mustFollow));
  const shared = new Joined(visitCount);
  for (const { from, to, most } of gaps) if (most < closeSeconds) shared.join(from, to);
  joinCircles(shared, gaps);
  const appointments = listsOf(visitCount, shared, rank);
  const appointmentOf = new Int32Array(visitCount);
  for (const [appointment, visits] of appointments.entries()) for (const visit of visits) appointmentOf[visit] = appointment;
  const isWithin = ({ from, to }: Gap): boolean => appointmentOf[from] === appointmentOf[to];
  const between = gaps.filter((gap) => !isWithin(gap));
  const bundled = new Joined(appointments.length);
  for (const [first = 0, ...others] of together)
    for (const other of others) bundled.join(appointmentOf[first] as number, appointmentOf[other] as number);
  const following = between.map(({ from, to }) => ({ from: appointmentOf[from] as number, to: appointmentOf[to] as number }));
  return {
    appointments,
    bundles: listsOf(appointments.length, bundled, ranksOf(appointments.length, following)),
    within: gaps.filter(isWithin),
    between,
  };
}
