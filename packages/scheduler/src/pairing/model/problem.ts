import * as v from "valibot";
import { civilDate, derivedId, id, measure, positive, titled, whole } from "../../model/field.js";
import { type Place, placeSchema } from "../../model/problem.js";

const sex = v.picklist(["female", "male"]);
const mode = v.picklist(["oneToOne", "grid"]);
const metres = measure(0, 10_000_000);
const hoursOfWeek = 168;
// hours are counted in whole seconds
const leastHours = 0.01;
const weight = measure(0, 1_000_000);
// a matrix is looked at entry by entry in `validateDistances`: a schema call per entry would cost seconds on 1,000 places
const rows = v.instance(Array<number | null>);

/** Shape of how distances are known. */
export const pairingTravelSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("straightLine"),
    circuity: titled(positive(10), "绕行系数", "road length over straight line"),
  }),
  v.strictObject({ kind: v.literal("matrix"), distancesMetres: titled(rows, "路程矩阵（米）", "distances (metres)") }),
]);

/** Shape of a person to be paired. */
export const pairedPersonSchema = v.strictObject({
  id,
  place: titled(derivedId, "地点", "place"),
  mode: titled(mode, "结对方式", "way of pairing"),
  priority: v.exactOptional(titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)")),
  wishes: v.exactOptional(
    v.strictObject({
      sex: v.exactOptional(titled(v.nullable(sex), "希望志愿者性别", "wished sex of the volunteer")),
      language: v.exactOptional(titled(v.nullable(v.string()), "希望使用语言", "wished language")),
      groups: v.exactOptional(titled(v.array(v.string()), "限定志愿组织", "groups of which the volunteer is to be")),
    }),
  ),
  prefers: v.exactOptional(titled(v.array(id), "优先志愿者", "preferred volunteers")),
  only: v.exactOptional(titled(v.array(id), "限定志愿者", "only these volunteers")),
  bars: v.exactOptional(titled(v.array(id), "排除志愿者", "barred volunteers")),
  partner: v.exactOptional(titled(v.nullable(id), "现有结对志愿者", "present partner")),
});

/** Shape of a volunteer who can be paired. */
export const pairingVolunteerSchema = v.strictObject({
  id,
  place: titled(derivedId, "地点", "place"),
  modes: v.exactOptional(titled(v.array(mode), "可承担的结对方式", "ways of pairing")),
  birthDate: v.exactOptional(titled(civilDate, "出生日期", "date of birth")),
  healthy: v.exactOptional(titled(v.boolean(), "身体是否健康", "healthy")),
  sex: v.exactOptional(titled(sex, "性别", "sex")),
  languages: v.exactOptional(titled(v.array(v.string()), "语言", "languages")),
  groups: v.exactOptional(titled(v.array(v.string()), "所属志愿组织", "groups")),
  capacity: v.exactOptional(titled(whole(0, 1000), "可结对人数", "persons that can be paired")),
  hoursPerWeek: v.exactOptional(titled(measure(0, hoursOfWeek), "每周可服务小时数", "hours available a week")),
});

const asked = {
  youngestAge: v.exactOptional(titled(whole(0, 150), "志愿者最低年龄", "youngest age of a volunteer")),
  oldestAge: v.exactOptional(titled(whole(0, 150), "志愿者最高年龄", "oldest age of a volunteer")),
  healthy: v.exactOptional(titled(v.boolean(), "志愿者须身体健康", "the volunteer must be healthy")),
  longestMetres: v.exactOptional(titled(metres, "最远路程（米）", "longest distance (metres)")),
  mostPersons: v.exactOptional(titled(whole(1, 1000), "每名志愿者最多结对人数", "most persons a volunteer")),
  hoursPerPerson: v.exactOptional(titled(measure(leastHours, hoursOfWeek), "每人每周所需小时数", "hours a week that a person takes")),
  acceptUnknown: v.exactOptional(titled(v.boolean(), "信息不全的也结对", "pair where facts are unknown")),
};

/** Shape of what one-to-one pairing asks. */
export const oneToOneSchema = v.strictObject({
  ...asked,
  exclusive: v.exactOptional(titled(v.boolean(), "一对一志愿者不再负责网格", "who has a one-to-one person leads no grid")),
});
/** Shape of what grids ask. */
export const gridSchema = v.strictObject({
  ...asked,
  leastPersons: v.exactOptional(titled(whole(1, 1000), "网格最少人数", "fewest persons of a grid")),
  widestMetres: v.exactOptional(titled(metres, "网格内最远两人路程（米）", "longest distance between two persons of a grid (metres)")),
});

/** Shape of what each thing costs, in the same free unit. */
export const pairingObjectiveSchema = v.strictObject({
  kilometre: v.exactOptional(titled(weight, "每公里路程", "a kilometre between a person and her volunteer")),
  change: v.exactOptional(titled(weight, "更换现有志愿者", "taking a person from her present volunteer")),
  notPreferred: v.exactOptional(titled(weight, "非优先志愿者", "a volunteer who is not preferred")),
  furtherPerson: v.exactOptional(titled(weight, "每多结对一人的递增代价", "each further person with a volunteer, times the persons she has")),
});

/** Shape of a pairing problem. */
export const pairingProblemSchema = v.strictObject({
  on: titled(civilDate, "计算年龄的日期", "date on which ages are counted"),
  places: v.array(placeSchema),
  travel: pairingTravelSchema,
  persons: v.array(pairedPersonSchema),
  volunteers: v.array(pairingVolunteerSchema),
  requirements: v.exactOptional(v.strictObject({ oneToOne: v.exactOptional(oneToOneSchema), grid: v.exactOptional(gridSchema) })),
  objective: v.exactOptional(pairingObjectiveSchema),
});

/** 一对一 or 网格化: how a person is paired. */
export type PairingMode = v.InferOutput<typeof mode>;
/**
 * How far a volunteer has to a person: straight line × circuity, or a matrix over `places`, row-major n × n,
 * `[volunteer's place * n + person's place]`, `null` or `Infinity` where there is no way. Distances are whole metres, rounded up.
 */
export type PairingTravel = v.InferOutput<typeof pairingTravelSchema>;
/**
 * A person to be paired. Priority is 3 where absent; an empty list of `only` or of `wishes.groups` allows everybody. `partner`
 * is whom she has now: keeping him costs nothing, another costs the objective's `change`.
 */
export interface PairedPerson extends v.InferOutput<typeof pairedPersonSchema> {}
/**
 * A volunteer, or who else is paired (网格员, neighbours). Absent `modes` allow both; an absent `capacity` does not limit; of
 * what else is absent nobody knows. A person who is herself among the volunteers bars herself by `bars`.
 */
export interface PairingVolunteer extends v.InferOutput<typeof pairingVolunteerSchema> {}
/** What one-to-one pairing asks; whatever is absent is not asked. Ages are whole years, both ends included. */
export interface OneToOneRequirements extends v.InferOutput<typeof oneToOneSchema> {}
/** What grids ask; whatever is absent is not asked. A volunteer leads one grid at most. */
export interface GridRequirements extends v.InferOutput<typeof gridSchema> {}
/** What each thing costs, in one free unit; every weight has a default. */
export interface PairingObjective extends v.InferOutput<typeof pairingObjectiveSchema> {}

/**
 * Persons to be paired with volunteers: one to one, or in grids of which each has a volunteer as leader. All limits of policy
 * are arguments, and a limit that is absent does not limit.
 */
export interface PairingProblem {
  /** Date on which ages are counted. */
  readonly on: string;
  readonly places: readonly Place[];
  readonly travel: PairingTravel;
  readonly persons: readonly PairedPerson[];
  readonly volunteers: readonly PairingVolunteer[];
  readonly requirements?: { readonly oneToOne?: OneToOneRequirements; readonly grid?: GridRequirements };
  readonly objective?: PairingObjective;
}

/** The weights that hold where a problem names none: a kilometre costs 1. */
export const defaultPairingObjective: Required<PairingObjective> = { kilometre: 1, change: 5, notPreferred: 2, furtherPerson: 0 };

/** The priority of a person who states none: the middle of 1 … 5. */
export const usualPersonPriority = 3;

/** What it weighs that a person is left unpaired: 5 for priority 1 … 1 for priority 5. */
export const weightOfPriority = (priority: number = usualPersonPriority): number => 6 - priority;
