import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ShareLevel } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { Section } from '../ui/Section.tsx';
import parts from './RecordParts.module.css';

/** Cases that the reader may read. Where there is none the section does not exist, for the public as for a member. */
export function ReadableCases({ cases }: { cases: readonly { id: string; title: string; shortName?: string | null; level: ShareLevel }[] }) {
  const { t } = useLingui();
  if (cases.length === 0) return null;
  return (
    <Section id="cases" title={t`Cases you may read`} note={cases.length}>
      <ul className={parts.lines}>{cases.map(({ id, title, shortName, level }) => <li key={id}><Link to="/cases/$id" params={{ id }}><CaseName>{shortName ?? title}</CaseName></Link> <ShareBadge level={level} bare /></li>)}</ul>
    </Section>
  );
}
