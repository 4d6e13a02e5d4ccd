import { Trans, useLingui } from '@lingui/react/macro';
import { useCaseWords } from '../cases/case-words.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { dissents, useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';

/** Days with their bases, citations, languages, the bench, votes issue by issue, opinions. */
export function DecisionFacts({ decision }: { decision: Decision }) {
  const { t, i18n } = useLingui();
  const words = useDecisionWords(), caseWords = useCaseWords();
  const { dates, day, citations, expressions, conflicts, panel, panelSize, votes, opinions } = decision;
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' }), language = (code: string) => names.of(code) ?? code;
  return (
    <dl className={styles['facts']}>
      <div><dt><Trans>Days</Trans></dt><dd>{dates.map(({ on, basis, source, timeZone }) => <p key={basis}><LegalDate edtf={on} /> <span className={styles['quiet']}>{caseWords.basis(basis)}{timeZone && <>, {timeZone}</>}{source && <>, <bdi>{source}</bdi></>}</span> {dates.length > 1 && day?.basis === basis && <TrustTag><Trans>the day that counts</Trans></TrustTag>}</p>)}</dd></div>
      {citations.length > 0 && <div><dt><Trans>Citations</Trans></dt><dd>{citations.map(({ value, type, preferred }) => <p key={value}><bdi className={preferred ? styles['strong'] : undefined}>{value}</bdi> <span className={styles['quiet']}>{words.citation(type)}</span></p>)}</dd></div>}
      {expressions.length > 0 && (
        <div><dt><Trans>Languages</Trans></dt><dd>
          {expressions.map((each) => <p key={`${each.language}${each.version}${each.status}`}>{each.url ? <a href={each.url} rel="noreferrer">{language(each.language)}</a> : language(each.language)} <span className={styles['quiet']}>{words.textStatus(each.status)}, {words.textVersion(each.version)}{each.translator && <>, <bdi>{each.translator}</bdi></>}</span></p>)}
          {conflicts.map((each) => <p key={`${each.paragraph}${each.languages.join('')}`} className={styles['conflict']}><TrustTag>¶ {each.paragraph}</TrustTag> <Trans>{new Intl.ListFormat(i18n.locale).format(each.languages.map(language))} differ:</Trans> <bdi>{each.note}</bdi></p>)}
        </dd></div>
      )}
      {(panel.length > 0 || panelSize) && (
        <div><dt><Trans>Bench</Trans></dt><dd>{panel.length === 0 ? <Trans>{panelSize} judges, names not on file</Trans> : panel.map(({ name, part, presiding, author }) => <p key={name}><bdi>{name}</bdi> <span className={styles['quiet']}>{[presiding && t`presiding`, author && t`wrote`, part !== 'sat' && words.part(part)].filter(Boolean).join(', ')}</span></p>)}</dd></div>
      )}
      {votes.length > 0 && <div><dt><Trans>Votes</Trans></dt><dd>{votes.map(({ issue, text }) => <p key={issue}><strong>{text}</strong> <bdi>{issue}</bdi></p>)}</dd></div>}
      <div><dt><Trans>Opinions</Trans></dt><dd>
        {opinions.map(({ id, type, authors, joiners, fromParagraph, toParagraph, summary }) => (
          <div key={id} className={styles['opinion']}>
            <p><strong className={dissents(type) ? styles['dissent'] : undefined}>{words.opinion(type)}</strong>{authors.length > 0 && <>: <bdi>{new Intl.ListFormat(i18n.locale).format(authors)}</bdi></>}{joiners.length > 0 && <>, <Trans>joined by {new Intl.ListFormat(i18n.locale).format(joiners)}</Trans></>} {fromParagraph && <TrustTag filled>¶ {fromParagraph}{toParagraph && toParagraph !== fromParagraph && `–${toParagraph}`}</TrustTag>}</p>
            {summary && <p className={styles['quiet']}>{summary}</p>}
          </div>
        ))}
      </dd></div>
    </dl>
  );
}
