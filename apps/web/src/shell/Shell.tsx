import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { ShellMeDocument } from '../gql/graphql.ts';
import { ToastProvider } from '../ui/Toast.tsx';
import { ActionsRoot } from './ActionsRoot.tsx';
import { LogDoorway } from './log-door.tsx';
import { MemberFrame } from './MemberFrame.tsx';
import { OfflineCorner } from './OfflineCorner.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './shell.module.css';

/** What stands around every page: for members the rail and the bar, for the public a header. The pages are the same. */
export function Shell({ children }: { children: ReactNode }) {
  const { data } = useQuery(ShellMeDocument);
  const me = data?.me ?? null;
  const main = <Main>{children}</Main>;
  return (
    <ToastProvider>
      <LogDoorway person={me?.id}>
        <ActionsRoot me={me}>
          <a className={styles['skip']} href="#main"><Trans>Skip to the text</Trans></a>
          <OfflineCorner person={me?.id} />
          {me ? <MemberFrame me={me}>{main}</MemberFrame> : <PublicFrame>{main}</PublicFrame>}
        </ActionsRoot>
      </LogDoorway>
    </ToastProvider>
  );
}

/** After a change of page the reader's place is the new text, as it would be after a load. */
function Main({ children }: { children: ReactNode }) {
  const path = useRouterState({ select: (s) => s.resolvedLocation?.pathname ?? s.location.pathname });
  const main = useRef<HTMLElement>(null), before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  return <main id="main" ref={main} tabIndex={-1} className={styles['main']}>{children}</main>;
}
