import type { FeatureSearch } from "../searchHalf.js";

/** Only who holds every certificate that a visit needs, at its level or above and valid on the day, makes it. */
export const certificatesSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew, date }) => {
      const lacking = (visit.needs?.certificates ?? []).filter(
        ({ kind, level = 0 }) =>
          !crew.some(({ certificates = [] }) =>
            certificates.some((held) => held.kind === kind && (held.level ?? 0) >= level && (held.validTo === undefined || held.validTo >= date)),
          ),
      );
      return lacking.length === 0 ? undefined : { code: "CERTIFICATE_MISSING", relax: { certificates: lacking } };
    },
};
