export { type TravelCode, travelCodes } from "./codes.js";
export { type EmbeddedValhallaOptions, embeddedValhalla, type ValhallaActor } from "./embeddedValhalla.js";
export { type OsrmOptions, osrm } from "./osrm.js";
export { type ResolveOptions, resolveTravel } from "./resolveTravel.js";
export type { KnownJourney, TravelCache } from "./travelCache.js";
export { OffRoad, type TravelSource, type TravelTable, Unavailable } from "./travelSource.js";
export { type ValhallaOptions, type ValhallaTravel, valhalla } from "./valhalla.js";
