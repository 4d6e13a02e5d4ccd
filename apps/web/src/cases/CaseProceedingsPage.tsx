import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/Button.tsx';
import { IconBallpen, IconGitFork, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useCase } from './case-context.ts';
import { type CaseProceeding, forumOf, numberOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseProceedingsPage.module.css';
import { useLinkWords } from './link-words.ts';

const CaseLanes = later(() => import('./CaseLanes.tsx').then((m) => m.CaseLanes));
const StageHistory = later(() => import('./StageHistory.tsx').then((m) => m.StageHistory));
const TimeInCourt = later(() => import('./TimeTaken.tsx').then((m) => m.TimeInCourt));
const CaseTimeline = later(() => import('./CaseTimeline.tsx').then((m) => m.CaseTimeline));

/** Each process in its forum, with all its numbers, what it came from and what happened in it. */
export function CaseProceedingsPage() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  return (
    <>
      <CaseLanes legalCase={legalCase} title={t`All courts`} aside={legalCase.viewerCan.edit && <LinkButton size="small" icon={<IconBallpen {...iconProps} size={16} />} to="/cases/$id/edit" params={{ id: legalCase.id }} hash="proceedings"><Trans>Edit proceedings</Trans></LinkButton>} />
      <div className={styles['grid']}>
        <div>{legalCase.proceedings.map((proceeding) => <Proceeding key={proceeding.id} proceeding={proceeding} />)}</div>
        <CaseTimeline />
      </div>
    </>
  );
}

function Proceeding({ proceeding }: { proceeding: CaseProceeding }) {
  const words = useCaseWords();
  const { legalCase } = useCase();
  const { id, court, statusNow, judges, openedOn, closedOn, identifiers } = proceeding;
  const link = useLinkWords(legalCase);
  const twice = legalCase.proceedings.some((each) => each.id !== id && forumOf(each) === forumOf(proceeding)), number = numberOf(proceeding);
  const links = legalCase.links.filter(({ fromId }) => fromId === id);
  return (
    <Section title={<Link to="/courts/$slug" params={{ slug: court.slug }} className={styles['court']}>{forumOf(proceeding)}{twice && number && <>, <bdi>{number.value}</bdi></>}</Link>} note={words.proceedingStatus(statusNow)} id={`proceeding-${id}`}>
      <dl className={styles['facts']}>
        {judges.length > 0 && <div><dt><Trans>Judges</Trans></dt><dd>{judges.join(', ')}</dd></div>}
        <div><dt><Trans>Opened</Trans></dt><dd><LegalDate edtf={openedOn} /></dd></div>
        {closedOn && <div><dt><Trans>Closed</Trans></dt><dd><LegalDate edtf={closedOn} /></dd></div>}
        <TimeInCourt legalCase={legalCase} id={id} />
        <div>
          <dt><Trans>Numbers</Trans></dt>
          <dd>
            {identifiers.length === 0 && <Trans>not known yet</Trans>}
            {identifiers.map(({ id: key, type, value, source, validFrom, validTo, disputed, preferred }) => (
              <p key={key} className={validTo ? styles['old'] : undefined}>
                <bdi className={preferred ? styles['preferred'] : undefined}>{value}</bdi> <span className={styles['quiet']}>{words.identifierType(type)}</span>
                {(validFrom || validTo) && <span className={styles['quiet']}> (<LegalDate edtf={validFrom} none={<Trans>start not known</Trans>} /> – {validTo && <LegalDate edtf={validTo} />})</span>}
                {disputed && <> <TrustTag icon={<IconGitFork {...iconProps} size={14} />}><Trans>Disputed</Trans></TrustTag></>}
                {source && <small>{source}</small>}
              </p>
            ))}
          </dd>
        </div>
        {links.map(({ id: key, type, toId, on, note, claimIds }) => (
          <div key={key}><dt>{words.linkType(type)}</dt><dd>
            <bdi>{link.name(toId)}</bdi>{on && <>, <LegalDate edtf={on} /></>}
            {claimIds && <small><Trans>Claims: {link.claims({ claimIds }).join('; ')}</Trans></small>}
            {note && <small>{note}</small>}
          </dd></div>
        ))}
      </dl>
      <StageHistory proceeding={proceeding} />
    </Section>
  );
}
