import type { ForumsResult } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowRight, IconArrowsSplit2, IconColumns3, iconProps } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import styles from './Forums.module.css';

/** Which choice shuts which other, among the forums that are open. */
export function WhatCloses({ result }: { result: ForumsResult }) {
  const { t } = useLingui();
  const names = (ids: readonly string[]) => ids.map((id) => result.forums.find((each) => each.id === id)?.name ?? id).join(', ');
  const words = {
    either_or: { icon: IconArrowsSplit2, head: t`Either, or`, say: (first: string, others: string) => (others ? t`While another international body has the same matter, these do not take it: ${first}. Beside them: ${others}.` : t`While one of these has the same matter, the others do not take it: ${first}.`) },
    first_then: { icon: IconArrowRight, head: t`First, then`, say: (first: string, others: string) => t`${first} before: ${others}.` },
    side_by_side: { icon: IconColumns3, head: t`Side by side`, say: (first: string, others: string) => t`${first} and ${others}. Neither waits for the other: ask before filing.` },
  } as const;
  return (
    <Section title={t`What closes what`}>
      {result.relations.length === 0 && <p className={styles['quiet']}><Trans>Among the forums that are open, none shuts another.</Trans></p>}
      {result.relations.map(({ kind, first, others }) => {
        const { icon: Icon, head, say } = words[kind];
        return <div key={kind} className={styles['relation']}><h3><Icon {...iconProps} size={16} /> {head}</h3><p>{say(names(first), names(others))}</p></div>;
      })}
      <p className={styles['note']}><Trans>From the texts alone, not verified. Whether two cases are the same matter is for you to judge.</Trans></p>
    </Section>
  );
}
