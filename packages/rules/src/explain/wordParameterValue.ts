import { parseRational, type Wording } from "@eldercare/core";
import { simplify } from "../logic/value.js";
import type { Parameter, ParameterValue } from "../pack/pack.js";
import { parameterType } from "../pack/parametersOn.js";
import { wordValue } from "./valueWords.js";
import { yearsAs } from "./words/unitWords.js";

/**
 * A value of a parameter as a reader writes it: money in yuan, shares in per cent, a reading by its meaning, numbers with
 * their unit. Areas keep their codes.
 *
 * @example
 * wordParameterValue(national.parameters["olderPerson.fromAge"], 60) //=> { zh: "60周岁", en: "60 years" }
 */
export function wordParameterValue(parameter: Parameter, value: ParameterValue["value"]): Wording {
  const { type, of = {}, unit } = parameter;
  const reading = Object.hasOwn(of, String(value)) ? of[String(value)] : undefined;
  if (reading !== undefined) return reading;
  if (type === "area") return { zh: String(value), en: String(value) };
  const exact = type === "rational" && typeof value !== "boolean" ? parseRational(value) : undefined;
  return wordValue(
    exact === undefined ? value : simplify(exact),
    parameterType(parameter),
    yearsAs(unit, parameter.title.zh) ?? (type === "rational" ? "share" : undefined),
    () => undefined,
  );
}
