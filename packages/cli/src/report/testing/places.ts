import { readFileSync } from "node:fs";
import { seededRandom } from "../../synthetic/random.js";
import type { ReportPlace } from "../reportData.js";

const folder = new URL("../../../../../examples/data/chengkou/", import.meta.url);

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

const toFiveDecimals = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The 25 townships of Chengkou; one has no coordinate at the source and is listed without. */
export function chengkouTownships(): ReportPlace[] {
  return rowsOf("chengkou-towns.csv").map(([code = "", name = "", , , , lng = "", lat = ""]) =>
    lng === "" ? { code, name } : { code, name, lng: Number(lng), lat: Number(lat) },
  );
}

/** The 204 villages, each at a made-up place within some kilometres of its township. */
export function chengkouVillages(townships: readonly ReportPlace[]): ReportPlace[] {
  const random = seededRandom(7, "report villages");
  return rowsOf("chengkou-villages.csv").map(([code = "", , name = "", , townshipCode = ""]) => {
    const seat = townships.find((township) => township.code === townshipCode);
    if (seat?.lng === undefined || seat.lat === undefined) return { code, name };
    const turn = random.fraction() * 2 * Math.PI;
    const reach = 0.008 + random.fraction() * 0.035;
    return { code, name, lng: toFiveDecimals(seat.lng + reach * 1.18 * Math.cos(turn)), lat: toFiveDecimals(seat.lat + reach * Math.sin(turn)) };
  });
}
