import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { usePlaceName } from '../library/countries.ts';
import { useLog } from '../shell/log-door.tsx';
import { Button, LinkButton } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { IconGitFork, iconProps, IconPlus, IconShare2 } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Page } from '../ui/Page.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { resultWords } from '../ui/words.ts';
import { useCase } from './case-context.ts';
import { type Case, type CaseProceeding, forumOf, mainOf, numberOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseHead.module.css';
import { WhyResult } from './WhyResult.tsx';

/** Name, court and number, result, stage, who can read it, and the two acts of the page. */
export function CaseHead() {
  const { t } = useLingui();
  const { legalCase, share } = useCase();
  const placeName = usePlaceName(undefined);
  const words = useCaseWords();
  const log = useLog();
  const { id, title, countries, systems, level, demo, archivedAt, viewerCan, goals, status } = legalCase;
  const current = mainOf(legalCase);
  return (
    <Page
      size="case" title={<CaseName inherit>{title}</CaseName>}
      crumbs={[<Link key="all" to="/cases">{t`Cases`}</Link>, ...countries.map((code) => <Link key={code} to="/cases" search={{ country: [code] }}>{placeName(code)}</Link>), ...systems.map(({ slug, name }) => <Link key={slug} to="/systems/$slug" params={{ slug }}>{name}</Link>)]}
      lead={(
        <>
          {current && <CourtLine proceeding={current} />}
          <div className={styles['standing']}>
            <ResultLine legalCase={legalCase} />
            <span><Trans>Stage: <strong>{words.status(status)}</strong></Trans></span>{' '}
            {goals[0] && <p className={styles['goal']}><Trans>Goal: {goals[0].text}</Trans></p>}
            {demo && <TrustTag><Trans>Demo: public record, fictional team</Trans></TrustTag>}
            {archivedAt && <TrustTag><Trans>Archived</Trans></TrustTag>}
          </div>
          <p className={styles['paper']}><ShareBadge level={level} /> {legalCase.leadOrganisation.name}</p>
        </>
      )}
      actions={(
        <div className={styles['acts']}>
          <ShareBadge level={level}>{level === 'case_team' ? t`Case team only` : undefined}</ShareBadge>
          <div>
            {viewerCan.share && <Button icon={<IconShare2 {...iconProps} />} onClick={share}><Trans>Share</Trans></Button>}
            {viewerCan.edit && <LinkButton look="brand" icon={<IconPlus {...iconProps} />} to="/log" search={{ case: id }} onClick={(e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); log(id); } }}><Trans>Log</Trans></LinkButton>}
          </div>
        </div>
      )}
    />
  );
}

function CourtLine({ proceeding }: { proceeding: CaseProceeding }) {
  const number = numberOf(proceeding), second = proceeding.identifiers.some((each) => each !== number && each.disputed) || number?.disputed;
  return (
    <p className={styles['court']}>
      {forumOf(proceeding)}{proceeding.judges.length > 0 && <>, {proceeding.judges.join(', ')}</>}. {number ? <strong><bdi>{number.value}</bdi></strong> : <Trans>Number not known yet</Trans>}{' '}
      {second && <TrustTag icon={<IconGitFork {...iconProps} size={14} />}><Trans>second number in sources</Trans></TrustTag>}
    </p>
  );
}

function ResultLine({ legalCase }: { legalCase: Case }) {
  const words = useCaseWords();
  const { result, decidedOn } = legalCase.derivedResult;
  const codes = new Set(legalCase.claims.flatMap((claim) => claim.dispositions.filter((each) => each.decidedOn === decidedOn).map(({ code }) => code)));
  const [only] = codes;
  const word = codes.size === 1 && only && result !== 'pending' && result !== 'partly_won' ? words.disposition(only) : undefined;
  const { i18n } = useLingui();
  const label = decidedOn ? <>{word ?? i18n._(resultWords[result])}, <LegalDate edtf={decidedOn} /></> : word;
  return <div className={styles['result']}><ResultMark result={result} label={label} /> <WhyResult derived={legalCase.derivedResult} /></div>;
}
