import fc from "fast-check";
import type { Logic, Pack, Table, TableCell } from "../../src/pack/pack.js";
import { pack as national } from "../../src/packs/cn.js";
import { pack as county } from "../../src/packs/cn-500229-chengkou.js";
import { completeSituations, languageConditions, languagePack, registerOf } from "../language.js";
import type { Draw } from "./draw.js";
import { copied } from "./mutateJson.js";

// drawn once: to make them anew for every subject took more time than to assess it
const conditions = fc.sample(languageConditions({ plain: false, open: true }), { seed: 1, numRuns: 2000 });
const situations = fc.sample(completeSituations(true), { seed: 1, numRuns: 500 });

/** A pack to spoil, with what it stands on. */
export interface Original {
  readonly pack: Pack;
  readonly parents: readonly Pack[];
}

const areas = ["500229103205", "500229103", "500229", "50"];

/** A county's pack with a few of its rules: what is spoilt is then more often something that is read. */
function excerpt(pack: Pack, draw: Draw): Pack {
  const first = draw.below(pack.rules.length);
  return { ...pack, rules: pack.rules.slice(first, first + 4) };
}

/** A random pack that also looks up a table by days. */
function withDays(pack: Pack): Pack {
  const [rule] = pack.rules;
  const row = (cell: TableCell, then: number) => ({ if: [cell], then, from: "2000-01-01", clause: "C" });
  const byDay: Table = {
    inputs: ["birthDate"],
    hit: "unique",
    rows: [row({ "<": "1940-01-01" }, 2), row({ ">=": "1940-01-01", "<=": "1960-12-31" }, 1), row({ ">": "1960-12-31" }, 0)],
  };
  const when: Logic = { ">=": [{ table: "byDay" }, { param: "one" }] };
  return { ...pack, tables: { ...pack.tables, byDay }, rules: rule === undefined ? [] : [...pack.rules, { ...rule, id: "byDay", when }] };
}

/** Packs that are sound, before anything is done to them: the national one, a county's, and random ones. */
export function original(draw: Draw): Original {
  const kind = draw.below(10);
  if (kind === 0) return { pack: copied(national), parents: [] };
  if (kind === 1) return { pack: copied(county), parents: [national] };
  if (kind < 5) return { pack: copied(excerpt(county, draw)), parents: [national] };
  const rules = Array.from({ length: 1 + draw.below(3) }, () => draw.one(conditions));
  return { pack: copied(withDays(languagePack(rules))), parents: [] };
}

/** A sound subject of some kind, with the register around it. */
export function soundSubject(draw: Draw): {
  readonly subject: Record<string, Record<string, unknown>>;
  readonly register: ReturnType<typeof registerOf>;
} {
  const situation = copied(draw.one(situations));
  const register = registerOf(situation);
  const area = draw.one(areas);
  const kinds: readonly (() => Record<string, Record<string, unknown>>)[] = [
    () => ({ person: { id: "p-1", ...situation.person } }),
    () => ({ person: { id: "p-1", birthDate: "1940-06-01", residence: { area }, assistance: ["destitute"], support: "dispersed" } }),
    () => ({ household: { id: "h-1", area, members: [...situation.members], monthlyIncomeFen: 120000 } }),
    () => ({
      facility: {
        id: "f-1",
        kind: "concentratedDisabledCareCentre",
        area,
        beds: 40,
        nursingBeds: 30,
        siteMu: 12.5,
        residents: { disabled: 10, semiDisabled: 4, selfCaring: 2 },
        events: [{ on: "2022-01-01", state: "operating" }],
        checklist: {},
        facts: {},
      },
    }),
    () => ({ village: { code: "500229103205", name: "v", tier: "village", population: 900, population60: 300, adopts: ["CK-2.7-d"], facts: {} } }),
    () => ({ township: { code: "500229103", name: "t", tier: "township", facts: {} } }),
    () => ({ area: { code: "500229", name: "c", tier: "county", facts: {} } }),
  ];
  return { subject: draw.one(kinds)(), register };
}
