import { msg } from '@lingui/core/macro';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ShellMeQuery } from '../gql/graphql.ts';
import { type Action, ActionsContext, type Here, listenForKeys } from '../ui/actions.ts';
import { later } from '../ui/later.tsx';
import { useLog } from './log-door.tsx';
import { places } from './places.tsx';
import { signOut } from './session.ts';

const Palette = later(() => import('./Palette.tsx').then((m) => m.Palette));
const KeyList = later(() => import('./KeyList.tsx').then((m) => m.KeyList));

/** Asks for the palette or the list of keys from anywhere, without a thread of properties. */
export const openPalette = (): void => { dispatchEvent(new CustomEvent('amparo:palette')); };
export const openKeyList = (): void => { dispatchEvent(new CustomEvent('amparo:keys')); };

/** Holds everything that can be done, and listens for its keys. */
export function ActionsRoot({ me, children }: { me: ShellMeQuery['me']; children: ReactNode }) {
  const router = useRouter(), log = useLog();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const [pages, setPages] = useState<readonly (readonly Action[])[]>([]);

  const everywhere = useMemo<Action[]>(() => [
    { id: 'palette', label: msg`Search and commands`, group: 'do', keys: 'Mod K', predicate: () => false, perform: () => { setOpen('palette'); } },
    { id: 'log', label: msg`Log what happened`, group: 'do', keys: 'L', predicate: (here) => here.signedIn, perform: () => { log(); } },
    { id: 'new-case', label: msg`New case`, group: 'do', predicate: (here) => here.signedIn, perform: (here) => { here.go('/cases/new'); } },
    { id: 'new-harm', label: msg`Document a harm`, group: 'do', predicate: (here) => here.signedIn, perform: (here) => { here.go('/harms/new'); } },
    ...places.map((place): Action => ({ id: place.to, label: place.label, group: 'go', ...(place.keys ? { keys: place.keys } : {}), predicate: (here) => !place.personal || here.signedIn, perform: (here) => { here.go(place.to); } })),
    { id: 'search', label: msg`Go to the search field`, group: 'here', keys: '/', predicate: () => typeof document !== 'undefined' && !!document.querySelector('input[type=search]'), perform: () => { document.querySelector<HTMLInputElement>('input[type=search]')?.focus(); } },
    { id: 'help', label: msg`Help`, group: 'go', perform: (here) => { here.go('/help'); } },
    { id: 'keys', label: msg`All keys`, group: 'do', keys: '?', perform: () => { setOpen('keys'); } },
    { id: 'account', label: msg`My account`, group: 'go', predicate: (here) => here.signedIn, perform: (here) => { here.go('/account'); } },
    { id: 'rules', label: msg`Deadline rules`, group: 'go', predicate: (here) => here.signedIn, perform: (here) => { here.go('/deadline-rules'); } },
    { id: 'members', label: msg`Members`, group: 'go', predicate: (here) => here.roles.includes('steward'), perform: (here) => { here.go('/members'); } },
    { id: 'sign-in', label: msg`Sign in`, group: 'go', predicate: (here) => !here.signedIn, perform: (here) => { here.go('/sign-in'); } },
    { id: 'sign-out', label: msg`Sign out`, group: 'do', predicate: (here) => here.signedIn, perform: () => { void signOut(); } },
  ], [log]);

  const here = useMemo<Here>(() => ({ signedIn: !!me, roles: me?.roles ?? [], path, go: (href) => { void router.navigate({ href }); } }), [me, path, router]);
  const add = useCallback((actions: readonly Action[]) => {
    setPages((before) => [...before, actions]);
    return () => { setPages((before) => before.filter((each) => each !== actions)); };
  }, []);
  const context = useMemo(() => ({ add, here, all: () => [...pages.flat(), ...everywhere] }), [add, here, pages, everywhere]);

  const now = useRef(context);
  useEffect(() => { now.current = context; });
  useEffect(() => listenForKeys(() => now.current.all().filter((a) => a.keys === 'Mod K' || (a.predicate?.(now.current.here) ?? true)), () => now.current.here), []);
  useEffect(() => {
    const palette = () => { setOpen('palette'); }, keys = () => { setOpen('keys'); };
    addEventListener('amparo:palette', palette);
    addEventListener('amparo:keys', keys);
    return () => { removeEventListener('amparo:palette', palette); removeEventListener('amparo:keys', keys); };
  }, []);

  const close = () => { setOpen(null); };
  return (
    <ActionsContext.Provider value={context}>
      {children}
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeyList onClose={close} />}
    </ActionsContext.Provider>
  );
}
