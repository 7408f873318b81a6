import type { Steps } from "../model/steps.js";
import type { OpenedSite, SiteReason, SitingAssignment, SitingCost, SitingPlan, UnservedDemand } from "./answer.js";
import { costScale, isWithinReach, type Journey, journeyCost, journeyOf, type Layout, moneyCost } from "./compileSiting.js";
import { explainUnserved } from "./explainUnserved.js";
import type { SiteCandidate, SitingDemand, SitingProblem } from "./problem.js";
import type { Found } from "./siteSearch.js";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number => items.reduce((sum, item) => sum + value(item), 0);

/** Writes a choice of sites out as a plan, each site and each demand left out with its reasons. */
class PlanWriter {
  private readonly problem: SitingProblem;
  private readonly demandRow: ReadonlyMap<string, number>;
  private readonly siteRow: ReadonlyMap<string, number>;
  /** Candidates that may be opened, by id. */
  private readonly candidates: readonly SiteCandidate[];
  private readonly opened: ReadonlySet<string>;
  /** The site of each demand that is served. */
  private readonly siteOf = new Map<string, string>();

  constructor(problem: SitingProblem, layout: Layout, { open, pairOf }: Found) {
    this.problem = problem;
    this.demandRow = new Map(problem.demands.map(({ id }, row) => [id, row]));
    this.siteRow = new Map(problem.sites.map(({ id }, row) => [id, row]));
    this.candidates = layout.sites;
    this.opened = new Set(layout.sites.filter((_, site) => open[site] === 1).map(({ id }) => id));
    for (const [demand, pair] of pairOf.entries()) {
      const site = layout.sites[layout.pairSite[pair] ?? -1];
      if (pair >= 0 && site !== undefined) this.siteOf.set((layout.demands[demand] as SitingDemand).id, site.id);
    }
  }

  private journey(demand: string, site: string): Journey {
    return journeyOf(this.problem, this.demandRow.get(demand) as number, this.siteRow.get(site) as number);
  }

  private isReached(demand: SitingDemand, site: SiteCandidate): boolean {
    return demand.persons <= (site.capacity ?? Number.POSITIVE_INFINITY) && isWithinReach(this.problem, this.journey(demand.id, site.id));
  }

  private reasonsOf(site: SiteCandidate, served: readonly SitingDemand[]): SiteReason[] {
    const others = this.candidates.filter(({ id }) => id !== site.id);
    const open = others.filter(({ id }) => this.opened.has(id));
    const onlyCandidate = served.filter((demand) => !others.some((other) => this.isReached(demand, other)));
    const onlyOpened = served.filter((demand) => !onlyCandidate.includes(demand) && !open.some((other) => this.isReached(demand, other)));
    const idsOf = (demands: readonly SitingDemand[]): string[] => demands.map(({ id }) => id);
    const saved = sumOf(served, (demand) => {
      const { metres } = this.journey(demand.id, site.id);
      const next = open.filter((other) => this.isReached(demand, other)).map((other) => this.journey(demand.id, other.id).metres ?? 0);
      return metres === undefined || next.length === 0 ? 0 : demand.persons * Math.max(0, Math.min(...next) - metres);
    });
    return [
      ...(site.required === true ? [{ code: "REQUIRED" as const }] : []),
      ...(onlyCandidate.length > 0 ? [{ code: "ONLY_CANDIDATE" as const, demands: idsOf(onlyCandidate) }] : []),
      ...(onlyOpened.length > 0 ? [{ code: "ONLY_OPENED" as const, demands: idsOf(onlyOpened) }] : []),
      ...(saved > 0 ? [{ code: "NEARER" as const, personMetresSaved: saved }] : []),
    ];
  }

  private openedSite(site: SiteCandidate, served: readonly SitingDemand[]): OpenedSite {
    const persons = sumOf(served, (demand) => demand.persons);
    const isCounted = served.every(({ households }) => households !== undefined);
    return {
      site: site.id,
      persons,
      ...(isCounted ? { households: sumOf(served, ({ households = 0 }) => households) } : {}),
      demands: served.map(({ id }) => id),
      ...(site.capacity === undefined ? {} : { spare: site.capacity - persons }),
      reasons: this.reasonsOf(site, served),
    };
  }

  private assignments(demands: readonly SitingDemand[]): SitingAssignment[] {
    return demands.flatMap(({ id }) => {
      const site = this.siteOf.get(id);
      if (site === undefined) return [];
      const { metres, seconds } = this.journey(id, site);
      return [
        {
          demand: id,
          site,
          ...(metres === undefined ? {} : { distanceMetres: metres }),
          ...(seconds === undefined ? {} : { durationSeconds: seconds }),
        },
      ];
    });
  }

  private costOf(demands: readonly SitingDemand[], closing: readonly SiteCandidate[], open: readonly SiteCandidate[]): SitingCost {
    const { weights = {} } = this.problem;
    const { oneOffFen = 0, yearlyFen = 0, unservedPerson = 0 } = weights;
    const travel = sumOf(demands, (demand) => {
      const site = this.siteOf.get(demand.id);
      return site === undefined ? 0 : journeyCost(this.problem, demand.persons, this.journey(demand.id, site));
    });
    const oneOff =
      sumOf(open, (site) => moneyCost(site.openingFen ?? 0, oneOffFen)) + sumOf(closing, (site) => moneyCost(site.closingFen ?? 0, oneOffFen));
    const yearly = sumOf(open, (site) => moneyCost(site.yearlyFen ?? 0, yearlyFen));
    const unserved = sumOf(demands, ({ id, persons }) => (this.siteOf.has(id) ? 0 : moneyCost(persons, unservedPerson)));
    return {
      travel: travel / costScale,
      oneOff: oneOff / costScale,
      yearly: yearly / costScale,
      unserved: unserved / costScale,
      total: (travel + oneOff + yearly + unserved) / costScale,
    };
  }

  /** Resumable between sites and between demands. */
  *write(): Steps<SitingPlan> {
    const { problem } = this;
    const demands = [...problem.demands].sort(byId);
    const served = new Map<string, SitingDemand[]>();
    for (const demand of demands) {
      const site = this.siteOf.get(demand.id) ?? "";
      const others = served.get(site);
      if (others === undefined) served.set(site, [demand]);
      else others.push(demand);
    }
    const open = this.candidates.filter(({ id }) => this.opened.has(id));
    const closing = [...problem.sites].sort(byId).filter(({ id, existing }) => existing === true && !this.opened.has(id));
    const oneOffFen = sumOf(open, (site) => site.openingFen ?? 0) + sumOf(closing, (site) => site.closingFen ?? 0);
    const yearlyFen = sumOf(open, (site) => site.yearlyFen ?? 0);
    const opened: OpenedSite[] = [];
    for (const site of open) {
      opened.push(this.openedSite(site, served.get(site.id) ?? []));
      yield;
    }
    const loads = new Map(opened.map(({ site, persons }) => [site, persons]));
    const rows = this.candidates.map(({ id }) => this.siteRow.get(id) as number);
    const used = { opened: this.opened, loads, oneOffFen, yearlyFen };
    const unserved: UnservedDemand[] = [];
    for (const { id } of demands) {
      if (this.siteOf.has(id)) continue;
      unserved.push(explainUnserved(problem, this.demandRow.get(id) as number, rows, used));
      yield;
    }
    return {
      opened,
      closed: closing.map(({ id }) => id),
      assignments: this.assignments(demands),
      unserved,
      servedPersons: sumOf(opened, ({ persons }) => persons),
      unservedPersons: sumOf(unserved, ({ persons }) => persons),
      oneOffFen,
      yearlyFen,
      cost: this.costOf(demands, closing, open),
    };
  }
}

/** Writes a choice of sites out as a plan. Resumable. */
export function toSitingPlan(problem: SitingProblem, layout: Layout, found: Found): Steps<SitingPlan> {
  return new PlanWriter(problem, layout, found).write();
}
