import {
  areaSchema,
  caregiverSchema,
  facilitySchema,
  fieldsOf,
  householdSchema,
  olderPersonSchema,
  providerSchema,
  type SubjectKind,
  type Wording,
} from "@eldercare/core";
import type { Pack } from "@eldercare/rules";
import type { ClausePlace } from "@eldercare/rules/clauses";

const shapes = {
  person: olderPersonSchema,
  household: householdSchema,
  village: areaSchema,
  township: areaSchema,
  facility: facilitySchema,
  workforce: caregiverSchema,
  provider: providerSchema,
  area: areaSchema,
} as const satisfies Record<SubjectKind, unknown>;

const joins: Readonly<Record<string, SubjectKind>> = {
  household: "household",
  village: "village",
  township: "township",
  county: "area",
  facility: "facility",
};

const asWritten = (text: string): Wording => ({ zh: text, en: text });

/** What is asked for, a fact by its pointer or a parameter by its id, as a reader calls it. */
export function askTitle(asked: string, subject: SubjectKind, packs: readonly Pack[]): Wording {
  if (!asked.startsWith("/")) return packs.map(({ parameters }) => parameters[asked]?.title).find((title) => title !== undefined) ?? asWritten(asked);
  const [first = "", ...rest] = asked.slice(1).split("/");
  const joined = Object.hasOwn(joins, first) && rest.length > 0 ? joins[first] : undefined;
  const path = joined === undefined ? [first, ...rest] : rest;
  const own = fieldsOf(shapes[joined ?? subject]).find((field) => field.path === path.join("."))?.title;
  if (own !== undefined) return own;
  const name = path.at(-1) ?? asked;
  return (
    packs.map(({ facts }) => (Object.hasOwn(facts, name) ? facts[name]?.title : undefined)).find((title) => title !== undefined) ?? asWritten(asked)
  );
}

/** The name by which a part of a pack is linked to within its page. */
export const anchorOf = ({ kind, key }: ClausePlace, pack: Pack): string | undefined => {
  switch (kind) {
    case "calculator":
    case "pack":
      return undefined;
    case "parameter":
    case "fact":
    case "table":
      return `${kind}-${key}`;
    case "override":
    case "linkage":
    case "contradiction":
      return `${kind}-${key.split("/").at(-1)}`;
    default:
      return `rule-${key.slice(pack.id.length + 1)}`;
  }
};

/** What a part of a pack is called; the key where it has no title. */
export function placeTitle({ kind, key }: ClausePlace, pack: Pack): Wording {
  switch (kind) {
    case "calculator":
    case "pack":
    case "override":
    case "linkage":
      return asWritten(key);
    case "parameter":
      return pack.parameters[key]?.title ?? asWritten(key);
    case "fact":
      return pack.facts[key]?.title ?? asWritten(key);
    case "table":
      return pack.tables?.[key]?.title ?? asWritten(key);
    case "contradiction":
      return pack.contradictions?.[Number(key.split("/").at(-1))]?.title ?? asWritten(key);
    default:
      return pack.rules.find(({ id }) => `${pack.id}/${id}` === key)?.title ?? asWritten(key);
  }
}
