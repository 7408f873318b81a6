/**
 * What the synthetic register assumes. These shares are made up so that every rule meets somebody and some facts are
 * missing; they are no statistics of any place and must not be quoted as such. Shares are parts of 1.
 */
export const syntheticAssumptions = {
  note: {
    zh: "合成数据的假定值，仅供演示和测试，不是任何地方的统计数据",
    en: "assumed values of synthetic data, for demonstration and tests; statistics of no place",
  },

  /** Ages in years, drawn evenly within a band; weights of the bands. */
  ageBands: [
    [[60, 64], 0.26],
    [[65, 69], 0.26],
    [[70, 74], 0.2],
    [[75, 79], 0.135],
    [[80, 84], 0.085],
    [[85, 89], 0.042],
    [[90, 94], 0.015],
    [[95, 100], 0.003],
  ],
  femaleShareByAge: [
    [60, 0.5],
    [75, 0.54],
    [85, 0.6],
  ],
  /** Weights of households; a couple has two older persons, a family one or two. */
  households: { destitute: 0.032, alone: 0.19, couple: 0.28, family: 0.45 },
  coupleWithinFamilyShare: 0.35,
  spouseYoungerYears: [-4, 6],

  /** Weights of ability levels 0 to 4 from an age on. */
  abilityByAge: [
    [60, [0.9, 0.06, 0.02, 0.012, 0.008]],
    [70, [0.79, 0.12, 0.05, 0.025, 0.015]],
    [80, [0.53, 0.25, 0.11, 0.07, 0.04]],
    [90, [0.27, 0.28, 0.2, 0.15, 0.1]],
  ],
  /** Destitute persons have the ability of someone so many years older. */
  destituteAbilityYears: 12,
  dementiaByAge: [
    [60, 0.012],
    [70, 0.035],
    [80, 0.12],
    [90, 0.25],
  ],
  /** How residents of facilities are classed, by ability level 0 to 4. */
  residentClasses: ["selfCaring", "semiDisabled", "semiDisabled", "disabled", "disabled"],
  disabilityCertificateShareByLevel: [0.03, 0.12, 0.25, 0.5, 0.6],

  concentratedSupportShare: 0.5,
  institutionShareOfDisabled: 0.14,
  institutionShareOfOthersAlone: 0.06,
  minimumLivingShare: 0.08,
  lowIncomeShare: 0.05,
  unstableExitShare: 0.015,
  nearPovertyShare: 0.012,
  specialFamilyPlanningShare: 0.008,
  childlessShareOfAlone: 0.12,
  leftBehindShare: 0.24,
  uncaredForShare: { alone: 0.12, other: 0.008 },
  ruralShareOfCommunities: 0.4,
  ruralShareOfVillages: 0.96,
  honourShare: 0.02,
  longTermCareInsuranceShare: 0.08,
  needsCarePlaceShare: { disabled: 0.12, other: 0.01 },
  wishesInstitutionShare: { disabled: 0.3, other: 0.06 },
  wishesFemaleCaregiverShare: 0.18,
  wishesMandarinShare: 0.02,
  adaptedHomeShare: 0.06,
  childCaresShare: { together: 0.85, away: 0.25 },
  monthlyIncomeYuan: { destitute: [800, 1100], minimumLiving: [600, 1500], lowIncome: [1200, 2400], other: [1800, 9000] },
  assetsYuan: { destitute: [0, 3000], minimumLiving: [0, 20000], lowIncome: [2000, 60000], other: [5000, 300000] },

  /** Share of records in which a fact is unknown. */
  unknownShare: {
    birthDate: 0.005,
    sex: 0.01,
    registeredResidence: 0.04,
    livingArrangement: 0.05,
    leftBehind: 0.06,
    emptyNest: 0.06,
    childless: 0.05,
    uncaredFor: 0.05,
    assistance: 0.03,
    support: 0.03,
    monitoring: 0.05,
    specialFamilyPlanning: 0.05,
    ability: 0.14,
    dementia: 0.08,
    disability: 0.05,
    honours: 0.05,
    wishes: 0.06,
    insurance: 0.06,
    adopted: 0.03,
  },

  /** Villages lie around their township's point, people around their village's; metres. */
  scatterMetres: { townSeat: [0, 300], village: [1000, 6000], person: [0, 1500], facility: [0, 250] },
  /** Villages are drawn with weights between these, residents' committees with more. */
  villageWeight: [0.4, 1.6],
  communityWeightFactor: 1.5,
  dispersedVillageShare: 0.35,
  dispersedUnknownShare: 0.05,

  /** Clauses that bind only where a place has decided to apply them, and the share of townships that did. */
  conditionalClauses: ["CK-2.5-e", "CK-2.6-b", "CK-2.6-c", "CK-2.6-d", "CK-2.6-e", "CK-2.6-f", "CK-2.6-g", "CK-2.12-b"],
  adoptingTownshipShare: 0.4,
  adoptedClauseShare: 0.65,

  /** What is recorded of a village beyond its fields, and the share of records in which a fact is missing. */
  villages: {
    factUnknownShare: 0.05,
    relocationSiteShare: 0.15,
    ruralHappinessHomeShare: 0.12,
    idleFacilityShare: 0.25,
    villagerGroups: [3, 9],
    fewerMutualAidGroupsShare: 0.25,
    careCoordinatorShare: 0.9,
    elderAssociationShare: 0.75,
    careAssistantShare: 0.85,
    volunteerTeamShare: 0.8,
  },
  county: { disabledDestituteDemandMetShare: 0.5, directorsTrained: [18, 30], careWorkersTrained: [140, 230] },

  facilities: {
    townshipHomeShare: 0.8,
    townshipCareCentreShare: 0.86,
    mutualAidPointShare: 0.85,
    leastBeds: { disabledCare: [60, 100], home: [24, 60], centre: [10, 30] },
    bedsPerResident: 1.3,
    nursingBedShare: { disabledCare: [0.74, 0.9], home: [0.15, 0.45], centre: [0.2, 0.6] },
    floorAreaM2: { disabledCare: [3200, 5200], home: [700, 2400], centre: [520, 1600], point: [70, 320], guidance: [120, 260] },
    siteMu: { disabledCare: [8, 15], home: [2, 8], centre: [1, 4] },
    socialisedShare: 0.55,
    careInstitutionOperatorShare: 0.75,
    upgradedShare: 0.68,
    serviceQualityMetShare: 0.66,
    hazardShare: 0.2,
    upgradeIndicatorsMetShare: 0.7,
    publicWelfarePosts: [0, 2],
    volunteerTeamShare: 0.8,
    functionShare: 0.85,
    checklistShare: 0.88,
    /** What a care centre was converted from, by weight. */
    convertedFrom: [
      ["inTownHome", 0.55],
      ["remoteHome", 0.25],
      ["none", 0.2],
    ],
    factUnknownShare: 0.05,
    /** Works begin within so many days of the date; stages follow each other by so many days. */
    worksBegin: "2021-03-01",
    worksBeginWithinDays: 420,
    stageDays: [40, 130],
    lateShare: 0.15,
    lateDays: [200, 500],
    unfinishedShare: 0.08,
    eventsMissingShare: 0.06,
  },

  staff: {
    visitsPerPersonWeek: 0.3,
    visitsPerCaregiverWeek: 30,
    leastPerTownship: 2,
    residentsPerCareWorker: 3,
    residentsPerManager: 10,
    /** Share of the posts so reckoned that is filled, between these. */
    filledShare: [0.7, 1.25],
    nurseShare: 0.4,
    assistantAtPointShare: 0.86,
    guidanceCentreStaff: [2, 3],
    nursesInTeamShare: 0.2,
    careAssistantsInTeamShare: 0.25,
    femaleShare: 0.78,
    halfDayShare: 0.12,
    saturdayShare: 0.3,
    skillShare: { personalCare: 0.95, bathing: 0.65, cleaning: 0.75, nursing: 0.1, rehabilitation: 0.25 },
    trainedShare: 0.94,
    certifiedShare: 0.8,
    ageYears: [24, 58],
  },

  volunteers: { perVillage: 1, perHundredPeople: 1, healthyShare: 0.95, ageYears: [22, 69], hoursPerWeek: [1, 8], capacity: [1, 5] },
} as const;
