/** Browser code: draws the routes, the timetable and the itinerary of the chosen township and day. */
export const dayViewScript = `
const hues = 8;
const visit = 0;
const clock = (seconds) => String(Math.floor(seconds / 3600)).padStart(2, "0") + ":" + String(Math.floor(seconds / 60) % 60).padStart(2, "0");
const minutes = (seconds) => Math.round(seconds / 60).toLocaleString("en-US");
const letters = (index) => (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const hueOf = (caregiver) => "c" + (caregiver % hues) + (Math.floor(caregiver / hues) % 2 === 1 ? " dashed" : "");
const serviceName = (index) => (index < 0 ? { zh: "", en: "" } : data.scene.services[index]);

// arrays of the embedded data by name
const readStop = ([kind, id, person, service, x, y, markX, markY, arrive, start, end]) => ({ kind, id, person, service, x, y, markX, markY, arrive, start, end });
function readRoute([caregiver, departs, returns, startX, startY, endX, endY, stops]) {
  let number = 0;
  const read = stops.map(readStop).map((stop) => ({ ...stop, label: stop.kind === visit ? letters(caregiver) + ++number : "" }));
  return { caregiver, departs, returns, startX, startY, endX, endY, stops: read, visits: read.filter((stop) => stop.kind === visit) };
}

let highlighted = null;

function stopTitle(route, stop, township) {
  const parts = [stop.label, township.caregivers[route.caregiver], clock(stop.start) + "–" + clock(stop.end), serviceName(stop.service)[lang()], stop.person];
  return parts.filter((part) => part !== "").join(" · ");
}

const routePath = ({ startX, startY, endX, endY, stops }) =>
  "M" + startX + " " + startY + stops.map(({ x, y }) => "L" + x + " " + y).join("") + "L" + endX + " " + endY;

function drawRouteMap(township, routes) {
  const map = byId("route-map");
  const villages = township.villages.map(([name, x, y]) => draw("circle", { class: "village", cx: x, cy: y, r: 2.5 }, draw("title", {}, name)));
  const names = township.villages.filter(([, , , labelX]) => labelX !== undefined).map(([name, , , x, y, anchor]) =>
    draw("text", { class: "village", x, y, "text-anchor": ["start", "middle", "end"][anchor] }, name));
  const starts = [...new Map(routes.map((route) => [route.startX + " " + route.startY, route])).values()].map(({ startX, startY }) =>
    draw("rect", { class: "start", x: startX - 5, y: startY - 5, width: 10, height: 10 }, draw("title", {}, word("begins"))));
  const lines = routes.map((route) =>
    draw("path", { class: "route " + hueOf(route.caregiver), "data-caregiver": route.caregiver, d: routePath(route) },
      draw("title", {}, letters(route.caregiver) + " " + township.caregivers[route.caregiver])));
  const marks = routes.flatMap((route) => route.visits.map((stop) =>
    draw("g", { class: "stop " + hueOf(route.caregiver), "data-caregiver": route.caregiver },
      draw("title", {}, stopTitle(route, stop, township)),
      ...(stop.x === stop.markX && stop.y === stop.markY ? [] : [draw("path", { class: "leader", d: "M" + stop.x + " " + stop.y + "L" + stop.markX + " " + stop.markY })]),
      draw("circle", { cx: stop.markX, cy: stop.markY, r: 10.5 }),
      draw("text", { x: stop.markX, y: stop.markY + 3.4, "text-anchor": "middle" }, stop.label))));
  const bottom = map.viewBox.baseVal.height - 14;
  const { units, metres } = township.scale;
  const scale = draw("g", { class: "scale" }, draw("path", { d: "M14 " + (bottom - 4) + "v4h" + units + "v-4" }),
    draw("text", { x: 18 + units, y: bottom }, metres < 1000 ? metres + " m" : metres / 1000 + " km"));
  map.classList.toggle("crowded", marks.length > data.scene.numberedAtMost);
  byId("crowded-hint").hidden = marks.length <= data.scene.numberedAtMost;
  map.replaceChildren(...villages, ...lines, ...names, ...starts, ...marks, scale);
}

function drawCountyRoutes(township, routes) {
  for (const town of document.querySelectorAll("#county-map .town")) town.classList.toggle("chosen", town.dataset.township === township.code);
  const [scaleX, scaleY, moveX, moveY] = township.toCounty;
  byId("county-routes")?.replaceChildren(draw("g", { transform: "matrix(" + [scaleX, 0, 0, scaleY, moveX, moveY].join(" ") + ")" },
    ...routes.map((route) => draw("path", { class: "route " + hueOf(route.caregiver), d: routePath(route) }))));
}

function lane(route, township) {
  const [from, to] = data.scene.hours;
  const share = (seconds) => (100 * (seconds / 3600 - from)) / (to - from) + "%";
  const bar = (kind, begins, ends, title, ...text) => {
    const element = make("div", { class: "bar " + kind, title: title + " " + clock(begins) + "–" + clock(ends) }, ...text);
    element.style.left = share(begins);
    element.style.width = "calc(" + share(ends) + " - " + share(begins) + ")";
    return element;
  };
  const bars = [];
  let since = route.departs;
  for (const stop of route.stops) {
    if (stop.arrive > since) bars.push(bar("travel", since, stop.arrive, word("travel")));
    if (stop.start > stop.arrive) bars.push(bar("wait", stop.arrive, stop.start, word("wait")));
    bars.push(stop.kind === visit
      ? bar("visit", stop.start, stop.end, stopTitle(route, stop, township), make("b", {}, stop.label), make("span", {}, serviceName(stop.service)[lang()]))
      : bar("break", stop.start, stop.end, word("break"), word("break")));
    since = stop.end;
  }
  if (route.returns > since) bars.push(bar("travel", since, route.returns, word("travel")));
  const figures = word("routeFigures", { visits: route.visits.length, departs: clock(route.departs), returns: clock(route.returns) });
  const pressed = String(highlighted === route.caregiver);
  return make("div", { class: "lane " + hueOf(route.caregiver), "data-caregiver": route.caregiver },
    make("button", { type: "button", "aria-pressed": pressed }, make("b", { class: "letter" }, letters(route.caregiver)), make("span", {}, township.caregivers[route.caregiver], make("small", {}, figures))),
    make("div", { class: "track" }, ...bars));
}

function drawTimetable(township, routes) {
  const [from, to] = data.scene.hours;
  const hours = make("div", { class: "track hours", "aria-hidden": "true" });
  for (let hour = from; hour <= to; hour += 1) {
    const tick = make("span", {}, String(hour).padStart(2, "0"));
    tick.style.left = (100 * (hour - from)) / (to - from) + "%";
    hours.append(tick);
  }
  const timetable = byId("timetable");
  timetable.style.setProperty("--hours", String(to - from));
  timetable.replaceChildren(...(routes.length === 0 ? [make("p", { class: "none" }, word("noVisits"))] : [make("div", { class: "lane head" }, make("span"), hours), ...routes.map((route) => lane(route, township))]));
}

function drawItinerary(township, routes) {
  const heading = ["caregiver", "stop", "arrive", "start", "end", "service", "person"].map((name) => make("th", { scope: "col" }, word(name)));
  const rows = routes.filter((route) => highlighted === null || route.caregiver === highlighted).flatMap((route) => route.stops.map((stop) =>
    make("tr", {}, ...[township.caregivers[route.caregiver], stop.label, clock(stop.arrive), clock(stop.start), clock(stop.end),
      stop.kind === visit ? serviceName(stop.service)[lang()] : word("break"), stop.person].map((cell) => make("td", {}, cell)))));
  byId("itinerary-table").replaceChildren(make("thead", {}, make("tr", {}, ...heading)), make("tbody", {}, ...rows));
}

function drawDay() {
  const township = data.scene.townships[Number(byId("township").value)];
  const routes = township.days[Number(byId("day").value)].map(readRoute);
  const add = (measure) => routes.reduce((total, route) => total + measure(route), 0);
  const serviceSeconds = (route) => route.visits.reduce((total, stop) => total + stop.end - stop.start, 0);
  const travelSeconds = ({ departs, returns, stops }) => stops.reduce((total, stop) => total - (stop.end - stop.arrive), returns - departs);
  byId("day-figures").textContent = routes.length === 0 ? word("noVisits") : word("dayFigures", {
    caregivers: routes.length, visits: add((route) => route.visits.length), service: minutes(add(serviceSeconds)), travel: minutes(add(travelSeconds)) });
  drawRouteMap(township, routes);
  drawCountyRoutes(township, routes);
  drawTimetable(township, routes);
  drawItinerary(township, routes);
  showHighlight();
}

function showHighlight() {
  for (const element of document.querySelectorAll("#visits [data-caregiver]")) {
    const mine = Number(element.dataset.caregiver) === highlighted;
    element.classList.toggle("dim", highlighted !== null && !mine);
    element.classList.toggle("chosen", mine);
    element.querySelector("button")?.setAttribute("aria-pressed", String(mine));
  }
  byId("route-map").append(...document.querySelectorAll("#route-map .stop.chosen"));
  byId("all-caregivers").hidden = highlighted === null;
}

function highlight(caregiver) {
  highlighted = caregiver;
  const township = data.scene.townships[Number(byId("township").value)];
  drawItinerary(township, township.days[Number(byId("day").value)].map(readRoute));
  showHighlight();
}

if (byId("township") !== null) {
  for (const id of ["township", "day"]) byId(id).addEventListener("change", () => { highlighted = null; drawDay(); });
  byId("all-caregivers").addEventListener("click", () => highlight(null));
  for (const id of ["route-map", "timetable"]) byId(id).addEventListener("click", (event) => {
    const caregiver = event.target.closest("[data-caregiver]")?.dataset.caregiver;
    if (caregiver !== undefined) highlight(Number(caregiver) === highlighted ? null : Number(caregiver));
  });
  byId("county-map")?.addEventListener("click", (event) => {
    const code = event.target.closest(".town")?.dataset.township;
    const index = data.scene.townships.findIndex((township) => township.code === code);
    if (index < 0) return;
    byId("township").value = String(index);
    highlighted = null;
    drawDay();
  });
  onLanguage.push(drawDay);
}
`;
