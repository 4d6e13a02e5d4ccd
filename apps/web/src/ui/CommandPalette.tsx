import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clsx } from './clsx.ts';
import styles from './CommandPalette.module.css';
import { useAvailableActions } from './actions.ts';
import { IconSearch, iconProps } from './icons.ts';
import { Kbd } from './Kbd.tsx';

/** Something found: a case of yours, a published decision, a court, a system. */
export interface Hit { key: string; group: string; title: string; hint?: ReactNode; caseName?: boolean; href: string }
interface Props { search(text: string): Promise<Hit[]>; onClose(): void }

/** One field for going, doing and finding. What is at hand comes first, the server's hits after 150 ms; only what one may read. */
export function CommandPalette({ search, onClose }: Props) {
  const { t, i18n } = useLingui();
  const { actions, here } = useAvailableActions();
  const [text, setText] = useState(''), [at, setAt] = useState(0), [hits, setHits] = useState<Hit[]>([]);
  const dialog = useRef<HTMLDialogElement>(null), list = useId();
  useLayoutEffect(() => { const el = dialog.current; if (el && !el.open) el.showModal(); return () => { el?.close(); }; }, []);
  useEffect(() => {
    if (text.trim().length < 2) { setHits([]); return; }
    let late = false;
    const timer = setTimeout(() => { search(text.trim()).then((found) => { if (!late) setHits(found); }, () => { if (!late) setHits([]); }); }, 150);
    return () => { late = true; clearTimeout(timer); };
  }, [text, search]);

  const options = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase(i18n.locale);
    const doable = actions.map((a) => ({ key: a.id, group: t`Go and do`, title: i18n._(a.label), hint: a.keys && <Kbd keys={a.keys} />, caseName: false, run: () => { a.perform(here); } }))
      .filter((a) => a.title.toLocaleLowerCase(i18n.locale).includes(wanted));
    return [...hits.map((hit) => ({ ...hit, run: () => { here.go(hit.href); } })), ...doable];
  }, [actions, hits, here, i18n, t, text]);
  const chosen = Math.min(at, options.length - 1);
  const run = (i: number) => { const option = options[i]; if (option) { onClose(); option.run(); } };
  const onKeyDown = (e: React.KeyboardEvent) => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: options.length - 1 }[e.key];
    if (to !== undefined && options.length) {
      e.preventDefault();
      const next = (to + options.length) % options.length;
      setAt(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (e.key === 'Enter' && !e.nativeEvent.isComposing) { e.preventDefault(); run(chosen); }
  };
  return (
    <dialog ref={dialog} className={styles['palette']} aria-label={t`Search and commands`} onCancel={(e) => { e.preventDefault(); onClose(); }} onPointerDown={(e) => { if (e.target === dialog.current) onClose(); }}>
      <div className={styles['field']}>
        <IconSearch {...iconProps} />
        <input
          autoFocus value={text} placeholder={t`Search cases, law, courts`} aria-label={t`Search and commands`} autoComplete="off" spellCheck={false}
          role="combobox" aria-expanded="true" aria-controls={list} aria-autocomplete="list" aria-activedescendant={options.length ? `${list}-${chosen}` : undefined}
          onChange={(e) => { setText(e.target.value); setAt(0); }} onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div id={list} role="listbox" aria-label={t`Results`} className={styles['list']}>
        {options.map((option, i) => (
          <div key={option.key} role="presentation">
            {option.group !== options[i - 1]?.group && <div className={styles['group']} role="presentation">{option.group}</div>}
            <button type="button" tabIndex={-1} id={`${list}-${i}`} role="option" aria-selected={i === chosen} className={styles['option']} onMouseUp={() => { run(i); }} onPointerMove={() => { setAt(i); }}>
              <span className={clsx(option.caseName && styles['case'])}>{option.title}</span>
              {option.hint && <span className={styles['hint']}>{option.hint}</span>}
            </button>
          </div>
        ))}
        {!options.length && <p className={styles['none']}><Trans>Nothing you can read matches this.</Trans></p>}
      </div>
    </dialog>
  );
}
