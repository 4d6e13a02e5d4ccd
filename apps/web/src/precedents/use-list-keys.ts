import { msg } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useEffect } from 'react';
import { type Action, useActions } from '../ui/actions.ts';
import { chosenSlugs, type PrecedentSearch, withChosen } from './precedent-search.ts';

const links = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
const current = () => document.activeElement?.closest<HTMLElement>('[data-slug]');

/** Keys of the list: J and K walk the rows, X chooses the one in focus, C compares those chosen. */
export function useListKeys(search: PrecedentSearch, go: (next: PrecedentSearch) => void): void {
  const navigate = useNavigate();
  const now = useRef({ search, go });
  useEffect(() => { now.current = { search, go }; });
  const actions = useMemo<Action[]>(() => {
    const walk = (by: 1 | -1) => {
      const all = links();
      const at = all.findIndex((link) => link.closest('[data-slug]') === current());
      all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
    };
    return [
      { id: 'next-row', label: msg`Next decision`, group: 'here', keys: 'J', perform: () => walk(1) },
      { id: 'previous-row', label: msg`Previous decision`, group: 'here', keys: 'K', perform: () => walk(-1) },
      { id: 'choose-row', label: msg`Choose the decision to compare`, group: 'here', keys: 'X', perform: () => {
        const slug = current()?.dataset['slug'];
        if (slug) now.current.go(withChosen(now.current.search, slug, !chosenSlugs(now.current.search.c).includes(slug)));
      } },
      { id: 'compare-chosen', label: msg`Compare the chosen decisions`, group: 'here', keys: 'C', perform: () => {
        if (now.current.search.c) void navigate({ to: '/precedents/compare', search: { c: now.current.search.c } });
      } },
    ];
  }, [navigate]);
  useActions(actions);
}
