import { EldercareError, type Wording } from "@eldercare/core";
import type { Feature } from "../features/feature.js";
import type { KnownTravel } from "../model/compile.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { reportDispatchIssue } from "./codes.js";
import type { EventOf } from "./event.js";
import { type Responder, respondersTo } from "./responders.js";
import { fill, responseWords } from "./words.js";

/** How an emergency is answered. */
export interface Response {
  /** Who goes; null where nobody is able to go at once. */
  readonly responder: Responder | null;
  /** All who are able, the nearest first. */
  readonly able: readonly Responder[];
  /** Whether she is there within the minutes required; absent where none are. */
  readonly inTime?: boolean;
  readonly message: Wording;
}

function word(responder: Responder | undefined, limit: number | undefined): Wording {
  if (responder === undefined) return responseWords.nobody;
  const { caregiver, arrives, responseMinutes } = responder;
  const words = limit !== undefined && responseMinutes > limit ? responseWords.late : responseWords.inTime;
  const values = { caregiver, arrives, minutes: String(Math.round(responseMinutes * 10) / 10), limit: String(limit) };
  return { zh: fill(words.zh, values), en: fill(words.en, values) };
}

/**
 * Sends somebody to an emergency: the visit is hers from now on, as one that she travels to. Where nobody is able to go at once
 * it is to be made from now on like any other that is required. Resumable.
 *
 * @throws EldercareError `NOT_ABLE_TO_RESPOND`
 */
export function* respond(
  problem: Problem,
  plan: Plan,
  event: EventOf<"emergency">,
  features: readonly Feature[],
  known: KnownTravel,
): Steps<{ readonly problem: Problem; readonly response: Response }> {
  const { respondWithinMinutes: limit, responder: named } = event;
  const able = yield* respondersTo(problem, plan, event.visit, features, known);
  const responder = named === undefined ? able[0] : able.find(({ caregiver }) => caregiver === named);
  if (named !== undefined && responder === undefined)
    throw new EldercareError([reportDispatchIssue("NOT_ABLE_TO_RESPOND", "/event/responder", { seen: named })]);
  const { fixed: _, ...visit } = event.visit;
  const sent =
    responder === undefined
      ? { ...visit, required: true }
      : {
          ...visit,
          required: true,
          fixed: { caregiver: responder.caregiver, date: responder.date, start: responder.arrives, state: "travelling" as const },
        };
  const inTime = responder !== undefined && responder.responseMinutes <= (limit ?? Number.POSITIVE_INFINITY);
  return {
    problem: { ...problem, visits: [...problem.visits, sent] },
    response: { responder: responder ?? null, able, ...(limit === undefined ? {} : { inTime }), message: word(responder, limit) },
  };
}
