import { type Issue, reportIssue, type ServiceCatalogue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";

/** What the shape of a catalogue cannot show: services that occur twice, hours of visit that end before they begin. */
export function checkCatalogue({ services }: ServiceCatalogue): Issue[] {
  const seen = new Set<string>();
  return services.flatMap(({ id, windows }, row) => {
    const twice = seen.has(id) ? [reportIssue("DUPLICATE_ID", `/services/${row}/id`, { seen: id })] : [];
    seen.add(id);
    const upsideDown = windows.flatMap(({ from, to }, nth) =>
      to < from ? [reportCliIssue("WINDOW_ENDS_BEFORE_IT_BEGINS", `/services/${row}/windows/${nth}/to`, { seen: to })] : [],
    );
    return [...twice, ...upsideDown];
  });
}
