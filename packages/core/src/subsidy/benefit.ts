import * as v from "valibot";
import { date, fen, id, titled, whole } from "../register/field.js";

const clauses = v.array(v.string());
const unit = v.picklist(["sameUnit", "nextUnit"]);

/**
 * Shape of a dated rate: what one month, one day or the single payment comes to for those whom `when` names (fact → the
 * values that it may have). Of two rates in force on one day, `when` must tell who has which.
 */
export const benefitRateSchema = v.strictObject({
  from: date,
  to: v.exactOptional(date),
  amountFen: titled(fen, "标准（分）", "rate (fen)"),
  when: v.exactOptional(v.record(v.string(), v.array(v.string()))),
  clauses,
});

/**
 * Shape of the convention by which part of a month is paid.
 *
 * - `calendarDay`: days ÷ days of the month. `thirty360`: days ÷ 30, the last day of a month making up for what it lacks
 *   of 30 or has beyond. Both need `rounding` and `roundedPer`.
 * - `halfMonth`: a month has two units, up to `splitDay` and after it. `fullMonth`: a month is one unit. A unit is paid
 *   whole or not at all: a claim counts from the unit in which it `begins` or the next; a unit in which it `ends` is paid or
 *   not; a change of the person's facts counts from its own unit or the next; the rate is that of the unit's first or last day.
 */
export const prorationSchema = v.strictObject({
  method: titled(v.picklist(["calendarDay", "thirty360", "halfMonth", "fullMonth"]), "折算办法", "convention"),
  splitDay: v.exactOptional(titled(whole(1, 27), "上半月末日", "last day of the first half")),
  begins: v.exactOptional(titled(unit, "起算单元", "unit from which a claim counts")),
  ends: v.exactOptional(titled(v.picklist(["paid", "unpaid"]), "终止单元是否发放", "whether the unit of the end is paid")),
  changes: v.exactOptional(titled(unit, "变动生效单元", "unit from which a change counts")),
  rateOn: v.exactOptional(titled(v.picklist(["firstDay", "lastDay"]), "标准取值日", "day whose rate holds")),
  rounding: v.exactOptional(titled(v.picklist(["up", "down", "halfUp", "halfEven"]), "取整方式", "rounding")),
  roundedPer: v.exactOptional(titled(v.picklist(["month", "period"]), "取整环节", "stage of rounding")),
});

/** Shape of one benefit as a pack declares it. */
export const benefitSchema = v.strictObject({
  id,
  title: v.strictObject({ zh: v.string(), en: v.string() }),
  per: titled(v.picklist(["month", "day", "once"]), "计发周期", "what the rate is for"),
  form: titled(v.picklist(["cash", "service"]), "发放形式", "form"),
  rates: titled(v.pipe(v.array(benefitRateSchema), v.minLength(1, "EMPTY_LIST")), "标准", "rates"),
  proration: v.exactOptional(prorationSchema),
  paidThrough: titled(v.picklist(["dayBeforeDeath", "dayOfDeath", "monthBeforeDeath", "monthOfDeath"]), "死亡后发放至", "paid through, at death"),
});

/** One dated rate of a benefit. */
export interface BenefitRate extends v.InferOutput<typeof benefitRateSchema> {}
/** How part of a month is paid. */
export interface Proration extends v.InferOutput<typeof prorationSchema> {}
/** One benefit: its dated rates and every convention by which it is counted. `proration` is of monthly benefits. */
export interface Benefit extends v.InferOutput<typeof benefitSchema> {}

/** Shape of one change of a fact: the value from that day on; absent where it is no longer known. */
export const factChangeSchema = v.strictObject({
  fact: v.string(),
  from: date,
  value: v.exactOptional(v.nullable(v.string())),
  reportedOn: v.exactOptional(date),
});

/** Shape of one claim: the days from approval to the end, both included. */
export const benefitClaimSchema = v.strictObject({ benefit: id, from: date, to: v.exactOptional(date), reportedOn: v.exactOptional(date) });

/** Shape of a person or household that holds claims. */
export const benefitHolderSchema = v.strictObject({
  id,
  died: v.exactOptional(titled(v.nullable(date), "死亡日期", "date of death")),
  deathReportedOn: v.exactOptional(date),
  changes: v.array(factChangeSchema),
  claims: v.array(benefitClaimSchema),
});

/** Shape of a household with its holders; who has the household's own id holds the benefits of the household. */
export const benefitHouseholdSchema = v.strictObject({ id, holders: v.array(benefitHolderSchema) });

/** A fact (`ability`, `setting`, `residence` …) has this value from this day until it changes again. Before its first record it is unknown. */
export interface FactChange extends v.InferOutput<typeof factChangeSchema> {}
/** A claim to a benefit. */
export interface BenefitClaim extends v.InferOutput<typeof benefitClaimSchema> {}
/** A person or household with dated facts and claims; `died` absent is unknown, `null` known to be none. A report without a date is on time. */
export interface BenefitHolder extends v.InferOutput<typeof benefitHolderSchema> {}
/** The holders of one household; who has the household's own id holds the benefits of the household. */
export interface BenefitHousehold extends v.InferOutput<typeof benefitHouseholdSchema> {}
