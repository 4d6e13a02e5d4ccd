import { formatLegalDate, isLegalDate, levelOfNumber } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CaseChangesPageQuery } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { usePlaceName } from '../library/countries.ts';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { levelWords } from '../ui/words.ts';
import { useCase } from './case-context.ts';
import { type CaseWords, useCaseWords } from './case-words.ts';
import { type Difference, differences } from './change-diff.ts';
import styles from './CaseChangesPage.module.css';

type Entry = CaseChangesPageQuery['caseChanges']['nodes'][number];

/** One change in plain words: what, and each field as it was and as it became. */
export function ChangeEntry({ entry }: { entry: Entry }) {
  const heading = useHeading()(entry);
  const say = useValueWords();
  const fields = useFieldWords();
  const shown = differences(entry).map((each) => ({ ...each, label: fields[`${entry.tableName}.${each.field}`] ?? fields[each.field], before: say(entry.tableName, each, each.was), after: say(entry.tableName, each, each.became) })).filter(({ label, before, after }) => label && (before || after));
  if (entry.op === 'change' && shown.length === 0) return null; // what changed has no words for people
  return (
    <div className={styles['entry']} data-entry data-team={entry.teamOnly || undefined}>
      <p>{heading} {entry.teamOnly && <ShareBadge bare level="case_team"><Trans>team only</Trans></ShareBadge>}</p>
      {shown.length > 0 && (
        <dl>
          {shown.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{before && <del><span className="sr"><Trans>was</Trans> </span>{before}</del>}{before && after && ' → '}{after && <ins><span className="sr"><Trans>became</Trans> </span>{after}</ins>}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** "Event added", whole sentences for each kind of record, so that every language can say it its own way. */
function useHeading(): (entry: Entry) => string {
  const { t } = useLingui();
  const said: Readonly<Record<string, readonly [string, string, string]>> = {
    legal_case: [t`Case opened`, t`Case changed`, t`Case removed`],
    case_grant: [t`Reader added`, t`What a reader may do changed`, t`Reader taken out`],
    proceeding: [t`Proceeding added`, t`Proceeding changed`, t`Proceeding removed`],
    proceeding_identifier: [t`Number added`, t`Number changed`, t`Number removed`],
    proceeding_link: [t`Proceedings linked`, t`Link of proceedings changed`, t`Link of proceedings removed`],
    proc_event: [t`Event logged`, t`Event changed`, t`Event removed`],
    event_note: [t`Private note added`, t`Private note changed`, t`Private note removed`],
    party_name: [t`True name of a party added`, t`True name of a party changed`, t`True name of a party removed`],
    case_party: [t`Party added`, t`Party changed`, t`Party removed`],
    claim: [t`Claim added`, t`Claim changed`, t`Claim removed`],
    disposition: [t`Outcome of a claim added`, t`Outcome of a claim changed`, t`Outcome of a claim removed`],
    finding: [t`Finding added`, t`Finding changed`, t`Finding removed`],
    case_system: [t`ID system linked`, t`ID system changed`, t`ID system unlinked`],
    case_precedent: [t`Precedent linked`, t`Link to a precedent changed`, t`Precedent unlinked`],
    deadline: [t`Deadline added`, t`Deadline changed`, t`Deadline removed`],
    deadline_extension: [t`Extension added`, t`Extension changed`, t`Extension taken back`],
    forum_memo: [t`Decision memo written`, t`Decision memo changed`, t`Decision memo removed`],
    harm_link: [t`Harm linked`, t`Link to a harm changed`, t`Harm unlinked`],
  };
  return ({ tableName, op }) => said[tableName]?.[['add', 'change', 'remove'].indexOf(op)] ?? (op === 'add' ? t`Something was added` : op === 'remove' ? t`Something was removed` : t`Something changed`);
}

function useFieldWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    title: t`Title`, short_name: t`Short name`, summary: t`Summary`, goals: t`Goals`, countries: t`Countries`, 'legal_case.status': t`Stage`, status: t`Status`, level: t`Readable by`, level_reason: t`Reason`, archived_at: t`Archived`,
    cap: t`May`, agreement: t`Agreement`, agreement_on: t`Signed on`, reason: t`Reason`, court_id: t`Court`, court_unit: t`Division`, matter: t`Kind of matter`, stage: t`Step in court`, judges: t`Judges`,
    opened_edtf: t`Opened`, closed_edtf: t`Closed`, type: t`Kind`, value: t`Number`, issuer: t`Given by`, source: t`Source`, valid_from: t`In use from`, valid_to: t`In use until`, disputed: t`Disputed`,
    preferred: t`Preferred`, on_edtf: t`Date`, note: t`Note`, basis: t`The date is when it was`, at_time: t`Time`, planned: t`Still to come`, outcome: t`Outcome`, outcome_detail: t`Detail`,
    reported_result: t`Result as heard`, public_note: t`Note`, minutes_spent: t`Minutes`, body: t`Private note`, name: t`Name`, kind: t`Kind`, role: t`Role`, local_label: t`Word of the court`,
    latest_on: t`Last day`, working_on: t`Day to aim for`, confirmed_name: t`Confirmed by`, confirmed_source: t`Read in`, met_on_edtf: t`Done on`, settled_note: t`Note`, trigger_edtf: t`Runs from`, rule_id: t`Rule`, rule_version: t`Version of the rule`,
    calendar_version: t`Version of the calendar`, order_text: t`Which order`, until_on: t`New last day`, 'deadline.kind': '',
    decision: t`Decision`, reasons: t`Why`, risks: t`What speaks against`, if_lost: t`If we lose`, client_goal: t`Client’s own goal`, written_name: t`Written by`,
    order_no: t`Number in the list`, protection: t`How the name stands`, from_edtf: t`From`, to_edtf: t`Until`, act: t`What is attacked`, feature: t`Feature`, provision: t`Provision`, right_concept: t`Right`,
    code: t`What the court did`, favours: t`In favour of`, decided_edtf: t`Decided`, pinpoint: t`Paragraph`, limb: t`Test`, result: t`Found`, relation: t`How it stands to the case`, proceeding_id: t`In`,
  };
}

/** A stored value as people say it; what only machines read is left out. */
function useValueWords(): (table: string, field: Difference, value: unknown) => string {
  const { t, i18n } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  const court = (id: unknown) => legalCase.proceedings.find((each) => each.id === id || each.court.id === id)?.court.name ?? '';
  const codes: Readonly<Record<string, keyof CaseWords>> = {
    'legal_case.status': 'status', 'proceeding.status': 'proceedingStatus', 'proceeding.stage': 'stage', 'proc_event.type': 'eventType', 'proc_event.outcome': 'outcome', 'proc_event.outcome_detail': 'outcomeDetail',
    'proc_event.reported_result': 'reported', 'proc_event.basis': 'basis', 'proceeding_identifier.type': 'identifierType', 'proceeding_link.type': 'linkType', 'case_party.role': 'role', 'case_party.kind': 'partyKind',
    'case_party.protection': 'protection', 'disposition.code': 'disposition', 'disposition.favours': 'favours', 'case_precedent.relation': 'relation', 'finding.limb': 'limb', 'finding.result': 'finding', 'deadline.status': 'deadlineStatus',
  };
  return (table, { field }, value) => {
    if (value === null || value === undefined || value === '') return '';
    if (value === true) return t`yes`;
    if (value === false) return t`no`;
    if (field === 'level') return i18n._(levelWords[levelOfNumber(Number(value))]);
    if (field === 'cap') return words.cap(Number(value));
    if (field === 'court_id' || field === 'proceeding_id') return court(value);
    if (field === 'countries' && Array.isArray(value)) return value.map((code) => placeName(String(code))).join(', ');
    if (field === 'goals' && Array.isArray(value)) return value.map((goal) => String((goal as { text?: unknown }).text ?? '')).join('; ');
    if (field === 'archived_at') return momentWords(i18n.locale, new Date(String(value)));
    if ((field.endsWith('_edtf') || field === 'agreement_on' || field === 'latest_on' || field === 'working_on' || field.startsWith('valid_')) && isLegalDate(String(value))) return formatLegalDate(String(value), i18n.locale);
    if (Array.isArray(value)) return value.map(String).join(', ');
    if (typeof value === 'object') return '';
    const code = codes[`${table}.${field}`];
    return code ? (words[code] as (code: string) => string)(String(value)) : String(value);
  };
}
