import { openTimeBank, postToTimeBank, type TimeBankEntry, timeBankStatement, trialBalance } from "@eldercare/core/timebank";

// example rules: an hour for an hour, three for two hours of bathing, at most 1,500 hours held
const rates = { company: { credited: 1, served: 1 }, bathing: { credited: 3, served: 2 } };
const empty = openTimeBank({ rates, capMinutes: 1500 * 60 });
const villageA = "500229103205";
const villageB = "500229104201";

// three hours given in village A are redeemed in village B
const redeemed: TimeBankEntry = { id: "e-2", on: "2026-11-01", kind: "redeem", member: "m-1", village: villageB, minutes: 180 };
const entries: TimeBankEntry[] = [
  { id: "e-1", on: "2026-10-01", kind: "earn", member: "m-1", village: villageA, servedMinutes: 120, activity: "bathing" },
  redeemed,
  { id: "e-3", on: "2026-11-02", kind: "redeem", member: "m-1", village: villageB, minutes: 60 },
];
const { ledger, outcomes } = postToTimeBank(empty, entries);
for (const outcome of outcomes) console.log(outcome.id, outcome.state === "refused" ? outcome.why : outcome.state);
//=> e-1 posted
//=> e-2 posted
//=> e-3 balanceTooLow

// every minute leaves one account and enters another: village A owes village B three hours
const { debitMinutes, creditMinutes, balances } = trialBalance(ledger, ["CK-2.8-f"]).value;
console.log(debitMinutes === creditMinutes); //=> true
for (const { account, minutes } of balances) console.log(account, minutes);
//=> member:m-1 0
//=> village:500229103205 -180
//=> village:500229104201 180

// the same file read twice changes nothing; another entry under a known id is refused
const again = postToTimeBank(ledger, [...entries.slice(0, 1), { ...redeemed, minutes: 170 }]);
console.log(again.outcomes.map((outcome) => (outcome.state === "refused" ? outcome.why : outcome.state))); //=> [ 'alreadyPosted', 'idTaken' ]

// a mistake is reversed, never erased; the hours were spent already, so the member owes them
const corrected = postToTimeBank(ledger, [{ id: "e-4", on: "2026-11-03", kind: "reverse", reverses: "e-1" }]).ledger;
const statement = timeBankStatement({ ledger: corrected, account: "member:m-1", from: "2026-11-01", to: "2026-11-30", clauses: ["CK-2.8-e"] }).value;
console.log(statement.openingMinutes); //=> 180
for (const { on, kind, minutes, balanceMinutes } of statement.lines) console.log(on, kind, minutes, balanceMinutes);
//=> 2026-11-01 redeem -180 0
//=> 2026-11-03 reverse -180 -180
