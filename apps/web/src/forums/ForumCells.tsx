import type { ForumAnswer } from '@amparo/domain/forums';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useDeadlineWords } from '../deadlines/deadline-words.ts';
import { ReasonWords } from '../deadlines/TraceSteps.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { IconAlertTriangle, IconHelpCircle, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { type Result, resultWords } from '../ui/words.ts';
import { shownDay, stepOf } from './forum-groups.ts';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';

interface Cell { forum: ForumAnswer }
const Warn = () => <IconAlertTriangle {...iconProps} size={15} className={styles['warn']} />;
const NotVerified = () => <TrustTag><Trans>not verified</Trans></TrustTag>;

/** The live time bar: the day, what is left, and how far it can be trusted. */
export function TimeCell({ forum }: Cell) {
  const { i18n } = useLingui();
  const words = useForumWords(), { day: dayWords, noPeriod, extendable } = useDeadlineWords();
  const { time, days, state, lastDay } = forum;
  const result = time?.result ?? null, rule = result?.trace.find((step) => step.step === 'rule');
  const step = stepOf(forum, 'time');
  if (state === 'not_available') return <span className={styles['quiet']}><Trans>Not asked</Trans></span>;
  const shown = shownDay(forum);
  if (shown && days !== null) {
    const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(Date.parse(`${shown.day}T12:00:00Z`));
    const left = days - (shown.moved && lastDay ? Math.round((Date.parse(lastDay) - Date.parse(shown.day)) / 86_400_000) : 0);
    const otherYear = shown.day.slice(0, 4) !== forum.filedOn.slice(0, 4);
    return (
      <>
        <time dateTime={shown.day} className={styles['day']}>
          <span className={styles['numeral']}>{Number(shown.day.slice(8))}</span>
          <span><b>{part({ month: 'short' })}{otherYear && ` ${shown.day.slice(0, 4)}`}</b> {part({ weekday: 'short' })}<br /><b>{left < 0 ? <Plural value={-left} one="# day ago" other="# days ago" /> : <Plural value={left} one="# day" other="# days" />}</b></span>
        </time>
        {time?.recorded?.confirmedName ? <small><Trans>Confirmed: {time.recorded.confirmedName}</Trans></small> : time?.recorded?.firm ? <small><Trans>By an order, kept with the deadline</Trans></small>
          : result?.verification !== 'verified' && <TrustTag icon={<IconHelpCircle {...iconProps} size={14} />}>{result?.strictness === 'jurisdictional' ? <Trans>Strict. To confirm</Trans> : <Trans>To confirm</Trans>}</TrustTag>}
        {shown.moved && lastDay && state === 'closes' && <small><Trans>Last day {dayWords(lastDay)} does not move, so file by then.</Trans></small>}
        {state === 'closed' && rule && <small>{extendable(rule.extendable)}</small>}
      </>
    );
  }
  const elapsed = result?.trace.find((each) => each.step === 'elapsed'), prompt = result?.prompts?.find(({ on }) => on >= forum.filedOn);
  if (step?.code === 'no_fixed_day') {
    return (
      <>
        <strong className={styles['capital']}>{rule?.noPeriod ? noPeriod(rule.noPeriod) : words.sentence(step)}</strong>
        {elapsed && <small><Trans>{words.days(elapsed.days)} elapsed.</Trans> {prompt && <Trans>We ask again {words.on(prompt.on)}.</Trans>}</small>}
        {time && !elapsed && rule?.noPeriod !== 'no_limit' && <small>{words.runsFrom(time)}</small>}
        {result?.verification !== 'verified' && <NotVerified />}
      </>
    );
  }
  return (
    <>
      <strong>{step?.code === 'no_rule' ? <Trans>No rule on file</Trans> : <Trans>Cannot be counted</Trans>}</strong>
      {time && <small>{result?.reason && result.reason.code !== 'date_unknown' ? <ReasonWords reason={result.reason} /> : words.runsFrom(time)} {rule && `(${rule.rule})`}</small>}
    </>
  );
}

/** Is the State bound on the day of filing, and who may go. */
export function OpenCell({ forum }: Cell) {
  const words = useForumWords();
  const first = stepOf(forum, 'lanes') ?? (stepOf(forum, 'state')?.verdict === 'stops' ? stepOf(forum, 'state') : undefined);
  return (
    <>
      {first && <strong className={styles['block']}>{words.sentence(first)}</strong>}
      {!first && forum.treaties.length === 0 && forum.group === 'national' && forum.state !== 'unknown' && <span><strong><Trans>Open.</Trans></strong> <Trans>No treaty needed.</Trans></span>}
      {!first && forum.treaties.map(({ instrument, short, state, status, asOf, name }) => (
        <span key={instrument + state} className={styles['block']} title={name}>
          <strong>{words.treaty(status)}</strong>{forum.treaties.length > 1 || status !== 'bound' ? <>: {short}</> : null} {status === 'bound' ? <NotVerified /> : asOf && <small><Trans>as of {words.on(asOf)}</Trans></small>}
        </span>
      ))}
      <span className={styles['block']}>{words.standing(forum.standing.code)}</span>
    </>
  );
}

export function RemediesCell({ forum }: Cell) {
  const words = useForumWords();
  const { remedies, exhaustion } = forum;
  if (!remedies || exhaustion.code !== 'required') return <>{words.exhaustion(exhaustion.code)}</>;
  const { on, pending, open, missed } = remedies;
  return (
    <>
      <span className={styles['marked']}>{remedies.state !== 'done' && <Warn />}<strong>{words.remedies(remedies.state)}</strong></span>
      {on && <small>{words.on(on)}</small>}
      {pending.length > 0 && <small><Trans>Pending: {pending.join(', ')}</Trans></small>}
      {open.length > 0 && <small>{remedies.state === 'unknown' ? <Trans>Perhaps open: {open.map(({ name }) => name).join(', ')}</Trans> : <Trans>Open: {open.map(({ name }) => name).join(', ')}</Trans>}</small>}
      {missed.length > 0 && <small><Trans>Not used in time: {missed.join(', ')}</Trans></small>}
    </>
  );
}

/** What else shuts, by the text of the forum; whether two cases are the same matter is for people to judge. */
export function ExclusionCell({ forum }: Cell) {
  const words = useForumWords();
  const { elsewhere, exclusion } = forum;
  const hit = forum.steps.find(({ of, code }) => of === 'exclusion' && code !== 'nothing_elsewhere');
  const risk = hit !== undefined || (elsewhere.length === 0 && (exclusion.pending === 'stops' || exclusion.pending === 'warns'));
  return <span className={styles['marked']}>{risk && <Warn />}<span>{hit && <strong>{words.sentence(hit)} </strong>}{hit?.text ?? exclusion.text}</span></span>;
}

export function ForceCell({ forum }: Cell) {
  const words = useForumWords();
  const { binding, speed } = forum;
  const [first] = speed;
  return <><strong>{words.binding(binding.code)}.</strong> {first ? <Trans>About {words.speed(first.months)}{speed.length > 1 && ` – ${words.speed(speed.map(({ months }) => months).reduce((a, b) => Math.max(a, b)))}`}, n = {speed.length}</Trans> : <Trans>Speed: none on file</Trans>}</>;
}

/** What the library has from there: a list with its number, never a share. */
export function ClimateCell({ forum }: Cell) {
  const { climate } = forum, n = climate.items.length;
  return (
    <>
      {climate.of === 'below' && <span className={styles['block']}><Trans>None from this court. Below it:</Trans></span>}
      {climate.items.slice(0, 3).map(({ slug, name, result, decidedOn }) => (
        <span key={slug} className={styles['block']}><Link to="/precedents/$slug" params={{ slug }}><CaseName inherit>{name}</CaseName></Link> <ResultMark result={result as Result} {...(decidedOn ? { label: <ResultWords result={result as Result} on={decidedOn} /> } : {})} /></span>
      ))}
      {n === 0 ? <span className={styles['quiet']}><Trans>None on file, n = 0</Trans></span> : <small><Trans>n = {n}</Trans>{n > 3 && <> · <Link to="/precedents" search={{ court: [forum.climate.items[0]?.court ?? ''] }}><Trans>all of them</Trans></Link></>}</small>}
    </>
  );
}
const ResultWords = ({ result, on }: { result: Result; on: string }) => { const { i18n } = useLingui(); return <>{i18n._(resultWords[result])}, <LegalDate edtf={on} /></>; };
