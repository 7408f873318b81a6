import { defineCodes } from "../errors/issue.js";

/** The codes of the room `coordinates`. */
export const coordinateCodes = {
  LNG_LAT_SWAPPED: {
    message: {
      zh: "纬度 {seen} 超过 90 度，经纬度可能写反",
      en: "latitude {seen} is beyond 90 degrees: longitude and latitude may be changed about",
    },
    advice: { zh: "改为 lng（经度）{lng}、lat（纬度）{lat}", en: "write lng (longitude) {lng}, lat (latitude) {lat}" },
  },
} as const;

/** Reports an issue under a code of the room `coordinates`. */
export const reportCoordinateIssue = defineCodes<keyof typeof coordinateCodes>(coordinateCodes);
