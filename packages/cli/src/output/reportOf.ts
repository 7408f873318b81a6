import type { Decision, Wording } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { reasonWording } from "@eldercare/scheduler";
import type { RunParts, Summary } from "../county/summary.js";
import type {
  FacilityStaffing,
  FacilityStandard,
  ListedDecisions,
  ReportData,
  ReportFacility,
  ReportPlace,
  ReportRoute,
  ReportTarget,
  UnassignedVisit,
  VisitFigures,
} from "../report/reportData.js";
import { routesOfPlan } from "../report/routesOfPlan.js";
import { distanceKmOf } from "./distance.js";
import { printMeasure } from "./printMeasure.js";

const mostListed = 20_000;

const titleOf = (rules: ReadonlyMap<string, RuleInfo>, rule: string): Wording => rules.get(rule)?.title ?? { zh: rule, en: rule };

function listed({ entitlements: { people, rules, statuses } }: RunParts): ListedDecisions | null {
  if (people.length > mostListed) return null;
  const digits: string[] = [];
  for (const status of statuses) digits.push(String(status === 3 ? 0 : status));
  return {
    rules,
    ids: people.map((person) => person.id),
    areas: people.map((person) => person.residence?.area ?? ""),
    status: digits.join(""),
  };
}

function staffingRow(decision: Decision, rules: ReadonlyMap<string, RuleInfo>): FacilityStaffing[] {
  const { effect } = decision;
  if (effect?.kind !== "staffing") return [];
  const { required, present, short, steps } = effect;
  const counts = {
    ...(required === undefined ? {} : { required }),
    ...(present === undefined ? {} : { present }),
    ...(short === undefined ? {} : { short }),
  };
  return [{ rule: decision.rule, title: titleOf(rules, decision.rule), ...counts, steps, clauses: decision.clauses }];
}

function standardRow(decision: Decision, rules: ReadonlyMap<string, RuleInfo>): FacilityStandard[] {
  const kind = rules.get(decision.rule)?.kind;
  if (kind !== "standard" && kind !== "checklist") return [];
  const { effect } = decision;
  const seen =
    effect?.kind === "standard"
      ? {
          ...(effect.observed === undefined ? {} : { observed: printMeasure(effect.observed, effect.unit) }),
          ...(effect.required === undefined ? {} : { required: printMeasure(effect.required, effect.unit) }),
        }
      : {};
  return [
    {
      rule: decision.rule,
      title: titleOf(rules, decision.rule),
      status: decision.status,
      ...seen,
      modality: decision.modality,
      clauses: decision.clauses,
    },
  ];
}

function facilityRows({ numbers }: RunParts, rules: ReadonlyMap<string, RuleInfo>): ReportFacility[] {
  return numbers.facilities.map(({ facility, township, decisions }) => {
    const funding = decisions.find(({ effect }) => effect?.kind === "funding");
    const paid = funding?.effect?.kind === "funding" ? funding.effect : undefined;
    return {
      id: facility.id,
      name: facility.name ?? facility.id,
      kind: facility.kind,
      township,
      staffing: decisions.flatMap((decision) => staffingRow(decision, rules)),
      standards: decisions.flatMap((decision) => standardRow(decision, rules)),
      ...(paid?.amountFen === undefined ? {} : { fundingFen: paid.amountFen }),
      fundingSteps: paid?.steps ?? [],
      ...(funding === undefined ? {} : { fundingClauses: funding.clauses }),
    };
  });
}

function targetRows({ numbers }: RunParts, rules: ReadonlyMap<string, RuleInfo>): ReportTarget[] {
  return numbers.targets.flatMap((decision): ReportTarget[] => {
    const { effect } = decision;
    if (effect?.kind !== "target") return [];
    const { state, observed, required, by, unit } = effect;
    const seen = {
      ...(observed === undefined ? {} : { observed: printMeasure(observed, unit) }),
      ...(required === undefined ? {} : { required: printMeasure(required, unit) }),
      ...(by === undefined ? {} : { by }),
    };
    const warnings = decision.warnings.map(({ message }) => ({ message, clauses: decision.clauses }));
    return [
      { rule: decision.rule, title: titleOf(rules, decision.rule), state, ...seen, modality: decision.modality, clauses: decision.clauses, warnings },
    ];
  });
}

function places({ county: { register } }: RunParts, tier: "township" | "village"): ReportPlace[] {
  return register.areas
    .filter((area) => area.tier === tier)
    .map(({ code, name, place }) => ({ code, name, ...(place === undefined ? {} : { lng: place.lng, lat: place.lat }) }));
}

function routeRows({ week, problem }: RunParts): ReportRoute[] {
  return week.teams.flatMap(({ township, problem: { caregivers }, plan }) => routesOfPlan({ ...problem, caregivers }, plan, township));
}

function unassignedRows({ week }: RunParts): UnassignedVisit[] {
  return week.teams.flatMap(({ township, problem, plan }) => {
    const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
    return plan.unassigned.map(({ visit: id, reasons }): UnassignedVisit => {
      const visit = visits.get(id);
      const codes = [...new Set(reasons.map((reason) => reason.code))];
      return {
        visit: id,
        person: visit?.person ?? "",
        service: visit?.service ?? "",
        township,
        reasons: codes.map((code) => reasonWording(code) ?? { zh: code, en: code }),
      };
    });
  });
}

const minutesBetween = (from: string, to: string): number => {
  const seconds = (clock: string): number => clock.split(":").reduce((sum, part, index) => sum + Number(part) * 60 ** (2 - index), 0);
  return (seconds(to) - seconds(from)) / 60;
};

function figures(parts: RunParts, summary: Summary, routes: readonly ReportRoute[]): VisitFigures {
  const service = routes
    .flatMap((route) => route.stops.filter((stop) => stop.kind === "visit"))
    .reduce((sum, stop) => sum + minutesBetween(stop.start, stop.end), 0);
  const travel = routes.reduce((sum, route) => {
    const points = [
      { at: route.departs, leave: route.departs },
      ...route.stops.map((stop) => ({ at: stop.arrive, leave: stop.end })),
      { at: route.returns, leave: route.returns },
    ];
    return sum + points.slice(1).reduce((inner, point, index) => inner + minutesBetween(points[index]?.leave ?? point.at, point.at), 0);
  }, 0);
  const { asked, planned, unassigned } = summary.visits;
  const working = new Set(routes.map((route) => route.caregiver)).size;
  return {
    asked,
    planned,
    unassigned,
    caregivers: working,
    distanceKm: distanceKmOf(routes, parts.problem),
    travelMinutes: Math.round(travel),
    serviceMinutes: Math.round(service),
  };
}

/** Draws up the report of a run. */
export function reportOf(parts: RunParts, summary: Summary): ReportData {
  const { policy, request, county, entitlements, week } = parts;
  const { engine } = policy;
  const rules = new Map(engine.rules(request.on).map((rule) => [rule.key, rule]));
  const open = engine.openParameters(request.on);
  const routes = routeRows(parts);
  return {
    title: summary.title,
    on: request.on,
    period: week.period,
    synthetic: summary.synthetic,
    illustrative: summary.illustrative,
    illustrativeParameters: open
      .filter(({ supplied }) => supplied.illustrative)
      .map(({ id, parameter, supplied }) => ({
        id,
        title: parameter.title,
        value: `${supplied.value}${parameter.unit === undefined ? "" : ` ${parameter.unit}`}`,
      })),
    openParameters: open
      .filter(({ supplied }) => supplied.value === undefined)
      .map(({ id, parameter }) => ({ id, title: parameter.title, clause: parameter.clause })),
    sources: engine.packs.flatMap((pack) =>
      Object.entries(pack.sources).map(([id, { number = "", title, issuer, issued, checkedOn }]) => ({
        id,
        number,
        title,
        issuer,
        issued,
        checkedOn,
      })),
    ),
    clauses: Object.fromEntries(
      engine.packs.flatMap((pack) =>
        Object.entries(pack.clauses).map(([id, { section, quote, modality, source }]) => [id, { section, quote, modality, source }]),
      ),
    ),
    rules: entitlements.tallies.map(({ rule, granted, denied, undetermined, illustrative }) => ({
      id: rule.key,
      title: rule.title,
      kind: rule.kind,
      subject: rule.subject,
      modality: rule.modality,
      clauses: rule.clauses,
      illustrative: illustrative > 0,
      granted,
      denied,
      undetermined,
    })),
    people: { count: summary.people, listed: listed(parts) },
    askNext: entitlements.askNext.map(({ name, title, decisions }) => ({ fact: name, title, people: decisions })),
    facilities: facilityRows(parts, rules),
    targets: targetRows(parts, rules),
    townships: places(parts, "township"),
    villages: places(parts, "village"),
    visits: figures(parts, summary, routes),
    unassigned: unassignedRows(parts),
    routes,
    services: Object.fromEntries(county.catalogue.services.map(({ id, title }) => [id, title])),
    credits: county.credits,
  };
}
