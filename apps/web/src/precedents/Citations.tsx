import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Section } from '../ui/Section.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import classes from './Citations.module.css';

interface Citation {
  label: string;
  note?: string | null;
  verified: boolean;
  slug: string;
  precedent?: { id: string; shortName: string; courtName: string; decidedOn?: string | null } | null;
}

/** Who uses this decision, or whom it uses, with how and whether somebody checked. */
export function Citations({ id, title, citations, none }: { id: string; title: string; citations: readonly Citation[]; none: string }) {
  return (
    <Section id={id} title={title} note={citations.length > 0 ? citations.length : undefined}>
      {citations.length === 0 ? <p className={classes.meta}>{none}</p> : (
        <ul className={classes.citations}>
          {citations.map(({ slug, label, note, verified, precedent }, at) => (
            <li key={slug + at}>
              <span className={classes.first}>
                {precedent ? <Link to="/precedents/$slug" params={{ slug }}><CaseName>{precedent.shortName}</CaseName></Link> : <span>{slug}</span>}
                <span className={classes.how}>{label.toLowerCase()}{precedent?.decidedOn && <>, <LegalDate edtf={precedent.decidedOn} /></>}</span>
              </span>
              <span className={classes.meta}>{precedent ? precedent.courtName : <Trans>not in the library</Trans>}{note && `. ${note}`} {!verified && <TrustTag><Trans>not verified</Trans></TrustTag>}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
