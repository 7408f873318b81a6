import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../../model/problem.js";
import type { KnownJourney, TravelCache } from "../remote/travelCache.js";

/** A journey on disk: two coordinates in millionths of a degree, then seconds and metres. */
const bytesPerJourney = 4 + 4 + 8 + 8;

const millionths = (degrees: number): number => Math.round(degrees * 1e6);

const keyOf = ({ lng, lat }: Place): string => `${millionths(lng)},${millionths(lat)}`;

/** Infinity stands for no way, NaN for a distance that the source does not know. */
const written = (value: number | null | undefined): number => (value === undefined ? Number.NaN : (value ?? Number.POSITIVE_INFINITY));

const readEntry = (value: number): number | null => (value === Number.POSITIVE_INFINITY ? null : value);

function decode(bytes: Buffer): Map<string, KnownJourney> {
  const journeys = new Map<string, KnownJourney>();
  for (let at = 0; at + bytesPerJourney <= bytes.length; at += bytesPerJourney) {
    const metres = bytes.readDoubleLE(at + 16);
    journeys.set(`${bytes.readInt32LE(at)},${bytes.readInt32LE(at + 4)}`, {
      seconds: readEntry(bytes.readDoubleLE(at + 8)),
      ...(Number.isNaN(metres) ? {} : { metres: readEntry(metres) }),
    });
  }
  return journeys;
}

function encode(journeys: ReadonlyMap<string, KnownJourney>): Buffer {
  const bytes = Buffer.alloc(journeys.size * bytesPerJourney);
  let at = 0;
  // in order, so that the same journeys are the same bytes
  for (const key of [...journeys.keys()].sort()) {
    const [lng, lat] = key.split(",").map(Number) as [number, number];
    const { seconds, metres } = journeys.get(key) as KnownJourney;
    bytes.writeInt32LE(lng, at);
    bytes.writeInt32LE(lat, at + 4);
    bytes.writeDoubleLE(written(seconds), at + 8);
    bytes.writeDoubleLE(written(metres), at + 16);
    at += bytesPerJourney;
  }
  return bytes;
}

/**
 * Keeps journeys in a folder, a file for each origin: a week's plan asks the road network only about new places. Places
 * are told apart by their coordinates, to a decimetre. Files are replaced as a whole, so that a run that is broken off
 * leaves none half-written.
 *
 * Roads change: delete the folder when the map behind the source does.
 *
 * @param folder made where it does not exist
 * @example
 * const cache = diskCache(folder);
 * const here = { id: "a", lng: 108.5, lat: 31.9 };
 * await cache.write("osrm", here, [{ id: "b", lng: 108.6, lat: 31.9 }], [{ seconds: 600 }]);
 * await cache.read("osrm", here, [{ id: "anything", lng: 108.6, lat: 31.9 }]) //=> [{ seconds: 600 }]
 */
export function diskCache(folder: string): TravelCache {
  const fileOf = (source: string, origin: Place) => {
    const name = createHash("sha256").update(source).digest("hex").slice(0, 16);
    return { folder: join(folder, name), file: join(folder, name, `${keyOf(origin).replace(",", "_")}.bin`) };
  };
  const load = async (source: string, origin: Place): Promise<Map<string, KnownJourney>> => {
    try {
      return decode(await readFile(fileOf(source, origin).file));
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === "ENOENT") return new Map();
      throw error;
    }
  };
  // answers about one origin may arrive at the same time: each waits for the one before
  const writing = new Map<string, Promise<void>>();
  return {
    read: async (source, origin, destinations) => {
      const known = await load(source, origin);
      return destinations.map((destination) => known.get(keyOf(destination)));
    },
    write: (source, origin, destinations, journeys) => {
      const place = fileOf(source, origin);
      const add = async () => {
        const known = await load(source, origin);
        for (const [index, destination] of destinations.entries()) {
          const journey = journeys[index];
          if (journey !== undefined) known.set(keyOf(destination), journey);
        }
        await mkdir(place.folder, { recursive: true });
        const draft = `${place.file}.${randomUUID()}`;
        await writeFile(draft, encode(known));
        await rename(draft, place.file);
      };
      const turn = (writing.get(place.file) ?? Promise.resolve()).then(add, add);
      writing.set(place.file, turn);
      return turn;
    },
  };
}
