import type { ApolloClient } from '@apollo/client';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { faultOf } from '../apollo.ts';
import { LogSheetDocument, ShellMeDocument } from '../gql/graphql.ts';
import { dirOf } from '../i18n.ts';
import type { PageContext, Router } from '../router.tsx';
import { endSession, openDevice, sayAsOf, signOutOwed } from './device.ts';
import { NoSignalPage } from './NoSignalPage.tsx';

const show = (page: ReactNode): void => { createRoot(document, { onRecoverableError: (e) => { console.error('SHELL', e); } }).render(<StrictMode>{page}</StrictMode>); };

/** Starts the Log from the page that is kept on the device: with what lies there sealed, else with what the server says. */
export async function start(router: Router, { apollo, i18n }: PageContext): Promise<void> {
  const leaving = signOutOwed() && !(await endSession());
  const hand = leaving ? null : await openDevice(apollo).catch(() => null);
  if (hand?.me) {
    const { at, ...sheet } = hand;
    apollo.writeQuery({ query: ShellMeDocument, data: { me: hand.me } });
    apollo.writeQuery({ query: LogSheetDocument, data: sheet });
    sayAsOf(at);
  } else {
    const who = leaving ? 'no signal' : await whoIs(apollo);
    if (who === 'nobody') { location.replace(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`); return; }
    if (who === 'no signal') {
      show(<html lang={i18n.locale} dir={dirOf(i18n.locale)}><head><meta charSet="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Amparo</title></head><body><I18nProvider i18n={i18n}><NoSignalPage /></I18nProvider></body></html>);
      return;
    }
  }
  await router.load();
  show(<RouterProvider router={router} />);
}

async function whoIs(apollo: ApolloClient): Promise<'somebody' | 'nobody' | 'no signal'> {
  try { return (await apollo.query({ query: ShellMeDocument })).data?.me ? 'somebody' : 'nobody'; } catch (e) { return faultOf(e).code === 'UNAUTHENTICATED' ? 'nobody' : 'no signal'; }
}
