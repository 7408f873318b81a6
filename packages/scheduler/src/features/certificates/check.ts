import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds visits made by someone without a certificate that they need, or whose certificate had expired. */
export const certificatesCheck: FeatureCheck = {
  codes: {
    CERTIFICATE_MISSING: {
      zh: "护理员 {caregiver} 在 {date} 没有上门服务 {visit} 所需的有效证书 {kind}",
      en: "caregiver {caregiver} holds no certificate {kind} valid on {date}, which visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsOfRoutes(checked).flatMap(({ visit, caregiver, crew, date }) => {
      const valid = crew.flatMap((member) => member.certificates ?? []).filter((held) => !(held.validTo !== undefined && held.validTo < date));
      return (visit.needs?.certificates ?? []).flatMap((needed) => {
        const best = Math.max(-1, ...valid.filter((held) => held.kind === needed.kind).map((held) => held.level ?? 0));
        return best >= (needed.level ?? 0)
          ? []
          : [{ code: "CERTIFICATE_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { kind: needed.kind } }];
      });
    }),
};
