import { type DeadlineLaw, daysLeft, shippedLaw } from '../deadlines/index.ts';
import { rangeOf } from '../legal-date.ts';
import { type Forum, type ForumLaw, shippedForums } from './law.ts';
import { nationalWays } from './national.ts';
import { relationsOf } from './relations.ts';
import { filed, isDecided, isNational, isPending, remediesOf, tops } from './remedies.ts';
import { timeBarOf } from './time-bar.ts';
import { type Bound, type TreatyAnswer, treatyStatusOn } from './treaty.ts';
import type { CaseFacts, Elsewhere, ForumAnswer, ForumsResult, ForumState, ForumStep, Lane, Remedies, TimeBar } from './types.ts';

export type ChooserLaw = { deadlines: DeadlineLaw; forums: ForumLaw };
const shipped: ChooserLaw = { deadlines: shippedLaw, forums: shippedForums };

/**
 * Every forum a case could go to, with what is known of it: time bar, treaty status on the day of filing, remedies at home, what excludes
 * what, standing, force, what was decided there. It tells; people decide. What is not known is said, never filled in. Pure: no clock.
 *
 * @param facts the lanes of the case as they stand
 * @returns national ways first, then the others, in the order of the data; every answer with its steps ("why?")
 */
export function forumsFor(facts: CaseFacts, law: ChooserLaw = shipped): ForumsResult {
  const ways = nationalWays(facts, law.forums);
  const national = ways.map(({ forum, below, steps }) => answerOf(forum, { facts, law, below, remedies: null, steps }));
  const remedies = remediesOf(facts, national);
  const latest = (of: readonly Lane[]) => of.filter(isDecided).sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? 1 : -1))[0] ?? null;
  // A period after remedies begins where the chain ended; where a ruling may itself be the act, any ruling will do.
  const [end, ruling] = [latest(tops(facts)), latest(facts.lanes.filter(isNational))];
  const international = law.forums.forums.filter(({ group }) => group === 'international').map((forum) => answerOf(forum, { facts, law, below: forum.rules.some(({ runsFrom }) => runsFrom === 'act') ? ruling : end, remedies, steps: [] }));
  const forums = [...national, ...international];
  return { versions: law.forums.versions, states: [...facts.states], filedOn: facts.filedOn ?? facts.now.slice(0, 10), actOn: facts.actOn, forums, relations: relationsOf(forums) };
}

type Asked = { facts: CaseFacts; law: ChooserLaw; below: Lane | null; remedies: Remedies | null; steps: ForumStep[] };
const stopsTreaty: ReadonlySet<Bound> = new Set(['none', 'ended', 'not_yet']);

function answerOf(forum: Forum, { facts, law, below, remedies, steps: given }: Asked): ForumAnswer {
  const court = forum.court ?? (forum.group === 'international' ? forum.id : null);
  const zone = zoneOf(forum, law.deadlines) ?? 'UTC';
  const today = facts.filedOn ?? Temporal.Instant.from(facts.now).toZonedDateTimeISO(zone).toPlainDate().toString();
  const steps: ForumStep[] = [...given];
  const states = forum.states ? facts.states.filter((each) => forum.states?.includes(each)) : facts.states;
  steps.push(stateStep(forum, facts.states, states));

  if (forum.group === 'international') {
    const there = facts.lanes.find((lane) => lane.court === forum.id && filed(lane) && (isPending(lane) || isDecided(lane)));
    if (there) steps.push({ of: 'lanes', verdict: 'stops', code: isPending(there) ? 'is_there' : 'was_there', values: { on: isPending(there) ? there.openedOn : there.decidedOn } });
  }
  const treaties = states.flatMap((state) => forum.needs.map(({ instrument }) => treatyStatusOn(state, instrument, today, law.forums)));
  steps.push(...treatySteps(forum, treaties));
  steps.push({ of: 'standing', verdict: forum.standing.code === 'not_for_persons' ? 'stops' : 'says', code: forum.standing.code, values: {}, text: forum.standing.text, source: forum.standing.source });

  const elsewhere = elsewhereOf(forum, facts.lanes, treaties);
  for (const { court: name, when, effect, byReservation, on } of elsewhere) steps.push({ of: 'exclusion', verdict: effect === 'stops' ? 'stops' : 'warns', code: byReservation ? 'reservation' : when === 'pending' ? 'pending_elsewhere' : 'decided_elsewhere', values: { court: name, on }, text: byReservation ? (treaties.find(({ reservation }) => reservation)?.reservation?.text ?? forum.exclusion.text) : forum.exclusion.text, source: forum.exclusion.source });
  if (elsewhere.length === 0) steps.push({ of: 'exclusion', verdict: 'says', code: 'nothing_elsewhere', values: {}, text: forum.exclusion.text, source: forum.exclusion.source });

  const time = timeBarOf(forum, facts, { below, remedies, today }, law.deadlines);
  const { step, lastDay, workingDate, days } = timeStep(time, today);
  steps.push(step, ...remedySteps(forum, remedies));
  steps.push({ of: 'binding', verdict: 'says', code: forum.binding.code, values: {}, text: forum.binding.text, source: forum.binding.source });

  const [state, because] = verdictOf(steps);
  const here = facts.library.filter((each) => each.court === court);
  const lower = here.length === 0 && forum.kind === 'appeal' && below ? facts.library.filter((each) => each.court === below.court) : [];
  const { id, name, act, group, kind, standing, exhaustion, binding, exclusion, notes, basis, date, subject = null } = forum;
  return {
    id, name, act, group, kind, standing, exhaustion, binding, exclusion, notes, basis, date, subject, court, state, because, days, lastDay, workingDate, zone: time?.result?.zone ?? null, filedOn: today,
    time, treaties, remedies: forum.exhaustion.code === 'required' ? remedies : null, elsewhere, steps,
    climate: here.length > 0 || lower.length === 0 ? { of: 'forum', items: here } : { of: 'below', items: lower }, speed: here.flatMap(monthsTaken),
  };
}

const zoneOf = (forum: Forum, { rules }: DeadlineLaw): string | undefined => rules.find(({ id, forum: of }) => forum.rules.some((rule) => rule.id === id || `${rule.id}a` === id) || of.id === forum.id)?.forum.zone;

function stateStep({ states }: Forum, all: readonly string[], fitting: readonly string[]): ForumStep {
  if (all.length === 0) return { of: 'state', verdict: 'unknown', code: 'no_state', values: {} };
  if (fitting.length === 0) return { of: 'state', verdict: 'stops', code: 'other_region', values: { states: all.join(', ') } };
  return { of: 'state', verdict: 'fits', code: states ? 'in_region' : 'any_state', values: { states: fitting.join(', ') } };
}

/** With several States it is enough that one is bound; it stops only when none can be. */
function treatySteps(forum: Forum, answers: readonly TreatyAnswer[]): ForumStep[] {
  return forum.needs.flatMap(({ instrument, optional }) => {
    const of = answers.filter((each) => each.instrument === instrument);
    const oneBound = of.some(({ status }) => status === 'bound');
    return of.map((each): ForumStep => {
      const verdict = each.status === 'bound' ? 'fits' : optional || oneBound ? 'says' : stopsTreaty.has(each.status) && of.every(({ status }) => stopsTreaty.has(status)) ? 'stops' : 'unknown';
      return {
        of: 'treaty', verdict, code: `treaty_${each.status}`, source: each.source, ...(each.note && { text: each.note }),
        values: { instrument, name: each.name, state: each.state, from: each.from, to: each.to, asOf: each.asOf, on: each.on, beyond: each.beyond ? 1 : 0, optional: optional ? 1 : 0, how: each.how },
      };
    });
  });
}

function elsewhereOf(forum: Forum, lanes: readonly Lane[], treaties: readonly TreatyAnswer[]): Elsewhere[] {
  const { exclusion, group, id, kind } = forum;
  if (kind === 'appeal' || kind === 'reopening') return []; // the chain it belongs to is not elsewhere
  const reserved = treaties.find(({ status, reservation }) => status === 'bound' && reservation)?.reservation;
  return lanes.filter((lane) => filed(lane) && isNational(lane) === (group === 'national') && lane.court !== id && (exclusion.of !== 'courts' || lane.level === 'regional'))
    .flatMap((lane): Elsewhere[] => {
      const when = isPending(lane) ? 'pending' : isDecided(lane) ? 'decided' : null;
      if (!when) return [];
      const byReservation = reserved?.excludes === when && exclusion[when] !== 'stops';
      const effect = byReservation ? 'stops' : exclusion[when];
      return effect === 'none' ? [] : [{ lane: lane.id, court: lane.courtName, when, on: when === 'pending' ? lane.openedOn : lane.decidedOn, effect, ...(byReservation && { byReservation }) }];
    });
}

type Timed = { step: ForumStep; lastDay: string | null; workingDate: string | null; days: number | null };
function timeStep(time: TimeBar | null, today: string): Timed {
  const none = { lastDay: null, workingDate: null, days: null };
  if (!time?.result) return { ...none, step: { of: 'time', verdict: 'unknown', code: 'no_rule', values: {} } };
  const { result, recorded, rule, because } = time;
  const firm = recorded?.firm ? recorded : null;
  const lastDay = firm?.latestOn ?? result.latestDate;
  const values = { rule, because, on: time.on || null, recorded: recorded?.status ?? null, confirmed: firm?.confirmedName ?? null };
  // Not a bar (UN-1): later may be taken as an abuse, but no door is shut by it.
  const noBar = result.strictness === 'presumption_only';
  if (recorded?.status === 'met') return { ...none, lastDay, step: { of: 'time', verdict: 'fits', code: 'done_in_time', values } };
  if (lastDay !== null && !noBar) {
    const days = daysLeft(lastDay, today), workingDate = firm ? lastDay : result.workingDate;
    return { lastDay, workingDate, days, step: { of: 'time', verdict: days < 0 ? 'stops' : 'fits', code: days < 0 ? 'time_over' : 'time_runs', values: { ...values, lastDay, days } } };
  }
  if (result.status === 'undefined' || noBar) return { ...none, step: { of: 'time', verdict: 'fits', code: 'no_fixed_day', values } };
  return { ...none, step: { of: 'time', verdict: 'unknown', code: 'cannot_count', values: { ...values, reason: result.reason?.code ?? null } } };
}

function remedySteps({ exhaustion }: Forum, remedies: Remedies | null): ForumStep[] {
  const { code, text, source } = exhaustion;
  if (code !== 'required' || !remedies) return [{ of: 'exhaustion', verdict: 'says', code, values: {}, text, source }];
  const { state, on, pending, open, missed } = remedies;
  return [{
    of: 'exhaustion', verdict: state === 'done' ? 'fits' : 'warns', code: `remedies_${state}`, text, source,
    values: { on, pending: pending.join(', ') || null, open: open.map(({ name }) => name).join(', ') || null, missed: missed.join(', ') || null },
  }];
}

/** What shuts a door comes before a time that is over, that before what is not known, and that before the time that runs. Remedies and warnings shut nothing: they are told. */
function verdictOf(steps: readonly ForumStep[]): [ForumState, string] {
  const shut = steps.find(({ of, verdict }) => verdict === 'stops' && of !== 'time');
  if (shut) return ['not_available', shut.code];
  const time = steps.find(({ of }) => of === 'time');
  if (time?.verdict === 'stops') return ['closed', time.code];
  const unsure = steps.find(({ verdict }) => verdict === 'unknown');
  if (unsure) return ['unknown', unsure.code];
  return [time?.code === 'time_runs' ? 'closes' : 'open', time?.code ?? 'no_rule'];
}

const monthsTaken = ({ slug, name, filedOn, decidedOn }: CaseFacts['library'][number]) => {
  const [from, to] = [filedOn ? rangeOf(filedOn)?.from : undefined, decidedOn ? rangeOf(decidedOn)?.from : undefined];
  if (!from || !to || to <= from) return [];
  const { years, months } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'year' });
  return [{ slug, name, months: years * 12 + months }];
};
