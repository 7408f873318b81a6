import { type CivilDate, type FieldType, parseRational } from "@eldercare/core";
import type { ParameterValues } from "../logic/closures.js";
import { simplify, type Value } from "../logic/value.js";
import { type Counting, type OverrideOf, overriddenValues } from "../override/overriddenValue.js";
import type { Overlay, Pack, Parameter, ParameterValue } from "./pack.js";

/** A parameter's value on a date, with where it comes from. */
export interface ParameterOn {
  readonly value: number | boolean | string | undefined;
  readonly clause: string;
  readonly open: boolean;
  readonly overlay?: string;
  readonly illustrative: boolean;
  /** The pack that overrides what the parameter's own pack says; absent where none does. */
  readonly overriddenBy?: string;
}

const inForce = (values: readonly ParameterValue[], on: CivilDate): ParameterValue | undefined =>
  values
    .filter((value) => value.from <= on && (value.to === undefined || on <= value.to))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

/**
 * What a parameter is on a date: the value that a pack nearer to the place gives instead; else that of its document, or, where
 * that is open, of the last overlay that supplies one, deployers before examples.
 *
 * @param instead the override that holds then, as `overriddenValues` finds it
 */
export function parameterOn(id: string, parameter: Parameter, overlays: readonly Overlay[], on: CivilDate, instead?: OverrideOf): ParameterOn {
  if (instead !== undefined) {
    const { value, clauses } = instead.override;
    return { value, clause: clauses[0] ?? parameter.clause, open: false, illustrative: false, overriddenBy: instead.pack.id };
  }
  const base = { clause: parameter.clause, open: parameter.open === true };
  if (parameter.open !== true) {
    const value = inForce(parameter.values ?? [], on);
    return { ...base, value: value?.value, clause: value?.clause ?? parameter.clause, illustrative: false };
  }
  const lastFirst = [...overlays].reverse();
  // what a deployer supplies goes before any example
  for (const overlay of [...lastFirst.filter((each) => !each.illustrative), ...lastFirst.filter((each) => each.illustrative)]) {
    const value = inForce(Object.hasOwn(overlay.parameters, id) ? (overlay.parameters[id] ?? []) : [], on);
    if (value !== undefined) return { ...base, value: value.value, overlay: overlay.id, illustrative: overlay.illustrative };
  }
  return { ...base, value: undefined, illustrative: false };
}

const toValue = (parameter: Parameter, value: ParameterOn["value"]): Value => {
  if (parameter.type !== "rational" || value === undefined || typeof value === "boolean") return value;
  const exact = parseRational(value);
  return exact === undefined ? undefined : simplify(exact);
};

/** The parameters of a chain of packs on one date. */
export interface ParametersOn {
  readonly all: ParameterValues;
  /** The same with example values unknown: what would hold if nobody had made them up. */
  readonly withoutExamples: ParameterValues;
  readonly illustrative: ReadonlySet<string>;
  /** The same with where each value comes from. */
  readonly found: ReadonlyMap<string, ParameterOn>;
}

/**
 * Resolves every parameter of a chain on a date.
 *
 * @param counts which overrides count; all of them unless said
 */
export function parametersOn(chain: readonly Pack[], overlays: readonly Overlay[], on: CivilDate, counts?: Counting): ParametersOn {
  const instead = overriddenValues(chain, on, counts);
  const all = new Map<string, Value>();
  const withoutExamples = new Map<string, Value>();
  const illustrative = new Set<string>();
  const known = new Map<string, ParameterOn>();
  for (const pack of chain) {
    for (const [id, parameter] of Object.entries(pack.parameters)) {
      const found = parameterOn(id, parameter, overlays, on, instead.get(id));
      const value = toValue(parameter, found.value);
      known.set(id, found);
      all.set(id, value);
      withoutExamples.set(id, found.illustrative ? undefined : value);
      if (found.illustrative) illustrative.add(id);
    }
  }
  return { all, withoutExamples, illustrative, found: known };
}

/** The type that a parameter has in conditions. */
export function parameterType(parameter: Parameter): FieldType {
  const { type, least, most } = parameter;
  const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  if (type === "boolean" || type === "date" || type === "area") return { kind: type };
  if (type === "choice") return { kind: "enum", values: Object.keys(parameter.of ?? {}) };
  return { kind: "number", integer: type !== "rational", ...bounds, ...(type === "fen" ? { fen: true } : {}) };
}
