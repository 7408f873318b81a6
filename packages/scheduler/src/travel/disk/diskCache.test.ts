import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskCache } from "./diskCache.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-travel-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const place = (id: string, lng: number) => ({ id, lng, lat: 32 });
const [a, b, c] = [place("a", 108), place("b", 108.1), place("c", 108.2)];

it("keeps seconds, metres, no way and no distance, by coordinates and not by name", async () => {
  await diskCache(folder).write("one", a, [b, c, a], [{ seconds: 600.5, metres: 7000 }, { seconds: null, metres: null }, { seconds: 0 }]);
  const known = await diskCache(folder).read("one", { ...a, id: "anything" }, [c, b, a, place("d", 108.3)]);
  expect(known).toEqual([{ seconds: null, metres: null }, { seconds: 600.5, metres: 7000 }, { seconds: 0 }, undefined]);
});

it("tells sources and origins apart", async () => {
  expect(await diskCache(folder).read("other", a, [b])).toEqual([undefined]);
  expect(await diskCache(folder).read("one", b, [a])).toEqual([undefined]);
});

it("adds to what is there, also when answers arrive at the same time, and leaves no drafts", async () => {
  const cache = diskCache(join(folder, "together"));
  const places = Array.from({ length: 20 }, (_, index) => place(`p-${index}`, 110 + index / 10));
  await Promise.all(places.map((to, index) => cache.write("one", a, [to], [{ seconds: index }])));
  expect((await cache.read("one", a, places)).map((journey) => journey?.seconds)).toEqual(places.map((_, index) => index));
  const [source] = await readdir(join(folder, "together"));
  expect(await readdir(join(folder, "together", source ?? ""))).toEqual(["108000000_32000000.bin"]);
});

it("writes the same bytes for the same journeys, in whatever order they came", async () => {
  const bytesOf = async (name: string, order: readonly (typeof b)[]) => {
    const cache = diskCache(join(folder, name));
    for (const to of order) await cache.write("one", a, [to], [{ seconds: to.lng }]);
    const [source] = await readdir(join(folder, name));
    return readFile(join(folder, name, source ?? "", "108000000_32000000.bin"));
  };
  expect(await bytesOf("forth", [b, c])).toEqual(await bytesOf("back", [c, b]));
});
