export { type SecondOpinion, secondOpinion } from "./secondOpinion.js";
