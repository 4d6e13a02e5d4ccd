/** Claims in the order of the case, each followed by those that carry it on in a later instance. */
export function inLines<C extends { id: string; lineageOfId: string | null; ordinal: number }>(claims: readonly C[]): C[] {
  const sorted = [...claims].sort((a, b) => a.ordinal - b.ordinal);
  const known = new Set(sorted.map(({ id }) => id));
  const taken = new Set<string>();
  const withLater = (claim: C): C[] => {
    if (taken.has(claim.id)) return []; // a circle cannot be stored; do not hang on one
    taken.add(claim.id);
    return [claim, ...sorted.filter(({ lineageOfId }) => lineageOfId === claim.id).flatMap(withLater)];
  };
  const roots = sorted.filter(({ lineageOfId }) => !lineageOfId || !known.has(lineageOfId));
  return [...roots.flatMap(withLater), ...sorted.flatMap(withLater)];
}
