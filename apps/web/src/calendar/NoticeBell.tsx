import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { NoticeBellDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconBell, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import styles from './Notice.module.css';

const NoticeSheet = later(() => import('./NoticeSheet.tsx').then((m) => m.NoticeSheet));
const everyFewMinutes = 300_000;

/** Reminders: how many are unread, and the way to them. Asked for once the page stands, so that no page waits for it. */
export function NoticeBell() {
  const { t } = useLingui();
  const [ready, setReady] = useState(false), [open, setOpen] = useState(false);
  useEffect(() => { setReady(true); }, []);
  const { data, refetch } = useQuery(NoticeBellDocument, { skip: !ready, pollInterval: everyFewMinutes, fetchPolicy: 'cache-and-network' });
  const count = data?.noticeCount ?? 0;
  return (
    <span className={styles['bell']}>
      <Button look="quiet" icon={<IconBell {...iconProps} />} aria-haspopup="dialog" onClick={() => { setOpen(true); }} aria-label={count > 0 ? t`Reminders, ${plural(count, { one: '# unread', other: '# unread' })}` : t`Reminders`} />
      {count > 0 && <span className={styles['count']} aria-hidden="true">{count > 99 ? '99+' : count}</span>}
      {open && createPortal(<NoticeSheet onClose={() => { setOpen(false); void refetch(); }} />, document.body) /* its head and foot are not those of the page's own bar */}
    </span>
  );
}
