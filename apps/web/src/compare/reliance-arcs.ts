/** One arc above the table, from the decision cited to the one that cites it; lengths in pixels. */
export interface Arc {
  from: number;
  to: number;
  /** how high the arc rises: short ones lie under long ones, so that no label stands on another */
  tier: number;
}

/** Gives each pair of columns its tier: an arc rises above every arc that it spans or crosses. */
export function arcTiers(pairs: readonly { from: number; to: number }[]): Arc[] {
  const byLength = pairs.map((pair, at) => ({ ...pair, at })).toSorted((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.from - b.from);
  const placed: (Arc & { at: number })[] = [];
  for (const pair of byLength) {
    const [low, high] = [Math.min(pair.from, pair.to), Math.max(pair.from, pair.to)];
    const under = placed.filter((other) => Math.min(other.from, other.to) < high && Math.max(other.from, other.to) > low);
    placed.push({ ...pair, tier: 1 + Math.max(0, ...under.map(({ tier }) => tier)) });
  }
  return placed.toSorted((a, b) => a.at - b.at).map(({ from, to, tier }) => ({ from, to, tier }));
}
