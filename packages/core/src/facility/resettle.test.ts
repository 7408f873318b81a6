import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HomeToDecide, resettle } from "./resettle.js";

const metres: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  north: { centre: 9000, east: 4000, west: 4000 },
  south: { centre: 3000, east: 12000 },
};
const distanceMetres = (from: string, to: string): number | undefined => metres[from]?.[to];
const group = (id: string, persons: number, keepTogether = false) => ({ id, persons, keepTogether });
// synthetic homes
const homes: readonly HomeToDecide[] = [
  { id: "north", decision: "close", beds: 30, groups: [group("n-1", 6, true), group("n-2", 5)] },
  { id: "centre", decision: "keep", beds: 40, groups: [group("c-1", 34)] },
  { id: "east", decision: "upgrade", beds: 20, groups: [group("e-1", 16)] },
  { id: "west", decision: "keep", beds: 10, groups: [group("w-1", 8)] },
];
const ask = (some: readonly HomeToDecide[], first?: readonly string[]) =>
  resettle({ homes: some, distanceMetres, ...(first === undefined ? {} : { first }), clauses: ["CK-2.2-c", "CK-2.2-d"] }).value;

describe("a home that cannot be converted (demonstration 6)", () => {
  it("sends each group to the nearest home with beds: one kept together where it fits, one that may be split by bed", () => {
    expect(ask(homes)).toMatchObject({
      moves: [
        { group: "n-1", to: "centre", persons: 6, distanceMetres: 9000 },
        { group: "n-2", to: "east", persons: 4, distanceMetres: 4000 },
        { group: "n-2", to: "west", persons: 1, distanceMetres: 4000 },
      ],
      unplaced: [],
      residents: 11,
      moved: 11,
      replacementBeds: 0,
    });
  });

  it("asks for replacement beds where there are too few, naming who is left", () => {
    const full = homes.map((home) => (home.id === "centre" ? { ...home, beds: 36 } : home));
    expect(ask(full)).toMatchObject({ unplaced: [{ group: "n-1", from: "north", persons: 6 }], moved: 5, replacementBeds: 6 });
  });

  it("sends nobody to a home of unknown beds, or of which nothing is decided, and names it", () => {
    const open = homes.map(({ id, groups, ...home }) =>
      id === "east" ? { id, groups, decision: "keep" as const } : id === "west" ? { id, groups, beds: 10 } : { id, groups, ...home },
    );
    const result = ask(open);
    expect(result.undetermined).toEqual(["east", "west"]);
    expect(result.moves.map(({ to }) => to)).toEqual(["centre"]);
  });

  it("does not send people where there is no road, nor where nobody knows how far it is; only the second could still find them a bed", () => {
    const south = [{ id: "south", decision: "close" as const, groups: [group("s-1", 5)] }, ...homes.slice(3)];
    expect(ask(south)).toMatchObject({
      moves: [],
      replacementBeds: 5,
      replacementBedsAtLeast: 3,
      unknownWays: [{ from: "south", to: "west" }],
    });
    const cutOff = resettle({ homes: south, distanceMetres: () => Number.POSITIVE_INFINITY, clauses: ["CK-2.2-d"] });
    expect(cutOff.value).toMatchObject({ replacementBeds: 5, replacementBedsAtLeast: 5, unknownWays: [] });
    expect(cutOff.steps.at(-1)?.value).toBe("5");
  });

  it("does not ask for beds for sure while a home of unknown beds could take everyone", () => {
    const unknownBeds = [
      { id: "south", decision: "close" as const, groups: [group("s-1", 5)] },
      { id: "centre", decision: "keep" as const, groups: [] },
    ];
    expect(ask(unknownBeds)).toMatchObject({ replacementBeds: 5, replacementBedsAtLeast: 0, undetermined: ["centre"] });
  });

  it("lets the homes named first choose first", () => {
    const two = [...homes, { id: "south", decision: "close" as const, groups: [group("s-1", 6, true)] }];
    expect(ask(two).moves.find(({ to }) => to === "centre")?.from).toBe("north");
    expect(ask(two, ["south"]).moves.find(({ to }) => to === "centre")?.from).toBe("south");
  });

  it("refuses distances that are none, and homes that do not exist", () => {
    expect(() => resettle({ homes, distanceMetres: () => Number.NaN, clauses: [] })).toThrow("NOT_A_NUMBER at /distanceMetres/north/centre");
    expect(() => ask(homes, ["nowhere"])).toThrow("REFERENCE_NOT_FOUND at /first/0");
  });
});

describe("a resettlement", () => {
  const anyHomes = fc
    .array(
      fc.record({
        decision: fc.constantFrom("keep", "upgrade", "close", undefined),
        beds: fc.option(fc.nat(30), { nil: undefined }),
        groups: fc.array(fc.record({ persons: fc.integer({ min: 1, max: 9 }), keepTogether: fc.boolean() }), { maxLength: 4 }),
      }),
      { maxLength: 8 },
    )
    .map((some) =>
      some.map(
        ({ decision, beds, groups }, index): HomeToDecide => ({
          id: `h-${index}`,
          ...(decision === undefined ? {} : { decision }),
          ...(beds === undefined ? {} : { beds }),
          groups: groups.map((each, nth) => ({ id: `g-${nth}`, ...each })),
        }),
      ),
    );
  const far = (from: string, to: string): number => (Number(from.slice(2)) * 7 + Number(to.slice(2)) * 3) % 5;
  const solve = (some: readonly HomeToDecide[]) => resettle({ homes: some, distanceMetres: far, clauses: [] }).value;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

  it("accounts for everyone, overfills no home and splits no group that is kept together", () => {
    fc.assert(
      fc.property(anyHomes, (some) => {
        const { moves, unplaced, residents, moved, replacementBeds } = solve(some);
        expect(moved).toBe(sum(moves.map(({ persons }) => persons)));
        expect(replacementBeds).toBe(sum(unplaced.map(({ persons }) => persons)));
        expect(moved + replacementBeds).toBe(residents);
        expect(residents).toBe(
          sum(some.filter(({ decision }) => decision === "close").flatMap(({ groups }) => groups.map(({ persons }) => persons))),
        );
        for (const { id, beds = 0, groups } of some) {
          const coming = sum(moves.filter(({ to }) => to === id).map(({ persons }) => persons));
          if (coming > 0) expect(coming + sum(groups.map(({ persons }) => persons))).toBeLessThanOrEqual(beds);
          for (const { id: name, keepTogether } of groups)
            if (keepTogether) expect(moves.filter(({ from, group: moving }) => from === id && moving === name).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("asks for sure for no bed that turns out not to be needed, once ways and beds are known", () => {
    fc.assert(
      fc.property(anyHomes, fc.nat(3), fc.nat(40), (some, hidden, beds) => {
        const decided = some.map((home) => ({ ...home, decision: home.decision ?? ("keep" as const) }));
        const known = decided.map((home) => ({ ...home, beds: home.beds ?? beds }));
        const distance = (from: string, to: string) => (Number(to.slice(2)) % 4 === hidden ? undefined : far(from, to));
        const open = resettle({ homes: decided, distanceMetres: distance, clauses: [] }).value;
        expect(open.replacementBedsAtLeast).toBeLessThanOrEqual(open.replacementBeds);
        expect(open.replacementBedsAtLeast).toBeLessThanOrEqual(solve(known).replacementBeds);
      }),
    );
  });

  it("comes out the same in whatever order homes and groups are given", () => {
    fc.assert(
      fc.property(anyHomes, (some) => {
        expect(solve([...some].reverse().map((home) => ({ ...home, groups: [...home.groups].reverse() })))).toEqual(solve(some));
      }),
    );
  });
});
