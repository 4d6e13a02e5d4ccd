import { useLingui } from '@lingui/react/macro';
import { findingWords, limbWords } from '../ui/words.ts';

type Words = Readonly<Record<string, string>>;
/** Codes nobody has words for yet are shown as they are, readable: a new stage of a forum must not blank a page. */
const wordsOf = (words: Words) => (code: string): string => words[code] ?? code.replaceAll('_', ' ');

/** The words a case page uses for codes. Codes are stored, words come from the catalogue. */
export function useCaseWords() {
  const { t, i18n } = useLingui();
  return {
    status: wordsOf({
      intake: t`intake`, assessing: t`being assessed`, declined: t`declined`, planning: t`planning`, approved: t`approved`, pre_action: t`before filing`, live: t`live`,
      awaiting_judgment: t`awaiting judgment`, post_judgment: t`after judgment`, implementing: t`being carried out`, closed: t`closed`, paused: t`paused`, merged: t`merged`,
      transferred_lead: t`handed over`,
    }),
    proceedingStatus: wordsOf({
      anticipated: t`possible, not started`, active: t`pending`, stayed: t`stayed`, reserved: t`judgment reserved`, decided: t`decided`, final: t`final`, withdrawn: t`withdrawn`,
      struck_out: t`struck out`, settled: t`settled`, transferred: t`transferred`, consolidated: t`joined with another`, closed: t`closed`, reopened: t`reopened`,
    }),
    deadlineStatus: wordsOf({ open: t`open`, met: t`done in time`, extended: t`extended`, missed: t`missed`, moot: t`no longer due`, not_computable: t`cannot be counted` }),
    stage: wordsOf({ reserved: t`judgment reserved` }), // everywhere but on the page of proceedings, which has the words of all: stage-words.ts
    goalKind: wordsOf({ legal: t`legal`, policy: t`policy`, community: t`community`, movement: t`movement` }),
    eventType: wordsOf({
      filing: t`Filing`, service: t`Service`, mention: t`Mention`, hearing: t`Hearing`, adjournment: t`Adjournment`, order: t`Order`, judgment: t`Judgment`, publication: t`Publication`,
      appeal: t`Appeal`, application: t`Application`, joinder: t`Joinder`, deadline: t`Deadline`, settlement: t`Settlement`, enforcement: t`Enforcement`, regulator: t`Regulator`,
      law_or_policy: t`Law or policy`, media: t`Media`, context: t`Context`,
    }),
    outcome: wordsOf({
      adjourned: t`Adjourned`, directions_given: t`Directions given`, interim: t`Interim order`, heard_reserved: t`Heard, judgment reserved`, judgment_delivered: t`Judgment delivered`,
      leave: t`Leave`, party_joined: t`Party joined`, amicus: t`Amicus`, consolidated: t`Consolidated`, settled: t`Settled`, not_reached: t`Not reached`, court_not_sitting: t`Court not sitting`,
    }),
    outcomeDetail: wordsOf({ granted: t`granted`, refused: t`refused`, extended: t`extended`, set_aside: t`set aside`, admitted: t`admitted` }),
    reported: wordsOf({ won: t`won`, partly_won: t`partly won`, lost: t`lost`, unclear: t`not clear yet` }),
    basis: wordsOf({
      pronounced: t`pronounced`, dated: t`dated`, signed: t`signed`, published: t`published`, served: t`served`, received: t`received`, filed: t`filed`, effective: t`in force`, listed: t`listed`,
    }),
    gap: wordsOf({
      proceeding: t`which court`, outcome: t`what happened`, outcome_detail: t`granted or refused`, reported_result: t`the result as heard`, next_date: t`the next date`,
    }),
    identifierType: wordsOf({
      petition: t`petition`, application: t`application`, appeal: t`appeal`, diary: t`diary number`, consolidated: t`consolidated number`, international: t`international number`,
      citation: t`citation of the decision`, other: t`other number`,
    }),
    linkType: wordsOf({
      appeal_from: t`appeal from`, cross_appeal: t`cross-appeal to`, leave_to_appeal_from: t`leave to appeal from`, review_of: t`review of`, revision_of: t`revision of`, cassation_of: t`cassation of`,
      remitted_from: t`remitted from`, transferred_from: t`transferred from`, referred_from: t`referred from`, consolidated_into: t`joined into`, lead_of: t`lead case of`,
      severed_from: t`severed from`, stay_application_in: t`application for a stay in`, enforcement_of: t`enforcement of`, contempt_in: t`contempt in`, interpretation_of: t`interpretation of`,
      exhausted_for: t`after exhausting remedies in`, parallel_to: t`parallel to`,
    }),
    role: wordsOf({
      claimant: t`Claimants`, respondent: t`Respondents`, interested_party: t`Interested parties`, amicus: t`Amici`, intervener: t`Interveners`, relator: t`Relators`, victim: t`Victims`, other: t`Others`,
    }),
    partyKind: wordsOf({
      individual: t`person`, group: t`group of people`, ngo: t`organisation`, national_human_rights_institution: t`human rights institution`, regulator: t`regulator`, state: t`State`,
      state_body: t`body of the State`, public_official: t`public official`, political_party: t`political party`, legislators: t`legislators`, labour_union: t`labour union`,
      professional_body: t`professional body`, company: t`company`, commission: t`commission`, international_expert: t`international expert`,
    }),
    protection: wordsOf({ none: t`name shown`, initials: t`initials only`, pseudonym: t`pseudonym`, sealed: t`sealed` }),
    disposition: wordsOf({
      allowed: t`Allowed`, partly_allowed: t`Partly allowed`, dismissed_on_merits: t`Dismissed`, inadmissible: t`Inadmissible`, struck_out: t`Struck out`, moot: t`Moot`, not_reached: t`Not reached`,
      withdrawn: t`Withdrawn`, settled: t`Settled`, remitted: t`Sent back`,
    }),
    favours: wordsOf({ us: t`the rights side`, other: t`the other side`, mixed: t`both in part`, none: t`nobody` }),
    relation: wordsOf({ same_matter: t`same matter`, relies_on: t`we rely on it`, learn_from: t`learn from it`, against_us: t`against us` }),
    limb: (limb: string): string => (limbWords[limb] ? i18n._(limbWords[limb].name) : wordsOf({
      justification: t`Justification`, minimum_core: t`Minimum core`, legislative_process: t`Legislative process`, data_protection_prerequisite: t`Data protection law first`, due_process: t`Due process`,
      essential_content: t`Essential content`, best_interests_of_child: t`Best interests of the child`, standing: t`Standing`, exhaustion: t`Exhaustion of remedies`, jurisdiction: t`Jurisdiction`, overall: t`Overall`,
    })(limb)),
    finding: (result: string): string => (result in findingWords ? i18n._(findingWords[result as keyof typeof findingWords]) : result),
    question: (limb: string): string | undefined => limbWords[limb] && i18n._(limbWords[limb].question),
    sureness: wordsOf({ confirmed: t`confirmed`, likely: t`likely`, reported: t`reported`, unclear: t`not clear` }),
    cap: (cap: number): string => (cap >= 15 ? t`leads` : (cap & 2) !== 0 ? t`writes` : t`reads`),
  };
}
export type CaseWords = ReturnType<typeof useCaseWords>;

interface EventLike { type: string; title?: string | null; outcome?: string | null; outcomeDetail?: string | null; reportedResult?: string | null }
/** What an event is called where it has no title of its own: its outcome, else its kind. */
export function eventName(event: EventLike, words: Pick<CaseWords, 'eventType' | 'outcome' | 'outcomeDetail' | 'reported'>): string {
  if (event.title) return event.title;
  if (!event.outcome) return words.eventType(event.type);
  const more = event.outcomeDetail ? ` ${words.outcomeDetail(event.outcomeDetail)}` : event.reportedResult ? `: ${words.reported(event.reportedResult)}` : '';
  return words.outcome(event.outcome) + more;
}
