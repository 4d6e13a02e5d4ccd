import type { PrecedentFinding } from './precedent-parts.entity.ts';
import type { Precedent, PrecedentText } from './precedent.entity.ts';
import { marksIn, marksInNumber, type SoughtWord } from './search-words.ts';

/** Where in a record a passage stands; `finding` is followed by its limb. */
export type Place = 'short_name' | 'summary' | 'remedy' | 'issue' | `finding:${string}` | 'citation' | 'title' | 'party' | 'notes';
export interface Passage { place: Place; text: string; marks: number[] }

/**
 * The passages that speak of what is sought, in the record's own words: those with most of the sought words first, then in the
 * order in which a reader wants them, at most one from each place and two in all. A name that is hit comes besides, so that the
 * row's title can be marked.
 */
export function passagesOf(record: Precedent, text: PrecedentText, findings: readonly PrecedentFinding[], sought: readonly SoughtWord[]): Passage[] {
  const places: [Place, (string | null)[]][] = [
    ['summary', sentences(text.summary)],
    ['remedy', text.remedies.map((r) => r.detail)],
    ['issue', text.issues],
    ...findings.map((f): [Place, (string | null)[]] => [`finding:${f.limb}`, [f.note]]),
    ['citation', [record.docketNumber, record.neutralCitation, record.ecli, ...text.otherCitations]],
    ['title', [record.title]],
    ['party', [text.parties.petitioners, text.parties.respondents, text.parties.interestedParties, text.parties.amici].flat().map((p) => p.name)],
    ['notes', [...sentences(text.notes ?? ''), text.system.name, text.system.note]],
  ];
  const best = places.flatMap(([place, texts]) => {
    const hits = texts.flatMap((t) => { const hit = t === null ? { marks: [], found: 0 } : place === 'citation' ? marksInNumber(t, sought) : marksIn(t, sought); return hit.found ? [{ place, text: t ?? '', ...hit }] : []; });
    return hits.sort((a, b) => b.found - a.found).slice(0, 1);
  }).sort((a, b) => b.found - a.found).slice(0, 2);
  const name = marksIn(record.shortName, sought);
  return [...(name.found ? [{ place: 'short_name' as const, text: record.shortName, marks: name.marks }] : []), ...best.map(({ place, text: t, marks }) => ({ place, text: t, marks }))];
}

/** Sentences, so that a passage is short; abbreviations such as "v." and "No." end none. */
const sentences = (text: string): string[] => text.split(/(?<=[.!?]["’)]?)(?<!\b(?:v|vs|No|Nos|art|Art|para|paras|s|ss|St|Dr|cf|e\.g|i\.e)\.)\s+(?=["“(]?\p{Lu})/u);
