import { Trans, useLingui } from '@lingui/react/macro';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { useCase } from './case-context.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';

/** Who can read this, by name. The list comes from the same rule that opens the page; an ally sees the lead and itself. */
export function CaseReaders() {
  const { t } = useLingui();
  const { legalCase, share } = useCase();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  const { level, readers, viewerCan, leadOrganisation } = legalCase;
  const shown = readers.filter(({ kind, id }) => kind !== 'organisation' || id !== leadOrganisation.id);
  return (
    <Section title={t`Who can read this`} id="readers">
      <p className={styles['levelLine']}><ShareBadge level={level} /></p>
      <ul className={styles['readers']}>
        {shown.map(({ kind, id, name, country, cap, agreement, agreementOn }) => (
          <li key={kind + id}>
            <span><span>{name}</span> {kind === 'lead' ? <span className={styles['quiet']}><Trans>leads</Trans></span> : country && <span className={styles['quiet']}>{placeName(country)}</span>}
              {agreement && <small><Trans>agreement {agreement}</Trans>{agreementOn && <>, <LegalDate edtf={agreementOn} /></>}</small>}</span>
            {kind !== 'lead' && <span className={styles['quiet']}>{words.cap(cap)}</span>}
          </li>
        ))}
        {level === 'coalition' && <li><span><Trans>Every coalition member</Trans></span><span className={styles['quiet']}><Trans>read</Trans></span></li>}
      </ul>
      <p className={styles['foot']}>
        {viewerCan.notes
          ? level === 'case_team' ? <Trans>Nobody else learns that this case exists. Private notes never leave the case team.</Trans> : <Trans>Private notes stay with the case team.</Trans>
          : <Trans>The team’s private notes are not part of what you read.</Trans>}
      </p>
      {viewerCan.share && <div data-print="no"><Button look="text" onClick={share}><Trans>Change who can read this</Trans></Button></div>}
    </Section>
  );
}
