import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTimeBank, postToTimeBank } from "./postToTimeBank.js";
import type { TimeBankEntry, TimeBankLedger } from "./timeBankEntry.js";
import { timeBankStatement, trialBalance } from "./timeBankStatement.js";

const [villageA, villageB] = ["500229103205", "500229104201"];
const rules = { rates: { company: { credited: 1, served: 1 }, bathing: { credited: 3, served: 2 } }, capMinutes: 600 };
const empty = openTimeBank(rules);
const earn = (id: string, servedMinutes: number, member = "m-1", activity = "company"): TimeBankEntry => ({
  id,
  on: "2026-10-01",
  kind: "earn",
  member,
  village: villageA,
  servedMinutes,
  activity,
});
const redeem = (id: string, minutes: number, member = "m-1", village = villageB): TimeBankEntry => ({
  id,
  on: "2026-11-01",
  kind: "redeem",
  member,
  village,
  minutes,
});
const reverse = (id: string, reverses: string): TimeBankEntry => ({ id, on: "2026-11-02", kind: "reverse", reverses });
const balancesOf = (ledger: TimeBankLedger) =>
  Object.fromEntries(trialBalance(ledger, []).value.balances.map(({ account, minutes }) => [account, minutes]));
const outcome = (...entries: TimeBankEntry[]) => {
  const { outcomes } = postToTimeBank(empty, entries);
  const last = outcomes.at(-1);
  return last?.state === "refused" ? last.why : last?.state;
};

describe("demonstration 31", () => {
  it("three hours given in village A are redeemed in village B, and A then owes them to B", () => {
    const { ledger, outcomes } = postToTimeBank(empty, [earn("e-1", 180), redeem("e-2", 180)]);
    expect(outcomes.map(({ state }) => state)).toEqual(["posted", "posted"]);
    expect(balancesOf(ledger)).toEqual({ "member:m-1": 0, [`village:${villageA}`]: -180, [`village:${villageB}`]: 180 });
    const settled = postToTimeBank(ledger, [{ id: "e-3", on: "2026-12-01", kind: "settle", village: villageB, to: villageA, minutes: 180 }]);
    expect(Object.values(balancesOf(settled.ledger))).toEqual([0, 0, 0]);
  });
});

describe("a time bank", () => {
  it("credits service by its rate, rounded down once, up to the cap", () => {
    const { outcomes } = postToTimeBank(empty, [earn("e-1", 61, "m-1", "bathing"), earn("e-2", 700), earn("e-3", 1)]);
    expect(outcomes).toEqual([
      { id: "e-1", state: "posted", minutes: 91, uncreditedMinutes: 0 },
      { id: "e-2", state: "posted", minutes: 509, uncreditedMinutes: 191 },
      { id: "e-3", state: "refused", why: "capReached" },
    ]);
  });

  it("lets nobody redeem or give more than they have", () => {
    expect(outcome(earn("e-1", 60), redeem("e-2", 61))).toBe("balanceTooLow");
    expect(outcome({ id: "e-1", on: "2026-10-01", kind: "give", member: "m-1", to: "m-2", minutes: 1 })).toBe("balanceTooLow");
    expect(outcome(earn("e-1", 60), { id: "e-2", on: "2026-10-01", kind: "give", member: "m-1", to: "m-2", minutes: 60 })).toBe("posted");
    expect(outcome(earn("e-1", 60), { id: "e-2", on: "2026-10-01", kind: "give", member: "m-1", to: "m-1", minutes: 60 })).toBe("sameAccount");
  });

  it("knows no rate by a name that every object has", () => {
    expect(outcome(earn("e-1", 60, "m-1", "constructor"))).toBe("rateUnknown");
  });

  it("knows no rate but those given", () => {
    expect(outcome(earn("e-1", 60, "m-1", "gardening"))).toBe("rateUnknown");
  });

  it("takes the same entry twice as one, and refuses another under its id", () => {
    const { ledger, outcomes } = postToTimeBank(empty, [earn("e-1", 60), { ...earn("e-1", 60) }, earn("e-1", 61)]);
    expect(outcomes.map((each) => (each.state === "refused" ? each.why : each.state))).toEqual(["posted", "alreadyPosted", "idTaken"]);
    expect(ledger.postings).toHaveLength(1);
  });

  it("corrects by a reversing entry, once, and lets a member owe hours that were spent", () => {
    const { ledger, outcomes } = postToTimeBank(empty, [
      earn("e-1", 60),
      redeem("e-2", 40),
      reverse("e-3", "e-1"),
      reverse("e-4", "e-1"),
      reverse("e-5", "e-9"),
    ]);
    expect(outcomes.map((each) => (each.state === "refused" ? each.why : each.state))).toEqual([
      "posted",
      "posted",
      "posted",
      "alreadyReversed",
      "nothingToReverse",
    ]);
    expect(balancesOf(ledger)["member:m-1"]).toBe(-40);
    expect(ledger.postings.map(({ entry }) => entry.id)).toEqual(["e-1", "e-2", "e-3"]);
    expect(outcome(earn("e-1", 60), reverse("e-2", "e-1"), reverse("e-3", "e-2"))).toBe("nothingToReverse");
  });

  it("leaves the earlier books as they were", () => {
    const first = postToTimeBank(empty, [earn("e-1", 60)]).ledger;
    postToTimeBank(first, [redeem("e-2", 60)]);
    expect(empty.postings).toEqual([]);
    expect(first.postings).toHaveLength(1);
  });

  it("posts nothing where an entry is malformed, and says all that is wrong", () => {
    const wrong = [
      { ...earn("e-1", 0), on: "2026-02-30" },
      { ...redeem("e-2", 1), village: "12" + "x" },
    ];
    expect(() => postToTimeBank(empty, wrong)).toThrow(/at \/entries\/0\/.*\(\+2 more\)/);
    expect(() => openTimeBank({ rates: { x: { credited: -1, served: 0 } } })).toThrow(/OUT_OF_RANGE at \/rules\/rates\/x\/credited.*\(\+1 more\)/);
  });

  it("states an account over a period with the balance after each entry", () => {
    const { ledger } = postToTimeBank(empty, [earn("e-1", 60), redeem("e-2", 40), redeem("e-3", 5, "m-1", villageA)]);
    const { value } = timeBankStatement({ ledger, account: "member:m-1", from: "2026-11-01", to: "2026-11-30", clauses: [] });
    expect(value).toEqual({
      openingMinutes: 60,
      lines: [
        { id: "e-2", on: "2026-11-01", kind: "redeem", with: `village:${villageB}`, minutes: -40, balanceMinutes: 20 },
        { id: "e-3", on: "2026-11-01", kind: "redeem", with: `village:${villageA}`, minutes: -5, balanceMinutes: 15 },
      ],
      closingMinutes: 15,
    });
  });
});

describe("the books of any sequence of entries", () => {
  const member = fc.constantFrom("m-1", "m-2", "m-3");
  const village = fc.constantFrom(villageA, villageB);
  const minutes = fc.integer({ min: 1, max: 400 });
  const id = fc.integer({ min: 0, max: 25 }).map((number) => `e-${number}`);
  const on = fc.constantFrom("2026-10-01", "2026-10-02", "2026-11-01");
  const entry: fc.Arbitrary<TimeBankEntry> = fc.oneof(
    fc.record({
      id,
      on,
      kind: fc.constant("earn" as const),
      member,
      village,
      servedMinutes: minutes,
      activity: fc.constantFrom("company", "bathing"),
    }),
    fc.record({ id, on, kind: fc.constant("redeem" as const), member, village, minutes }),
    fc.record({ id, on, kind: fc.constant("give" as const), member, to: member, minutes }),
    fc.record({ id, on, kind: fc.constant("settle" as const), village, to: village, minutes }),
    fc.record({ id, on, kind: fc.constant("reverse" as const), reverses: id }),
  );
  const entries = fc.array(entry, { maxLength: 40 });

  it("have credits equal to debits, and statements that close on the balance", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { ledger } = postToTimeBank(empty, all);
        const { debitMinutes, creditMinutes, balances } = trialBalance(ledger, []).value;
        expect(debitMinutes).toBe(creditMinutes);
        expect(balances.reduce((sum, each) => sum + each.minutes, 0)).toBe(0);
        for (const { account, minutes: balance } of balances) {
          const { value } = timeBankStatement({ ledger, account, from: "2026-01-01", to: "2026-12-31", clauses: [] });
          expect(value.closingMinutes).toBe(balance);
        }
      }),
    );
  });

  it("let no member owe hours but by a correction, and none hold more than the cap but by one", () => {
    fc.assert(
      fc.property(
        entries.map((all) => all.filter(({ kind }) => kind !== "reverse")),
        (all) => {
          const held = Object.entries(balancesOf(postToTimeBank(empty, all).ledger)).filter(([account]) => account.startsWith("member:"));
          for (const [, balance] of held) {
            expect(balance).toBeGreaterThanOrEqual(0);
            expect(balance).toBeLessThanOrEqual(600);
          }
        },
      ),
    );
  });

  it("are the same posted one by one, at once, or twice over", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const atOnce = postToTimeBank(empty, all).ledger;
        const oneByOne = all.reduce((ledger, each) => postToTimeBank(ledger, [each]).ledger, empty);
        expect(oneByOne).toEqual(atOnce);
        const posted = atOnce.postings.map((posting) => posting.entry);
        expect(postToTimeBank(atOnce, posted).ledger).toEqual(atOnce);
      }),
    );
  });

  it("stand as before after every entry is reversed", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { ledger } = postToTimeBank(
          empty,
          all.filter(({ kind }) => kind !== "reverse"),
        );
        const undo = ledger.postings.map(({ entry: posted }) => reverse(`undo ${posted.id}`, posted.id));
        expect(Object.values(balancesOf(postToTimeBank(ledger, undo).ledger)).every((balance) => balance === 0)).toBe(true);
      }),
    );
  });
});
