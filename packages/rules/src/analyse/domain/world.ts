import type { AreaCode, CivilDate, SubjectKind } from "@eldercare/core";
import type { Context } from "../../assess/context.js";
import type { ParameterValues } from "../../logic/closures.js";

/** Whom an analysis may imagine: records of one kind, in one area, on one date, with the parameters that are settled. */
export interface World {
  readonly subject: SubjectKind;
  readonly on: CivilDate;
  /** Where the record stands: the jurisdiction of the pack. */
  readonly area: AreaCode;
  /** An open parameter is `undefined`: whoever applies the pack may give it whatever its type allows. */
  readonly parameters: ParameterValues;
  /** Whether a declared fact of a subject is a share, between none and the whole. */
  readonly isShare: (subject: SubjectKind, fact: string) => boolean;
}

/** The world of a pack for one kind of subject. */
export function worldOf(context: Context, subject: SubjectKind, on: CivilDate, parameters: ParameterValues): World {
  const isShare = (owner: SubjectKind, fact: string): boolean => context.meaning.unitOf(owner, fact) === "share";
  return { subject, on, area: context.pack.area, parameters, isShare };
}
