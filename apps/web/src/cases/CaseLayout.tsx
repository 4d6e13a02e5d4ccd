import { useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { CasePage_ChangedDocument, CasePageDocument, CasesPage_ChangedDocument } from '../gql/graphql.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { type Action, useActions } from '../ui/actions.ts';
import { later } from '../ui/later.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CaseContext } from './case-context.ts';
import { CaseHead } from './CaseHead.tsx';
import styles from './CaseHead.module.css';
import { useSettled } from './use-settled.ts';

const ShareDialog = later(() => import('./ShareDialog.tsx').then((m) => m.ShareDialog));

const gone = new Set(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** A case with its head and tabs. It follows every change, and is gone from the screen as soon as it may no longer be read. */
export function CaseLayout() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/cases/$id' });
  const navigate = useNavigate();
  const [sharing, setSharing] = useState(false);
  const { data, error, refetch } = useSuspenseQuery(CasePageDocument, { variables: { id }, errorPolicy: 'all' });
  // in a transition, so that the page stays on screen while it is read anew
  const reread = useCallback(() => { let done: ReturnType<typeof refetch> | undefined; startTransition(() => { done = refetch(); }); return done ?? refetch(); }, [refetch]);
  const refresh = useSettled(() => reread().catch(() => undefined)); // what failed stands in `error`
  const legalCase = error && gone.has(faultOf(error).code) ? null : data?.legalCase;
  useSubscription(CasePage_ChangedDocument, { variables: { id }, skip: !legalCase, onData: refresh, onComplete: refresh, onError: refresh });
  useReturn(id, !legalCase, refresh);
  useEffect(() => {
    const seen = () => { if (document.visibilityState === 'visible') refresh(); };
    document.addEventListener('visibilitychange', seen);
    return () => { document.removeEventListener('visibilitychange', seen); };
  }, [refresh]);

  const canShare = legalCase?.viewerCan.share ?? false, canEdit = legalCase?.viewerCan.edit ?? false;
  useActions(useMemo((): Action[] => [
    ...(canShare ? [{ id: 'case.share', label: msg`Share this case`, group: 'here' as const, keys: 'S', perform: () => { setSharing(true); } }] : []),
    ...(canEdit ? [{ id: 'case.edit', label: msg`Edit this case`, group: 'here' as const, keys: 'E', perform: () => void navigate({ to: '/cases/$id/edit', params: { id } }) }] : []),
    { id: 'case.history', label: msg`Changes of this case`, group: 'here', keys: 'H', perform: () => void navigate({ to: '/cases/$id/changes', params: { id } }) },
  ], [canShare, canEdit, id, navigate]));
  const open = useMemo(() => legalCase && { legalCase: legalCase as never, refresh: reread, share: () => { setSharing(true); } }, [legalCase, reread]);
  if (!legalCase || !open) return <NotFoundPage />;

  const tab = (to: string, label: React.ReactNode) => ({ label, link: { to, params: { id } } as never });
  return (
    <CaseContext value={open}>
      <CaseHead />
      <div className={styles['tabs']} data-print="no">
        <Tabs label={t`Parts of this case`} tabs={[
          tab('/cases/$id', <Trans>Overview</Trans>), tab('/cases/$id/proceedings', <Trans>Proceedings</Trans>), tab('/cases/$id/claims', <Trans>Claims</Trans>), tab('/cases/$id/decisions', <Trans>Decisions</Trans>), tab('/cases/$id/orders', <Trans>Orders</Trans>),
          ...(legalCase.viewerCan.notes ? [tab('/cases/$id/forums', <Trans>Where next</Trans>)] : []),
          tab('/cases/$id/people', <Trans>People</Trans>),
          ...(canEdit ? [tab('/cases/$id/changes', <Trans>Changes</Trans>), tab('/cases/$id/edit', <Trans>Edit</Trans>)] : []),
        ]} />
      </div>
      <Outlet />
      {sharing && <ShareDialog onClose={() => { setSharing(false); }} />}
    </CaseContext>
  );
}

/** A case that was taken away while it was open comes back by itself when it may be read again: then the list of all one may read speaks of it. */
function useReturn(id: string, away: boolean, refresh: () => void): void {
  useSubscription(CasesPage_ChangedDocument, { skip: !away, onData: ({ data: { data } }) => { if (data?.legalCaseChanged.id === id) refresh(); } });
  useEffect(() => {
    if (!away) return;
    const timer = setTimeout(refresh, 1500); // given back before anybody listened
    return () => { clearTimeout(timer); };
  }, [away, refresh]);
}
