/**
 * Does a record's list of what was not confirmed name this citation? The lists are notes by people: `cites` (all of them),
 * `cites (one-slug, other-slug)`, `cites[1]`, `cites[0..2]`. In doubt a note covers every citation.
 */
export function citationIsUnverified(unverified: readonly string[], at: { index: number; slug: string }): boolean {
  return unverified.some((note) =>
    [...note.matchAll(/\bcites(?:\[(\d+)(?:\.\.(\d+))?\])?(?:\s*\(([^)]*)\))?/gu)].some(([, from, to, among]) => {
      if (from !== undefined) return at.index >= Number(from) && at.index <= Number(to ?? from);
      const named = among?.match(/[a-z]{2,}(?:-[a-z0-9]+){2,}/gu);
      return !named || named.includes(at.slug);
    }));
}
