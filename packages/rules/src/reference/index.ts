export type { JsonLogic } from "./plainLogic.js";
export { type SecondOpinion, secondOpinion } from "./secondOpinion.js";
