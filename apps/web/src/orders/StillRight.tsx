import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { type FreshKind, StillRightDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconCheck, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './StillRight.module.css';

interface Props { kind: FreshKind; freshness: { id: string; stale: boolean; lastChecked: string | null; askOn: string | null }; /** May say so. */ can: boolean; /** Says nothing while it is fresh. */ quiet?: boolean }

/** "Last checked 12 Aug 2024. Still right?": one click says so, and it asks again months later. */
export function StillRight({ kind, freshness, can, quiet }: Props) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [confirm, { loading, data }] = useMutation(StillRightDocument);
  const { stale, lastChecked } = data?.confirmStillRight ?? freshness;
  const yes = async () => {
    try { await confirm({ variables: { kind, id: freshness.id } }); toast({ words: t`Noted: still right today.` }); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); }
  };
  if (quiet && !stale && !data) return null;
  return (
    <p className={styles['line']} data-stale={stale || undefined}>
      <span>{lastChecked ? <Trans>Last checked <LegalDate edtf={lastChecked} />.</Trans> : <Trans>Nobody has checked this yet.</Trans>}</span>
      {stale && can && <span data-print="no" className={styles['ask']}><Trans>Still right?</Trans> <Button size="small" busy={loading} icon={<IconCheck {...iconProps} size={15} />} onClick={() => void yes()}><Trans>Yes, still right</Trans></Button></span>}
      {stale && !can && <span><Trans>It may have changed since.</Trans></span>}
    </p>
  );
}
