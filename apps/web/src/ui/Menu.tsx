import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { clsx } from './clsx.ts';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { iconProps } from './icon-props.ts';
import styles from './Menu.module.css';

export interface MenuItem {
  label: ReactNode;
  icon?: ReactNode;
  /** One of several, with a tick when chosen. */
  chosen?: boolean;
  lang?: string;
  href?: string;
  onSelect?(): void;
}
export interface MenuGroup { label?: string; items: MenuItem[] }
interface Props {
  groups: MenuGroup[];
  /** The button: gets what makes it one that opens a menu. */
  trigger(props: { ref(el: HTMLButtonElement | null): void; onClick(): void; 'aria-expanded': boolean; 'aria-haspopup': 'menu'; 'aria-controls': string; onKeyDown(e: React.KeyboardEvent): void }): ReactNode;
  label: string;
  up?: boolean;
  align?: 'start' | 'end';
  className?: string | undefined;
}

/** A button with a menu: arrow keys, Home, End, first letters of the browser's own, Escape back to the button. */
export function Menu({ groups, trigger, label, up, align = 'end', className }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId(), root = useRef<HTMLDivElement>(null), button = useRef<HTMLButtonElement | null>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const close = (back = true) => { setOpen(false); if (back) button.current?.focus(); };
  useEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const outside = (e: PointerEvent) => { if (!root.current?.contains(e.target as Node)) setOpen(false); };
    addEventListener('pointerdown', outside);
    return () => { removeEventListener('pointerdown', outside); };
  }, [open]);
  const onKeyDown = (e: React.KeyboardEvent) => {
    if (!open) return;
    const all = items(), at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) { e.preventDefault(); all[to]?.focus(); }
    else if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); close(); }
    else if (e.key === 'Tab') setOpen(false);
  };
  return (
    <div ref={root} className={clsx(styles['menu'], className)}>
      {trigger({ ref: (el) => { button.current = el; }, onClick: () => { setOpen(!open); }, 'aria-expanded': open, 'aria-haspopup': 'menu', 'aria-controls': id, onKeyDown })}
      {open && (
        <div id={id} role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown} className={clsx(styles['list'], up && styles['up'], align === 'start' && styles['start'])}>
          {groups.map((group, g) => (
            <Fragment key={g}>
              {g > 0 && <hr className={styles['rule']} />}
              <div role="group" aria-label={group.label}>
                {group.label && <div className={styles['label']} aria-hidden="true">{group.label}</div>}
                {group.items.map((item, i) => {
                  const content = <>{item.icon}<span lang={item.lang}>{item.label}</span>{item.chosen && <IconCheck {...iconProps} className={styles['tick']} />}</>;
                  const props = { className: styles['item'], tabIndex: -1, onClick: () => { close(!item.href); item.onSelect?.(); } };
                  return item.href
                    ? <a key={i} role="menuitem" href={item.href} {...props}>{content}</a>
                    : <button key={i} type="button" {...(item.chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.chosen })} {...props}>{content}</button>;
                })}
              </div>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
