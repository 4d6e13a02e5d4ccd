import type { MessageDescriptor } from '@lingui/core';
import { createContext, useContext, useEffect, useMemo } from 'react';

/** Where an action finds itself when it is asked whether it applies, and when it is carried out. */
export interface Here { signedIn: boolean; roles: readonly string[]; path: string; go(href: string): void }

/**
 * One thing a person can do, said once: palette, menus, the list of keys and the keys themselves all read it here.
 * `keys`: one letter (`L`), two in a row (`G C`) or with the command key (`Mod K`).
 */
export interface Action {
  id: string;
  label: MessageDescriptor;
  group: 'go' | 'do' | 'here';
  keys?: string;
  predicate?(here: Here): boolean;
  perform(here: Here): void;
}

/** Pages hand in what can be done on them; it is theirs while they are on screen. */
export const ActionsContext = createContext<{ add(actions: readonly Action[]): () => void; all(): Action[]; here: Here } | null>(null);

/** Registers a page's own actions (`E` edit, `S` share …) while it is shown. Keep the array stable: `useMemo`. */
export function useActions(actions: readonly Action[]): void {
  const register = useContext(ActionsContext)?.add;
  useEffect(() => register?.(actions), [register, actions]);
}
/** The actions that apply here and now. */
export function useAvailableActions(): { actions: Action[]; here: Here } {
  const context = useContext(ActionsContext);
  if (!context) throw new Error('outside the shell');
  return useMemo(() => ({ actions: context.all().filter((a) => a.predicate?.(context.here) ?? true), here: context.here }), [context]);
}

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type));
const single = 'amparo.keys';
/** Single keys can be switched off (WCAG 2.1.4); the choice stays on this device. */
export const singleKeys = {
  on: (): boolean => { try { return localStorage.getItem(single) !== 'off'; } catch { return true; } },
  set: (on: boolean): void => { localStorage.setItem(single, on ? 'on' : 'off'); },
};

/** Listens for the keys of whatever `actions` holds at that moment. Returns how to stop. */
export function listenForKeys(available: () => Action[], here: () => Here): () => void {
  let before = '', since = 0;
  const onKey = (e: KeyboardEvent) => {
    const mod = e.ctrlKey || e.metaKey;
    if (e.defaultPrevented || e.altKey || e.isComposing || (!mod && (typing(e.target) || !singleKeys.on() || document.querySelector('dialog[open]')))) return;
    const key = e.key.length === 1 ? e.key.toUpperCase() : e.key;
    const sequence = Date.now() - since < 1200 ? `${before} ${key}` : key;
    const match = available().find(({ keys }) => keys === (mod ? `Mod ${key}` : sequence)) ?? (mod ? undefined : available().find(({ keys }) => keys === key));
    before = mod ? '' : key;
    since = Date.now();
    if (!match) return;
    e.preventDefault();
    before = '';
    match.perform(here());
  };
  addEventListener('keydown', onKey);
  return () => { removeEventListener('keydown', onKey); };
}
