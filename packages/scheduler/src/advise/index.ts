export { analyse } from "./analysis/analyse.js";
export type { Analysis, Price, PricePart } from "./analysis/analysis.js";
export type { Coverage, CoverageFigures, TransportFigures } from "./analysis/coverageFigures.js";
export type { FacesFigures, FacesOfPerson, WishesKept, WishFigures } from "./analysis/facesFigures.js";
export type { Figures } from "./analysis/figures.js";
export type { LoadFigures, LoadOfCaregiver, ShiftFigures } from "./analysis/loadFigures.js";
export type { LatenessFigures, TimeFigures, TravelFigures } from "./analysis/timeFigures.js";
export type { Advice, Appointment, MovedStop, Suggestion, WordedReason } from "./desk/advice.js";
export { type Adviser, adviser, suggest } from "./desk/adviser.js";
