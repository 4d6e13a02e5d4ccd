import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LegalDate } from '../ui/LegalDate.tsx';
import { afterwards, type Column, laterDecisions } from './compare-search.ts';
import classes from './CompareTable.module.css';
import type { OwnStories } from './own-story.ts';

/** The rows below the tests. Their ids stand in the address when a reader puts one away. */
export const storyIds = ['ordered', 'afterwards', 'system'] as const;

function List({ items, none }: { items: readonly ReactNode[]; none: ReactNode }) {
  if (items.length === 0) return <span className={classes.none}>{none}</span>;
  return <ul className={classes.list}>{items.map((item, i) => <li key={i}>{item}</li>)}</ul>;
}

/** The same for the reader's own case: each line with its day. */
export function OwnStory({ lines, none }: OwnStories) {
  return <List items={lines.map(({ on, text }) => (on ? <><LegalDate edtf={on} />: {text}</> : text))} none={none} />;
}

/** What was ordered, what came of it, and how the system stood then. */
export function useStoryRows(): { id: string; label: string; of(column: Column): ReactNode }[] {
  const { t, i18n } = useLingui();
  return [
    { id: 'ordered', label: t`Ordered`, of: ({ remedies }) => <List items={remedies.map(({ detail }) => detail)} none={<Trans>No order is recorded</Trans>} /> },
    { id: 'afterwards', label: t`Afterwards`, of: (column) => <List items={[...afterwards(column).map(({ on, description }) => <><LegalDate edtf={on} />: {description}</>), ...laterDecisions(column).map(({ label, precedent, on }) => <><LegalDate edtf={on} />: {label}, <Link to="/precedents/$slug" params={{ slug: precedent.slug }}>{precedent.shortName}</Link> ({precedent.outcomeLabel})</>)]} none={<Trans>Nothing later is recorded</Trans>} /> },
    { id: 'system', label: t`System then`, of: ({ system }) => {
      const words = [
        system.centralised === true ? t`central register` : system.centralised === false ? t`no central register` : t`central register: not known`,
        system.biometrics.length > 0 ? new Intl.ListFormat(i18n.locale).format(system.biometrics.map(({ label }) => label)) : t`no biometrics known`, system.mandatoryLabel,
      ];
      return <>{words.join('; ')}</>;
    } },
  ];
}
