import type { NetworkCoverageQuestion, OrphanPoint, OrphanReason } from "./coverageQuestion.js";

/** Whether following managers from a facility leads back to it. */
function isOwnManager(facility: string, managers: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = managers.get(facility); at !== undefined && !seen.has(at); at = managers.get(at)) {
    if (at === facility) return true;
    seen.add(at);
  }
  return false;
}

/**
 * The facilities whose area, area served or manager does not exist, in the order of the list.
 *
 * Source: CK-1.3-e (“中心带点”), CK-2.5-g (乡镇养老服务中心要统筹管理指导辖区互助养老点), IM-1-i.
 * @example
 * coverageOrphans({ areas: [], facilities: [{ id: "f-1", kind: "gachaStation", area: "152525100200" }], expectations: [], naming: "pastoral", clauses: [] }) //=> [{ facility: "f-1", reason: "areaMissing", seen: "152525100200" }]
 */
export function coverageOrphans({ areas, facilities, managedBy = [], serves = [], managedKinds = [] }: NetworkCoverageQuestion): OrphanPoint[] {
  const codes = new Set(areas.map(({ code }) => code));
  const ids = new Set(facilities.map(({ id }) => id));
  const managers = new Map(managedBy.map(({ facility, manager }) => [facility, manager]));
  const servedBy = new Map(facilities.map(({ id }) => [id, [] as string[]]));
  for (const { facility, areas: served } of serves) servedBy.get(facility)?.push(...served);
  return facilities.flatMap(({ id, kind, area, name }) => {
    const orphan = (reason: OrphanReason, seen?: string): OrphanPoint => ({
      facility: id,
      ...(name === undefined ? {} : { name }),
      reason,
      ...(seen === undefined ? {} : { seen }),
    });
    const manager = managers.get(id);
    return [
      ...(codes.has(area) ? [] : [orphan("areaMissing", area)]),
      ...(servedBy.get(id) ?? []).filter((code) => !codes.has(code)).map((code) => orphan("servedAreaMissing", code)),
      ...(manager !== undefined && !ids.has(manager) ? [orphan("managerMissing", manager)] : []),
      ...(manager === undefined && managedKinds.includes(kind) ? [orphan("managerNotRecorded")] : []),
      ...(isOwnManager(id, managers) ? [orphan("managedInACircle", manager)] : []),
    ];
  });
}
