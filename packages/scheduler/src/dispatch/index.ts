export type { Appointed } from "../model/presentPlan.js";
export type { Change, ChangeKind } from "./changes.js";
export { type DispatchCode, dispatchCodes } from "./codes.js";
export { type Dispatched, type DispatchOptions, dispatch } from "./dispatch.js";
export { type DispatchEvent, type EventOf, eventSchema } from "./event.js";
export type { Response } from "./respond.js";
export type { Responder } from "./responders.js";
