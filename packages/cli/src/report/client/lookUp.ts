/** Browser code: one person's results with the clauses, and the visits of the period. */
export const lookUpScript = `
const statuses = ["denied", "granted", "undetermined"];
const nearAtMost = 12;

const placeName = (code) => [...new Set([data.places[code.slice(0, 9)] ?? "", data.places[code] ?? ""])].join(" ").trim() || code;

function ruleRow(rule, status) {
  const row = byId("rule-" + data.people.ruleRows[rule]);
  const title = row === null ? make("code", {}, data.people.rules[rule]) : row.querySelector(".title").cloneNode(true);
  const quotes = row?.querySelector(".quotes")?.cloneNode(true);
  return make("tr", {}, make("th", { scope: "row" }, title), make("td", {}, make("em", { class: "chip " + status }, sayWord(status))), make("td", {}, ...(quotes ? [quotes] : [])));
}

function visitsOf(person) {
  const rows = data.scene.townships.flatMap((township) => township.days.flatMap((routes, day) => routes.map(readRoute).flatMap((route) =>
    route.visits.filter((stop) => stop.person === person).map((stop) => ({ day, stop, caregiver: township.caregivers[route.caregiver] })))));
  rows.sort((a, b) => a.day - b.day || a.stop.start - b.stop.start);
  if (rows.length === 0) return make("p", { class: "none" }, sayWord("noVisitsOf"));
  const heading = ["day", "start", "end", "service", "caregiver"].map((name) => make("th", { scope: "col" }, sayWord(name)));
  return make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, ...heading)), make("tbody", {}, ...rows.map(({ day, stop, caregiver }) =>
    make("tr", {}, ...[data.scene.dates[day], clock(stop.start), clock(stop.end), say(serviceName(stop.service)), caregiver].map((cell) => make("td", {}, cell)))))));
}

function personAnswer(index) {
  const { ids, areas, rules, status } = data.people;
  const of = { granted: [], undetermined: [], denied: [] };
  rules.forEach((_, rule) => {
    const name = statuses[Number(status[index * rules.length + rule])];
    of[name].push(ruleRow(rule, name));
  });
  const shown = [...of.granted, ...of.undetermined];
  return [
    make("h3", {}, ids[index]),
    ...(areas[index] === "" ? [] : [make("p", {}, sayWord("livesIn", { area: placeName(areas[index]) }))]),
    ...(shown.length === 0 ? [] : [make("table", { class: "decisions" }, make("tbody", {}, ...shown))]),
    ...(of.denied.length === 0 ? [] : [make("details", {}, make("summary", {}, sayWord("deniedCount", { n: of.denied.length })), make("table", { class: "decisions" }, make("tbody", {}, ...of.denied)))]),
    make("h4", {}, sayWord("visits")),
    visitsOf(ids[index]),
  ];
}

function lookUp(text) {
  const id = text.trim();
  const exact = data.people.ids.indexOf(id);
  const answer = byId("look-up-answer");
  if (exact >= 0) return answer.replaceChildren(...personAnswer(exact));
  const near = data.people.ids.filter((each) => id !== "" && each.toLowerCase().includes(id.toLowerCase())).slice(0, nearAtMost);
  const buttons = near.map((each) => make("button", { type: "button", class: "near" }, each));
  answer.replaceChildren(make("p", {}, sayWord("notFound", { id })), ...(near.length === 0 ? [] : [make("p", {}, sayWord("near"), " ", ...buttons)]));
}

byId("look-up-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  lookUp(byId("person-id").value);
});
byId("look-up-answer")?.addEventListener("click", (event) => {
  const button = event.target.closest("button.near");
  if (button === null) return;
  byId("person-id").value = button.textContent;
  lookUp(button.textContent);
});
`;
