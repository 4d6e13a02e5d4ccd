import type { Sureness } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { HarmRow_HarmFragment } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { surenessWords } from './harm-words.ts';
import styles from './Harms.module.css';

/** One harm in a list: what, where, to whom, how sure, and what it stands behind. */
export function HarmRow({ harm, placeName }: { harm: HarmRow_HarmFragment; placeName(code: string): string }) {
  const { i18n } = useLingui();
  const sure = surenessWords[harm.sureness as Sureness];
  return (
    <li className={styles['row']}>
      <div>
        <h2><Link to="/harms/$id" params={{ id: harm.id }}>{harm.kind.label}</Link> {sure && <TrustTag>{i18n._(sure.name)}</TrustTag>}</h2>
        <p className={styles['summary']}>{harm.summary}</p>
        <p className={styles['quiet']}>
          {harm.groups.length > 0 && <>{harm.groups.map(({ label }) => label).join(', ')}. </>}
          {[harm.district, placeName(harm.country)].filter(Boolean).join(', ')}{harm.whenOn && <>, <LegalDate edtf={harm.whenOn} /></>}{harm.system && <>, {harm.system.name}</>}
          {harm.peopleAffected !== null && <>, <Plural value={harm.peopleAffected} one="# person" other="# people" /></>}
        </p>
      </div>
      <div className={styles['side']}>
        <ShareBadge bare level={harm.level} />
        <div className={styles['behind']}>
          {harm.links.length === 0 ? <Trans>Not linked yet</Trans> : harm.links.map(({ id, legalCase, precedent }) => (
            <div key={id}>
              {legalCase && <><Trans>Case:</Trans> <Link to="/cases/$id" params={{ id: legalCase.id }}><CaseName>{legalCase.shortName ?? legalCase.title}</CaseName></Link></>}
              {precedent && <><Trans>Precedent:</Trans> <Link to="/precedents/$slug" params={{ slug: precedent.slug }}><CaseName>{precedent.shortName}</CaseName></Link></>}
            </div>
          ))}
        </div>
      </div>
    </li>
  );
}
