import type { CivilDate, DecisionStatus, EffectKind, Modality, Step, SubjectKind, Wording } from "@eldercare/core";

/** A document that the packs rest on. */
export interface ReportSource {
  readonly id: string;
  /** Document number, e.g. 城府办发〔2021〕156号. */
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly issued: CivilDate;
  readonly checkedOn: CivilDate;
}

/** A sentence of a source, verbatim. */
export interface ReportClause {
  readonly section: string;
  readonly quote: string;
  readonly modality: Modality;
  /** `id` of a source. */
  readonly source: string;
}

/** One rule and what it came to for all its subjects. */
export interface ReportRule {
  readonly id: string;
  readonly title: Wording;
  readonly kind: EffectKind;
  readonly subject: SubjectKind;
  readonly modality: Modality;
  readonly clauses: readonly string[];
  /** True where an example value of an illustrative overlay decided at least one outcome. */
  readonly illustrative: boolean;
  /** Subjects granted (or met). */
  readonly granted: number;
  /** Subjects denied (or not met). */
  readonly denied: number;
  readonly undetermined: number;
}

/** Every person under every rule, for looking up one person. */
export interface ListedDecisions {
  /** Rule ids in the order of the columns. */
  readonly rules: readonly string[];
  /** Person ids in the order of the rows. */
  readonly ids: readonly string[];
  /** Area code of each person's residence, `""` where unknown. */
  readonly areas: readonly string[];
  /** One character a person and rule, person-major (`[person * rules.length + rule]`): "0" denied, "1" granted, "2" undetermined. */
  readonly status: string;
}

/** The people assessed. */
export interface ReportPeople {
  readonly count: number;
  /** `null` where the register is too large to embed; the page then says that the look-up is left out. */
  readonly listed: ListedDecisions | null;
}

/** A fact or parameter worth asking for. */
export interface ReportQuestion {
  /** JSON pointer of a fact or id of a parameter. */
  readonly fact: string;
  readonly title: Wording;
  /** Undetermined decisions that it could settle. */
  readonly people: number;
}

/** What a staffing rule asks of one facility; numbers that nobody could compute are absent. */
export interface FacilityStaffing {
  readonly rule: string;
  readonly title: Wording;
  /** Staff that the rule requires, in persons. */
  readonly required?: number;
  /** Staff that the register lists, in persons. */
  readonly present?: number;
  /** Staff missing, in persons, 0 where there are enough. */
  readonly short?: number;
  readonly steps: readonly Step[];
  readonly clauses: readonly string[];
}

/** What a standard asks of one facility and what was found. */
export interface FacilityStandard {
  readonly rule: string;
  readonly title: Wording;
  readonly status: DecisionStatus;
  readonly observed?: string;
  readonly required?: string;
  readonly modality: Modality;
  readonly clauses: readonly string[];
}

/** One facility with staff, standards and running cost. */
export interface ReportFacility {
  readonly id: string;
  readonly name: string;
  /** A facility kind of the register, e.g. `townshipHome`. */
  readonly kind: string;
  /** Code of the township, or its name. */
  readonly township: string;
  readonly staffing: readonly FacilityStaffing[];
  readonly standards: readonly FacilityStandard[];
  /** Running cost for a year, in fen. */
  readonly fundingFen?: number;
  readonly fundingSteps: readonly Step[];
  /** Clauses of the running cost. */
  readonly fundingClauses?: readonly string[];
}

/** Something in the documents that a reader would want to know, e.g. a total that its named parts do not reach. */
export interface TargetWarning {
  readonly message: Wording;
  readonly clauses: readonly string[];
}

/** A target of the county and where it stands on the date asked. */
export interface ReportTarget {
  readonly rule: string;
  readonly title: Wording;
  readonly state: "met" | "due" | "overdue" | "undated" | "undetermined";
  readonly observed?: string;
  readonly required?: string;
  readonly by?: CivilDate;
  readonly modality: Modality;
  readonly clauses: readonly string[];
  readonly warnings: readonly TargetWarning[];
}

/** A named place; coordinates in degrees (WGS 84), absent where unknown: then it is listed and not drawn. */
export interface ReportPlace {
  /** Area code: 9 digits for a township, 12 for a village. */
  readonly code: string;
  readonly name: string;
  readonly lng?: number;
  readonly lat?: number;
}

/** The period's visits in figures. */
export interface VisitFigures {
  readonly asked: number;
  readonly planned: number;
  readonly unassigned: number;
  readonly caregivers: number;
  readonly distanceKm: number;
  readonly travelMinutes: number;
  readonly serviceMinutes: number;
}

/** A visit that nobody could take, and why. */
export interface UnassignedVisit {
  readonly visit: string;
  readonly person: string;
  /** Key of `services`. */
  readonly service: string;
  /** Code of the township, or its name. */
  readonly township: string;
  readonly reasons: readonly Wording[];
}

/** A point in degrees (WGS 84). */
export interface GeoPoint {
  readonly lng: number;
  readonly lat: number;
}

/** One stop of a route; times `HH:MM` or `HH:MM:SS`. */
export interface ReportStop extends GeoPoint {
  readonly kind: "visit" | "break";
  readonly id: string;
  readonly person?: string;
  /** Key of `services`. */
  readonly service?: string;
  readonly arrive: string;
  readonly start: string;
  readonly end: string;
}

/** One caregiver's day; times `HH:MM` or `HH:MM:SS`. */
export interface ReportRoute {
  /** Code of the township whose team the caregiver belongs to. */
  readonly township: string;
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly departs: string;
  readonly returns: string;
  readonly start: GeoPoint;
  readonly end: GeoPoint;
  readonly stops: readonly ReportStop[];
}

/** Everything that the report shows. Same data, same bytes. */
export interface ReportData {
  readonly title: Wording;
  /** The date asked about. */
  readonly on: CivilDate;
  /** The days that visits are planned for, both included. */
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  /** True where register and staff are synthetic: the page says so at its head. */
  readonly synthetic: boolean;
  /** True where example values stood in for parameters that the documents leave open. */
  readonly illustrative: boolean;
  readonly illustrativeParameters: readonly { readonly id: string; readonly title: Wording; readonly value: string }[];
  /** Parameters that nobody has supplied; `clause` is the id of a clause. */
  readonly openParameters: readonly { readonly id: string; readonly title: Wording; readonly clause: string }[];
  readonly sources: readonly ReportSource[];
  readonly clauses: Readonly<Record<string, ReportClause>>;
  readonly rules: readonly ReportRule[];
  readonly people: ReportPeople;
  readonly askNext: readonly ReportQuestion[];
  readonly facilities: readonly ReportFacility[];
  readonly targets: readonly ReportTarget[];
  readonly townships: readonly ReportPlace[];
  readonly villages: readonly ReportPlace[];
  readonly visits: VisitFigures;
  readonly unassigned: readonly UnassignedVisit[];
  readonly routes: readonly ReportRoute[];
  readonly services: Readonly<Record<string, Wording>>;
  /** Lines of credit for data, one a source. */
  readonly credits: readonly string[];
}
