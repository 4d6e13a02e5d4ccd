import { Trans } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../ui/Page.tsx';
import { LogBody, LogFoot } from './LogForm.tsx';
import styles from './LogForm.module.css';
import { useLogForm } from './use-log-form.ts';

/** The Log as a page of its own: what a phone's home screen and a link in a mail open. After saving it shows the case. */
export function LogPage() {
  const search = useSearch({ from: '/log' });
  const navigate = useNavigate();
  const form = useLogForm({ caseId: search.case }, (id) => void navigate({ to: '/cases/$id', params: { id } }), false);
  return (
    <Page title={<Trans>Log progress</Trans>}>
      <noscript><p><Trans>The Log needs JavaScript, so that your text is kept when the signal is lost.</Trans></p></noscript>
      <div className={styles['page']}>
        <LogBody form={form} />
        <div className={styles['pageFoot']}><LogFoot form={form} /></div>
      </div>
    </Page>
  );
}
