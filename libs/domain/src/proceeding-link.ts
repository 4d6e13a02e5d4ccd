import type { Fault } from './faults.ts';
import { compareLegalDates, rangeOf } from './legal-date.ts';
import { takesOver } from './result.ts';
import { acyclicLinkTypes, isCode, ProceedingLinkType } from './vocabulary.ts';

/**
 * How proceedings hang together (domain 2.2, ProceedingLink; invariants 2 and 26). A link reads "from … to": the later
 * proceeding points to the earlier. Joining files never merges them: each keeps its own parties, claims and dispositions.
 */
export type LinkLike = { fromId: string; toId: string; type: string; on?: string | null; claimIds?: readonly string[] | null };
type Opened = { id: string; openedOn?: string | null };

/** Links that bring the claims of the earlier proceeding before the later one, unless the link names which. */
const brings = (type: string) => takesOver.has(type) || type === 'exhausted_for';
const comesAfter = (type: string) => isCode(ProceedingLinkType, type) && acyclicLinkTypes.has(type);

/** Would this link close a circle of appeals? A → B → A is refused; a remittal goes to a proceeding of its own (invariant 2). */
export function closesCircle(links: readonly LinkLike[], added: LinkLike): boolean {
  if (!comesAfter(added.type)) return false;
  const seen = new Set<string>();
  const waiting = [added.toId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === added.fromId) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...links.filter((link) => comesAfter(link.type) && link.fromId === at).map(({ toId }) => toId));
  }
  return false;
}

/** Is the whole of one date before the whole of the other? Rough dates that overlap are no contradiction. */
function before(a: string | null | undefined, b: string | null | undefined): boolean {
  const [one, other] = [a ? rangeOf(a) : null, b ? rangeOf(b) : null];
  return Boolean(one && other && one.to < other.from);
}

/** Into which file a proceeding was joined, and is still; a severance ends it. `lead_of` says the same from the other side. */
export function leadOf(links: readonly LinkLike[], proceedingId: string): string | undefined {
  const joined = links.filter(({ fromId, toId, type }) => (type === 'consolidated_into' && fromId === proceedingId) || (type === 'lead_of' && toId === proceedingId))
    .map((link) => ({ lead: link.type === 'lead_of' ? link.fromId : link.toId, on: link.on ?? '' }));
  return joined.find(({ lead, on }) => !links.some((link) => link.type === 'severed_from' && link.fromId === proceedingId && link.toId === lead && !before(link.on, on)))?.lead;
}

/** The files heard as one with this proceeding, the lead first; the proceeding alone where it is joined to none. */
export function heardTogether(links: readonly LinkLike[], proceedingId: string): string[] {
  const lead = leadOf(links, proceedingId) ?? proceedingId;
  const members = new Set(links.flatMap(({ fromId, toId, type }) => (type === 'consolidated_into' ? [fromId] : type === 'lead_of' ? [toId] : [])));
  return [lead, ...[...members].filter((id) => id !== lead && leadOf(links, id) === lead)];
}

/** What is wrong with a link that is to be added: each fault with its field. Empty when all is well. */
export function linkFaults(links: readonly LinkLike[], added: LinkLike, known: { proceedings?: readonly Opened[]; claims?: readonly { id: string }[] } = {}): Fault[] {
  const { fromId, toId, type } = added;
  const opened = (id: string) => known.proceedings?.find((each) => each.id === id)?.openedOn;
  const joins = type === 'consolidated_into' ? { member: fromId, lead: toId } : type === 'lead_of' ? { member: toId, lead: fromId } : undefined;
  const faults: (Fault | false)[] = [
    fromId === toId && { field: 'toId', reason: 'same_proceeding' },
    // Files may be joined and severed more than once, not twice on one day.
    links.some((link) => link.fromId === fromId && link.toId === toId && link.type === type && ((joins === undefined && type !== 'severed_from') || (link.on ?? '') === (added.on ?? ''))) && { field: 'toId', reason: 'repeated' },
    // A case sent back is a new proceeding, perhaps under its old number: A′, never A again.
    fromId !== toId && closesCircle(links, added) && { field: 'fromId', reason: type === 'remitted_from' ? 'remittal_needs_new_proceeding' : 'closes_circle' },
    comesAfter(type) && before(opened(fromId), opened(toId)) && { field: 'fromId', reason: 'before_what_it_follows' },
    joins !== undefined && leadOf(links, joins.member) !== undefined && { field: type === 'lead_of' ? 'toId' : 'fromId', reason: 'joined_already' },
    joins !== undefined && leadOf(links, joins.lead) !== undefined && { field: type === 'lead_of' ? 'fromId' : 'toId', reason: 'lead_is_joined' },
    joins !== undefined && heardTogether(links, joins.member)[0] === joins.member && heardTogether(links, joins.member).length > 1 && { field: type === 'lead_of' ? 'toId' : 'fromId', reason: 'leads_others' },
    ...(added.claimIds ?? []).map((id, at) => known.claims !== undefined && !known.claims.some((claim) => claim.id === id) && { field: `claimIds[${at}]`, reason: 'unknown' }),
  ];
  return faults.filter((fault) => fault !== false);
}

/** The claims that stand before a proceeding: its own, and those its links carried there. Where a link does not say which (`null`), all. */
export function claimsBefore(proceedingId: string, links: readonly LinkLike[], claims: readonly { id: string; proceedingId?: string | null }[]): string[] {
  const collect = (id: string, path: readonly string[]): string[] => {
    if (path.includes(id)) return [];
    const carried = links.filter((link) => link.fromId === id && (link.claimIds || brings(link.type))).flatMap((link) => link.claimIds ?? collect(link.toId, [...path, id]));
    return [...carried, ...claims.filter((claim) => claim.proceedingId === id).map((claim) => claim.id)];
  };
  const found = new Set(collect(proceedingId, []));
  return claims.map(({ id }) => id).filter((id) => found.has(id));
}

/** One file's own records, joined or severed alike (invariant 26). */
export function recordsOf<P extends { proceedingId?: string | null }, C extends { proceedingId?: string | null }, D extends { proceedingId: string }>(
  proceedingId: string, all: { parties: readonly P[]; claims: readonly C[]; dispositions: readonly D[] },
): { parties: P[]; claims: C[]; dispositions: D[] } {
  const own = (each: { proceedingId?: string | null }) => each.proceedingId === proceedingId;
  return { parties: all.parties.filter(own), claims: all.claims.filter(own), dispositions: all.dispositions.filter(own) };
}

/** One judgment in three joined petitions is one decision and three proceedings (scenario 2); nothing is counted by rows. */
export function countFiles(proceedings: readonly { id: string }[], decisions: readonly { id: string; proceedingIds: readonly string[] }[]): { decisions: number; proceedings: number } {
  return { decisions: new Set(decisions.map(({ id }) => id)).size, proceedings: new Set([...proceedings.map(({ id }) => id), ...decisions.flatMap(({ proceedingIds }) => proceedingIds)]).size };
}

/** Files joined to those a decision names, which it does not name itself: asked of whoever enters the decision, not filled in. */
export function filesLeftOut(decision: { proceedingIds: readonly string[] }, links: readonly LinkLike[]): string[] {
  const together = new Set(decision.proceedingIds.flatMap((id) => heardTogether(links, id)));
  return [...together].filter((id) => !decision.proceedingIds.includes(id));
}

/** The later courts on a proceeding's claims, the nearest first. An appeal from the lead is an appeal from every joined file. */
export function laterProceedings(links: readonly LinkLike[], proceedingId: string): string[] {
  const below = heardTogether(links, proceedingId);
  const found: string[] = [];
  for (const waiting = [...below]; waiting.length > 0;) {
    const at = waiting.shift() as string;
    const above = links.filter(({ toId, type }) => toId === at && takesOver.has(type)).sort((a, b) => compareLegalDates(a.on ?? '', b.on ?? ''));
    for (const { fromId } of above) if (!below.includes(fromId) && !found.includes(fromId)) { found.push(fromId); waiting.push(fromId); }
  }
  return found;
}

/** When a matter began: the first filing of it in any court, before it was moved (scenario 12). Time to judgment runs from here. */
export function firstFiling(proceedings: readonly Opened[], links: readonly LinkLike[], proceedingId: string): string | null {
  const line = [proceedingId];
  for (const at of line) line.push(...links.filter(({ fromId, type, toId }) => fromId === at && type === 'transferred_from' && !line.includes(toId)).map(({ toId }) => toId));
  const days = proceedings.flatMap(({ id, openedOn }) => (line.includes(id) && openedOn ? [openedOn] : []));
  return days.sort((a, b) => compareLegalDates(a, b))[0] ?? null;
}
