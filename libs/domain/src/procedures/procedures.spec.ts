import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allStages, check } from '../index.ts';
import { canMove, localWord, nextStages, procedureTemplates, procedureTracks, readTemplate, readTemplates, stageEntry, stageEntryFaults, suggestStage, suggestStatus, templateFor, type Track, trackOf, tracksFor, wayOf } from './index.ts';

const must = (key: string): Track => {
  const track = trackOf(key);
  if (!track) throw new Error(`no track ${key}`);
  return track;
};

/** One matter per track, from its first stage to its end, and one step nobody can take. */
const walks: Record<string, { way: string; never: [from: string, to: string] }> = {
  'SM-CL/petition': { way: 'drafting filed leave certified_urgent interim_ex_parte interim_inter_partes served responses joinder_amici consolidation joinder_amici directions mentions directions submissions hearing reserved judgment orders_extracted notice_of_appeal compliance', never: ['judgment', 'hearing'] },
  'SM-CL/appeal': { way: 'notice record stay_application submissions hearing reserved judgment further_appeal_leave final', never: ['judgment', 'record'] },
  'SM-CV/annulment': { way: 'filed admitted defence evidence_period closing_arguments advocate_or_prosecutor_opinion deliberation judgment cassation final execution', never: ['filed', 'execution'] },
  'SM-CV/abstract_review': { way: 'referral_by_entitled_body admissibility interveners interveners decision_erga_omnes', never: ['decision_erga_omnes', 'admissibility'] },
  'SM-TU/tutela': { way: 'filed admitted provisional_measure authority_report judgment impugned second_instance sent_to_constitutional_court selected review compliance incidente_de_desacato incidente_de_desacato compliance', never: ['not_selected', 'review'] },
  'SM-AM/indirect': { way: 'filed prevention admitted suspension_provisional suspension_definitive justified_report constitutional_hearing judgment revision execution repetition_of_act repetition_of_act', never: ['sobreseimiento', 'execution'] },
  'SM-ECHR/application': { way: 'lodged registered allocated rule39 notified_to_state third_party_leave third_party_leave friendly_settlement_phase observations chamber_judgment three_month_window gc_request gc_panel gc_judgment cm_supervision action_plan action_report action_plan action_report final_resolution', never: ['committee_judgment', 'gc_request'] },
  'SM-IA/commission': { way: 'petition_received initial_review transmitted_to_state precautionary_measures admissibility merits_observations art_50_report compliance_window compliance_window submitted_to_court', never: ['submitted_to_court', 'art_51_report'] },
  'SM-IA/court': { way: 'submitted notified victims_brief state_answer observations_on_objections declarants_list hearing amicus_window final_arguments judgment interpretation compliance_supervision compliance_supervision archived', never: ['judgment', 'hearing'] },
  'SM-AF/commission': { way: 'received seized provisional_measures admissibility merits decision transmitted published implementation_follow_up', never: ['received', 'decision'] },
  'SM-AF/court': { way: 'filed registered served reply further_pleadings pleadings_closed hearing judgment judgment state_compliance_report non_compliance_to_executive_council', never: ['no_jurisdiction', 'judgment'] },
  'SM-ACERWC/communication': { way: 'received registered admissibility merits hearing decision implementation_reporting closed', never: ['closed', 'implementation_reporting'] },
  'SM-ECOWAS/application': { way: 'application expedited provisional_measures defence reply rejoinder oral judgment revision writ_to_national_authority', never: ['application', 'judgment'] },
  'SM-EACJ/reference': { way: 'reference response scheduling_conference hearing first_instance_judgment notice_of_appeal final', never: ['final', 'notice_of_appeal'] },
  'SM-EACJ/appeal': { way: 'notice_of_appeal response scheduling_conference hearing judgment final', never: ['hearing', 'response'] },
  'SM-EACJ/preliminary_reference': { way: 'national_order_for_reference reference response scheduling_conference hearing judgment returned', never: ['returned', 'judgment'] },
  'SM-CJEU-PR/reference': { way: 'national_order_for_reference registered notified written_observations hearing_request hearing ag_opinion judgment returned national_decision', never: ['judgment', 'ag_opinion'] },
  'SM-UN/communication': { way: 'submitted more_info more_info registered interim_measures transmitted state_observations author_comments state_observations author_comments views published state_follow_up follow_up_grade follow_up_grade closed', never: ['inadmissible', 'views'] },
  'SM-DPA/complaint': { way: 'lodged triage inquiry provisional_decision decision court_appeal compliance', never: ['triage', 'compliance'] },
};

describe('The 13 procedure templates', () => {
  it('are those of the list, each with version and source', () => {
    expect(procedureTemplates.map(({ id }) => id)).toEqual(['SM-CL', 'SM-CV', 'SM-TU', 'SM-AM', 'SM-ECHR', 'SM-IA', 'SM-AF', 'SM-ACERWC', 'SM-ECOWAS', 'SM-EACJ', 'SM-CJEU-PR', 'SM-UN', 'SM-DPA']);
    for (const { version, source, verification } of procedureTemplates) expect([version, source.startsWith('Domain specification 2.4'), verification]).toEqual([1, true, 'unverified']);
    expect(Object.keys(walks).sort()).toEqual(procedureTracks.map(({ key }) => key).sort());
  });
  it.each(Object.entries(walks))('%s walks one matter from its start to its end', (key, { way }) => {
    const track = must(key);
    const stages = way.split(' ');
    stages.forEach((stage, at) => { expect([stage, canMove(track, stages.slice(0, at), stage)]).toEqual([stage, { allowed: true }]); });
    expect(track.stages.find(({ code }) => code === stages.at(-1))?.end).toBe(true);
  });
  it.each(Object.entries(walks))('%s refuses a step nobody can take', (key, { never: [from, to] }) => {
    expect(canMove(must(key), [from], to)).toMatchObject({ allowed: false });
  });
  it('every stage a track has can be walked to, and every code of the vocabulary stands in a track', () => {
    for (const track of procedureTracks) {
      const reached = new Set<string>();
      const walk = (way: string[]) => { for (const { code } of nextStages(track, way)) if (!reached.has(code)) { reached.add(code); walk([...way, code]); } };
      walk([]);
      expect([track.key, track.stages.map(({ code }) => code).filter((code) => !reached.has(code))]).toEqual([track.key, []]);
    }
    expect([...allStages].sort()).toEqual([...new Set(procedureTracks.flatMap(({ stages }) => stages.map(({ code }) => code)))].sort());
  });
});

describe('A move that is refused says why', () => {
  const petition = must('SM-CL/petition');
  it.each<[string[], string, object]>([
    [[], 'hearing', { why: 'not_the_start', start: 'drafting' }],
    [['filed'], 'hearing', { why: 'skips', over: ['served', 'responses', 'submissions'] }],
    [['filed', 'served'], 'filed', { why: 'not_from_here', may: ['responses'] }],
    [['hearing'], 'hearing', { why: 'already_there' }],
    [['compliance'], 'judgment', { why: 'ended', at: 'compliance' }],
    [['filed'], 'ag_opinion', { why: 'unknown_stage', stage: 'ag_opinion' }],
    [['ag_opinion'], 'hearing', { why: 'unknown_stage', stage: 'ag_opinion' }],
  ])('%j to %s', (way, to, refusal) => { expect(canMove(petition, way, to)).toEqual({ allowed: false, ...refusal }); });
  it('what may be left out may be passed over, in whatever number', () => {
    expect(canMove(petition, ['filed'], 'served')).toEqual({ allowed: true });
    expect(nextStages(petition, ['hearing']).map(({ code }) => code)).toEqual(['reserved', 'judgment']);
  });
  it('after urgent measures the matter goes on from where it was', () => {
    const court = must('SM-IA/court');
    expect(nextStages(court, ['submitted', 'provisional_measures']).map(({ code }) => code)).toEqual(['submitted', 'notified']);
    expect(canMove(court, ['archived'], 'provisional_measures')).toMatchObject({ why: 'ended' });
    expect(canMove(court, ['provisional_measures'], 'submitted')).toMatchObject({ allowed: false });
  });
});

describe('Scenario 1: an event suggests a stage and forces nothing', () => {
  const petition = must('SM-CL/petition');
  it('heard and reserved', () => {
    expect(suggestStage(petition, ['filed', 'submissions', 'hearing'], { type: 'hearing', outcome: 'heard_reserved' })).toEqual({ stage: 'reserved', skips: [], status: 'reserved', leavesTo: undefined });
    expect(suggestStage(petition, ['submissions'], { type: 'hearing', outcome: 'heard_reserved' })).toMatchObject({ stage: 'reserved', skips: ['hearing'] });
  });
  it('judgment, when nobody logged what came before', () => {
    expect(suggestStage(petition, ['filed'], { type: 'judgment', outcome: 'judgment_delivered' })).toMatchObject({ stage: 'judgment', skips: ['served', 'responses', 'submissions', 'hearing'], status: 'decided' });
    expect(suggestStage(petition, [], { type: 'filing' })).toMatchObject({ stage: 'filed', skips: ['drafting'] });
  });
  it('papers in turn: each filing suggests the next one', () => {
    const ecowas = must('SM-ECOWAS/application');
    expect(['application', 'defence', 'reply'].map((stage) => suggestStage(ecowas, [stage], { type: 'filing' })?.stage)).toEqual(['defence', 'reply', 'rejoinder']);
    expect(suggestStage(must('SM-UN/communication'), ['registered', 'transmitted', 'state_observations'], { type: 'filing' })?.stage).toBe('author_comments');
  });
  it('urgent measures and settlements at any time', () => {
    const commission = must('SM-IA/commission');
    expect(suggestStage(commission, ['petition_received'], { type: 'order', outcome: 'interim', outcomeDetail: 'granted' })?.stage).toBe('precautionary_measures');
    expect(suggestStage(commission, ['petition_received', 'initial_review', 'transmitted_to_state'], { type: 'settlement', outcome: 'settled' })?.stage).toBe('friendly_settlement');
  });
  it('a notice of appeal leaves to another proceeding', () => {
    expect(suggestStage(petition, ['judgment'], { type: 'appeal' })).toMatchObject({ stage: 'notice_of_appeal', leavesTo: { link: 'appeal_from', to: 'SM-CL/appeal' } });
  });
  it.each([
    [['submissions'], { type: 'hearing', outcome: 'adjourned' }], [['submissions'], { type: 'hearing', planned: true }], [['hearing'], { type: 'hearing' }], [['submissions'], { type: 'adjournment' }],
    [['judgment'], { type: 'hearing' }], [['filed'], { type: 'filing' }], [['filed'], { type: 'order', outcome: 'interim', outcomeDetail: 'set_aside' }], [['filed'], { type: 'media' }], [['judgment'], { type: 'hearing', outcome: 'court_not_sitting' }],
  ])('%j and %j: nothing is suggested', (way, event) => { expect(suggestStage(petition, way, event)).toBeUndefined(); });
  it('what stage and event say of the status', () => {
    expect([suggestStatus(petition, 'drafting'), suggestStatus(petition, 'hearing'), suggestStatus(petition, 'judgment'), suggestStatus(petition, 'hearing', { type: 'settlement', outcome: 'settled' })]).toEqual(['anticipated', 'active', 'decided', 'settled']);
    expect(suggestStatus(must('SM-IA/court'), 'judgment')).toBe('final');
  });
});

describe('Which template a forum follows', () => {
  it.each<[object, string | undefined]>([
    [{ court: 'ke-high-court', country: 'KE', level: 'first_instance', matter: 'Constitutional petition' }, 'SM-CL/petition'],
    [{ court: 'ke-court-of-appeal', country: 'KE', level: 'appellate', matter: 'Civil appeal' }, 'SM-CL/appeal'],
    [{ court: 'gb-jcpc', country: 'GB', level: 'supreme', matter: 'Appeal' }, 'SM-CL/appeal'],
    [{ court: 'in-supreme-court', country: 'IN', level: 'supreme', matter: 'Writ petition' }, 'SM-CL/petition'],
    [{ country: 'CO', level: 'first_instance', matter: 'Acción de tutela' }, 'SM-TU/tutela'],
    [{ country: 'AR', level: 'first_instance', matter: 'Amparo colectivo' }, 'SM-AM/indirect'],
    [{ court: 'fr-conseil-constitutionnel', country: 'FR', level: 'constitutional' }, 'SM-CV/abstract_review'],
    [{ court: 'fr-conseil-d-etat', country: 'FR', level: 'supreme' }, 'SM-CV/annulment'],
    [{ court: 'un-human-rights-committee', country: 'UN-HRC', level: 'quasi_judicial' }, 'SM-UN/communication'],
    [{ country: 'EACJ', level: 'regional', matter: 'Reference' }, 'SM-EACJ/reference'],
    [{ country: 'EACJ', matter: 'Appeal' }, 'SM-EACJ/appeal'],
    [{ country: 'IE', level: 'quasi_judicial' }, 'SM-DPA/complaint'],
    [{ country: 'JP', level: 'supreme' }, undefined],
    [{}, undefined],
  ])('%j', (forum, key) => { expect(templateFor(forum)?.key).toBe(key); });
  it('every court of the reference file has one', () => {
    const courts = JSON.parse(readFileSync(new URL('../../../../apps/api/library/courts.json', import.meta.url), 'utf8')) as { slug: string; country: string; level: string }[];
    expect(courts.filter(({ slug, country, level }) => tracksFor({ court: slug, country, level }).length === 0)).toEqual([]);
  });
  it('the forum\'s own words, and the hint that the Court of Justice has no amici', () => {
    expect(localWord(must('SM-CL/petition'), 'interim_ex_parte', { slug: 'ke-high-court', country: 'KE' })).toMatchObject({ word: 'Conservatory orders (ex parte)' });
    expect(localWord(must('SM-CL/petition'), 'interim_ex_parte', { country: 'UG' })).toBeUndefined();
    expect(must('SM-CJEU-PR/reference').notes).toContain('no_free_standing_amicus');
  });
});

describe('The stage history of a proceeding', () => {
  const proceedingId = '6f2d1c3e-6f3a-4a5e-9d53-000000000001';
  const faults = (entry: object) => {
    const result = check(stageEntry, { proceedingId, ...entry });
    return 'refused' in result ? result.refused.map(({ field, reason }) => `${field} ${reason}`) : [];
  };
  it('is dated, each entry with the event that proves it', () => {
    expect(faults({ stage: 'hearing', fromOn: '2023-03', toOn: '2023-03-24', eventId: proceedingId })).toEqual([]);
    expect(faults({ stage: 'dancing' })).toEqual(['stage unknown_code']);
    expect(faults({ stage: 'hearing', fromOn: '2023-03-25', toOn: '2023-03-24' })).toEqual(['toOn ends_before_start']);
    expect(faults({ stage: 'hearing', fromOn: '2023-02-29', toOn: '2023-03-24' })).toEqual(['fromOn not_a_date']);
  });
  it('runs by day; what has no day stays where it was recorded', () => {
    expect(wayOf([{ stage: 'hearing', fromOn: '2023-03' }, { stage: 'filed', fromOn: '2022-04-13' }, { stage: 'judgment', fromOn: '2025-06-10' }])).toEqual(['filed', 'hearing', 'judgment']);
    expect(wayOf([{ stage: 'filed', fromOn: '2022-04-13' }, { stage: 'served' }, { stage: 'hearing', fromOn: '2023-03' }, { stage: 'responses', fromOn: '2022-09' }])).toEqual(['filed', 'served', 'responses', 'hearing']);
    expect(wayOf([])).toEqual([]);
  });
  it('knows the stages and variants of its own track only', () => {
    expect(stageEntryFaults(must('SM-AM/indirect'), { stage: 'judgment', variant: 'granted' })).toEqual([]);
    expect(stageEntryFaults(must('SM-AM/indirect'), { stage: 'judgment', variant: 'urgent' })).toEqual([{ field: 'variant', reason: 'unknown_code' }]);
    expect(stageEntryFaults(must('SM-CJEU-PR/reference'), { stage: 'hearing', variant: 'urgent' })).toEqual([]);
    expect(stageEntryFaults(must('SM-CL/petition'), { stage: 'ag_opinion' })).toEqual([{ field: 'stage', reason: 'not_of_this_procedure' }]);
  });
  it('every stage has a key for its hint', () => expect(procedureTracks.flatMap(({ stages }) => stages).filter(({ hint }) => !hint)).toEqual([]));
});

describe('A broken template is refused when it is read', () => {
  const good = (): any => ({ id: 'SM-XX', version: 1, name: 'X', source: 'x', verification: 'unverified', tracks: [{ id: 'main', name: 'X', fits: [{ countries: ['KE'] }], stages: [{ code: 'filed', next: ['heard'] }, { code: 'heard', next: ['done'] }, { code: 'done', next: [], end: true }] }] });
  it('a good one is read', () => { expect(readTemplate(good())).toHaveProperty('ok'); });
  it.each<[string, (raw: any) => void, string]>([
    ['unknown target', (raw) => { raw.tracks[0].stages[0].next.push('nowhere'); }, 'tracks[0].stages[0].next[1] unknown_target'],
    ['unreachable stage', (raw) => { raw.tracks[0].stages.push({ code: 'lost', next: ['done'] }); }, 'tracks[0].stages[3].code unreachable'],
    ['no end', (raw) => { delete raw.tracks[0].stages[2].end; }, 'tracks[0].stages no_end'],
    ['a circle without a way out', (raw) => { raw.tracks[0].stages.splice(1, 1, { code: 'heard', next: ['again', 'done'] }, { code: 'again', next: ['again'] }); }, 'tracks[0].stages[2].next no_way_to_an_end'],
    ['a stage twice', (raw) => { raw.tracks[0].stages.push({ code: 'done', next: [], end: true }); }, 'tracks[0].stages[3].code repeated'],
    ['an event nobody can log', (raw) => { raw.tracks[0].stages[1].events = ['dancing']; }, 'tracks[0].stages[1].events[0] unknown_signal'],
    ['a second tap that does not fit', (raw) => { raw.tracks[0].stages[1].events = ['leave:extended']; }, 'tracks[0].stages[1].events[0] unknown_signal'],
    ['no version', (raw) => { delete raw.version; }, 'version required'],
    ['a field nobody knows', (raw) => { raw.tracks[0].stages[0].moves = []; }, 'tracks[0].stages[0].moves unknown_field'],
    ['fits everything', (raw) => { raw.tracks[0].fits = [{}]; }, 'tracks[0].fits[0] fits_everything'],
    ['a start that is no start', (raw) => { raw.tracks[0].stages[0] = { code: 'filed', next: [], anyTime: true }; }, 'tracks[0].stages[0].anyTime start_at_any_time'],
  ])('%s', (_, spoil, fault) => {
    const raw = good();
    spoil(raw);
    const read = readTemplate(raw);
    expect('refused' in read ? read.refused.map(({ field, reason }) => `${field} ${reason}`) : []).toContain(fault);
    expect(() => readTemplates([raw])).toThrow(/Broken procedure templates/u);
  });
  it('a way out that leads nowhere, and one template twice', () => {
    const raw = good();
    raw.tracks[0].stages[1].leavesTo = { link: 'appeal_from', to: 'SM-XX/appeal' };
    expect(() => readTemplates([raw])).toThrow('SM-XX/main: heard leaves to unknown SM-XX/appeal');
    expect(() => readTemplates([good(), good()])).toThrow('SM-XX/main repeated');
  });
});
