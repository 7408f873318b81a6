import type { OlderPerson, Wording } from "@eldercare/core";

/** A group of people that a first rule may ask for, with somebody inside and somebody outside. */
export interface PersonGroup {
  readonly name: string;
  readonly words: Wording;
  /** The field of a person that tells, as a JSON pointer. */
  readonly pointer: string;
  readonly inside: Partial<OlderPerson>;
  readonly outside: Partial<OlderPerson>;
  /** The parameter of the national pack that draws the line, where there is one. */
  readonly parameter?: string;
}

const yesOrNo = (field: "leftBehind" | "emptyNest" | "specialFamilyPlanning", words: Wording): PersonGroup => ({
  name: field,
  words,
  pointer: `/${field}`,
  inside: { [field]: true },
  outside: { [field]: false },
});

const assisted = (name: "destitute" | "minimumLiving" | "lowIncome", words: Wording): PersonGroup => ({
  name,
  words,
  pointer: "/assistance",
  inside: { assistance: [name] },
  outside: { assistance: [] },
});

/** The groups to choose from: fields of the register and facts of the national pack that a condition names alone. */
export const personGroups: readonly PersonGroup[] = [
  {
    name: "livesAlone",
    words: { zh: "独居", en: "living alone" },
    pointer: "/livingArrangement",
    inside: { livingArrangement: "alone" },
    outside: { livingArrangement: "withFamily" },
  },
  {
    name: "rural",
    words: { zh: "农村户籍", en: "registered as a rural resident" },
    pointer: "/registeredResidence/kind",
    inside: { registeredResidence: { kind: "rural" } },
    outside: { registeredResidence: { kind: "urban" } },
  },
  assisted("destitute", { zh: "特困人员", en: "destitute" }),
  assisted("minimumLiving", { zh: "低保对象", en: "on the minimum living allowance" }),
  assisted("lowIncome", { zh: "低收入家庭成员", en: "of a low-income family" }),
  yesOrNo("leftBehind", { zh: "留守", en: "left behind" }),
  yesOrNo("emptyNest", { zh: "空巢", en: "empty nest" }),
  yesOrNo("specialFamilyPlanning", { zh: "计划生育特殊家庭", en: "special family-planning family" }),
  {
    name: "severeCertificate",
    words: { zh: "持证重度残疾", en: "severely handicapped, with a certificate" },
    pointer: "/disability/grade",
    inside: { disability: { grade: 1, kinds: ["limb"] } },
    outside: { disability: null },
    parameter: "certificate.severeToGrade",
  },
];

const fieldOf = ({ pointer }: PersonGroup): string => pointer.split("/")[1] ?? "";

/**
 * Somebody inside all groups, but for one that he is outside of or of which nothing is known.
 *
 * @param groups whom the rule asks for
 * @param but the group that differs, and how
 */
export function personOf(
  groups: readonly PersonGroup[],
  but?: { readonly group: PersonGroup; readonly is: "outside" | "unknown" },
): Partial<OlderPerson> {
  const unknown = but?.is === "unknown" ? fieldOf(but.group) : undefined;
  const parts = groups.filter((group) => fieldOf(group) !== unknown).map((group) => (group === but?.group ? group.outside : group.inside));
  // a person may be in several groups of assistance
  const assistance = parts.flatMap((part) => (part.assistance === undefined ? [] : [part.assistance])).flat();
  const person: Partial<OlderPerson> = Object.assign({}, ...parts);
  return person.assistance === undefined ? person : { ...person, assistance };
}
