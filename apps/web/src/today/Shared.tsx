import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { TodayPageQuery } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { ShareBadge, ShareGlyph } from '../ui/ShareBadge.tsx';
import styles from './TodayPage.module.css';

/** What of one's own is read outside the team, and by whom. */
export function Shared({ cases, total }: { cases: TodayPageQuery['today']['sharedByMe']; total: number }) {
  const { i18n } = useLingui();
  if (cases.length === 0) {
    return (
      <div className={styles['shared']}>
        <ShareGlyph level="case_team" size={20} />
        <div>
          <h2><Trans>Nothing of yours is shared</Trans></h2>
          <p><Plural value={total} one="You can read one case and have shared none." other="Of the # cases you can read you have shared none." /> <Trans>A case is readable by its team until somebody shares it.</Trans></p>
        </div>
      </div>
    );
  }
  return (
    <div className={styles['shared']}>
      <ShareGlyph level="named_allies" size={20} />
      <div>
        <h2><Plural value={cases.length} one="One case of yours is shared" other="# cases of yours are shared" /></h2>
        <ul>
          {cases.map((each) => {
            const names = each.readers.filter(({ kind }) => kind === 'organisation').map(({ name }) => name);
            const readers = new Intl.ListFormat(i18n.locale).format(names);
            return (
              <li key={each.id}>
                <Link to="/cases/$id/people" params={{ id: each.id }} className={styles['rowCase']}><CaseName inherit>{each.shortName ?? each.title}</CaseName></Link>{' '}
                {each.level === 'named_allies' && readers ? <Trans>with {readers}</Trans> : <ShareBadge bare level={each.level} />}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
