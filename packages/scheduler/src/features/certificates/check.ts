import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made by someone without a certificate that they need, or whose certificate had expired. */
export const certificatesCheck: FeatureCheck = {
  codes: {
    CERTIFICATE_MISSING: {
      zh: "护理员 {caregiver} 在 {date} 没有上门服务 {visit} 所需的有效证书 {kind}",
      en: "caregiver {caregiver} holds no certificate {kind} valid on {date}, which visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "certificates").flatMap(({ visit, caregiver, crew, date }) =>
      (visit.needs?.certificates ?? []).flatMap(({ kind, level: least = 0 }) =>
        crew.some(({ certificates = [] }) =>
          certificates.some((held) => held.kind === kind && (held.level ?? 0) >= least && (held.validTo === undefined || held.validTo >= date)),
        )
          ? []
          : [{ code: "CERTIFICATE_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { kind } }],
      ),
    ),
};
