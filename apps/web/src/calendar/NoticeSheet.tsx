import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { DeadlineLine } from '../deadlines/DeadlineLine.tsx';
import { NoticeSheet_ReadDocument, NoticeSheetDocument } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { later } from '../ui/later.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Notice.module.css';

const DeadlineSheet = later(() => import('../deadlines/DeadlineSheet.tsx').then((m) => m.DeadlineSheet));

/** What one is told of one's dates: what comes near, and what a new version of the law has moved. */
export function NoticeSheet({ onClose }: { onClose(): void }) {
  const { t, i18n } = useLingui(), toast = useToast();
  const { data, error, refetch } = useQuery(NoticeSheetDocument, { fetchPolicy: 'network-only' });
  const [read] = useMutation(NoticeSheet_ReadDocument);
  const [deadline, openDeadline] = useState<string>();
  const notices = data?.notices;
  const unread = notices?.some(({ readAt }) => !readAt) ?? false;
  const readAll = async () => { try { await read(); await refetch(); } catch (e) { toast({ words: i18n._(faultWords[faultOf(e).code]), alarm: true }); } };
  return (
    <Sheet wide title={t`Reminders`} lead={t`At half of the time, and 14, 7, 3 and 1 days before the day to work to.`} onClose={onClose}
      foot={<><Link to="/account" hash="reminders" onClick={onClose} className={styles['choose']}><Trans>What I am told</Trans></Link>{unread && <Button look="brand" onClick={() => void readAll()}><Trans>Mark all as read</Trans></Button>}</>}>
      {error && <p role="alert"><Trans>Your reminders could not be read. Close this and try again.</Trans></p>}
      {!notices && !error && <SkeletonRows />}
      {notices?.length === 0 && <p className={styles['none']}><Trans>Nothing to be told. You hear of a date of yours here before it comes.</Trans></p>}
      {notices?.map(({ id, kind, readAt, createdAt, deadline: of }) => (
        <div key={id} className={styles['notice']} data-unread={!readAt || undefined}>
          <DeadlineLine deadline={of} onOpen={() => { openDeadline(of.id); }}
            level={!readAt && <TrustTag filled><Trans>new</Trans></TrustTag>}
            lines={<>
              <div><Link to="/cases/$id" params={{ id: of.legalCase.id }} onClick={onClose}><CaseName inherit>{of.legalCase.shortName ?? of.legalCase.title}</CaseName></Link></div>
              <div suppressHydrationWarning>{kind === 'recounted' ? <Trans>A rule or court calendar has changed: counted again {momentWords(i18n.locale, new Date(createdAt))}.</Trans> : <Trans>Reminded {momentWords(i18n.locale, new Date(createdAt))}.</Trans>}</div>
            </>} />
        </div>
      ))}
      {deadline && <DeadlineSheet id={deadline} onChanged={() => refetch()} onClose={() => { openDeadline(undefined); }} />}
    </Sheet>
  );
}
