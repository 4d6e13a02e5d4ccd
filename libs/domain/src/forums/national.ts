import type { Forum, ForumLaw } from './law.ts';
import { filed, isDecided, isNational, isPending, tops } from './remedies.ts';
import type { CaseFacts, ForumStep, Lane } from './types.ts';

export type NationalWay = { forum: Forum; /** The decision it would go on from. */ below: Lane | null; steps: ForumStep[] };

/** The next steps at home that a chain of courts leaves: appeals from its last decisions, its own court again, new cases, authorities. Where nothing is on file, that is said in a row of its own. */
export function nationalWays(facts: CaseFacts, { forums, versions }: ForumLaw): NationalWay[] {
  const national = forums.filter(({ group }) => group === 'national');
  const ends = tops(facts);
  const ways: NationalWay[] = [];
  for (const forum of national) {
    const { from, kind, states = [] } = forum;
    if (!from) {
      if (states.some((each) => facts.states.includes(each))) ways.push({ forum, below: ends.find(isDecided) ?? null, steps: [] });
      continue;
    }
    const below = facts.lanes.filter((lane) => filed(lane) && isNational(lane) && from.includes(lane.court) && states.some((each) => facts.states.includes(each)));
    const end = below.find((lane) => ends.includes(lane) && (isDecided(lane) || isPending(lane)));
    if (end) {
      ways.push({ forum, below: end, steps: isPending(end) ? [{ of: 'lanes', verdict: 'stops', code: 'below_pending', values: { court: end.courtName } }] : [] });
      continue;
    }
    const there = kind === 'appeal' ? below.flatMap((lane) => facts.lanes.filter((each) => filed(each) && each.court === forum.court && facts.links.some(({ fromId, toId }) => fromId === each.id && toId === lane.id)).map((above) => ({ lane, above }))).find(({ above }) => isPending(above) || isDecided(above)) : undefined;
    if (there) ways.push({ forum, below: there.lane, steps: [{ of: 'lanes', verdict: 'stops', code: isPending(there.above) ? 'is_there' : 'was_there', values: { on: isPending(there.above) ? there.above.openedOn : there.above.decidedOn } }] });
  }
  for (const lane of ends.filter(isDecided)) {
    if (!national.some(({ kind, from }) => (kind === 'appeal' || kind === 'reopening') && from?.includes(lane.court))) ways.push({ forum: nothingOnFile(lane, versions.date), below: lane, steps: [] });
  }
  for (const state of facts.states) if (!national.some(({ kind, states }) => kind === 'authority' && states?.includes(state))) ways.push({ forum: authorityNotChecked(state, versions.date), below: null, steps: [] });
  return ways;
}

const unread = (what: string) => ({ text: `Not checked: ${what}`, source: 'Nothing on file' });
const base = { group: 'national' as const, rules: [], needs: [], exclusion: { pending: 'not_checked' as const, decided: 'not_checked' as const, of: 'any' as const, ...unread('ask counsel in that State.') }, notes: [], basis: 'known' as const };

const last = new Set(['supreme', 'constitutional']);
/** A court whose next step nobody has written down: above it by the library's own record; a highest court may look again; else a court above is not known. */
function nothingOnFile(lane: Lane, date: string): Forum {
  const above = lane.parent !== null || !last.has(lane.level);
  return {
    ...base, id: `${above ? 'appeal' : 'reopening'}-from-${lane.court}`, kind: above ? 'appeal' : 'reopening', date, court: lane.parent ?? lane.court,
    name: lane.parent ? (lane.parentName ?? lane.parent) : above ? 'The court above' : lane.courtName,
    act: lane.parent ? `Appeal from ${lane.courtName}, by the library’s list of courts` : above ? `Appeal from ${lane.courtName}: which court hears it is not on file` : 'Asking the court to look at its judgment again',
    standing: { code: 'party_below', ...unread('who may.') }, exhaustion: { code: above ? 'is_remedy' : 'not_asked', ...unread('ask counsel in that State.') }, binding: { code: 'not_checked', ...unread('force.') },
  };
}
function authorityNotChecked(state: string, date: string): Forum {
  return {
    ...base, id: `authority-${state.toLowerCase()}`, kind: 'authority', date, name: 'Data protection authority or human rights institution', act: 'Complaint', states: [state],
    standing: { code: 'anyone', ...unread('whether there is one, and who may complain.') }, exhaustion: { code: 'not_asked', ...unread('ask counsel in that State.') }, binding: { code: 'not_checked', ...unread('force.') },
  };
}
