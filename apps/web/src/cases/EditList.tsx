import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { IconBallpen, iconProps, IconPlus, IconTrash } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';

interface Props<T> {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  items: readonly T[];
  none: ReactNode;
  nameOf(item: T): string;
  line(item: T): ReactNode;
  /** The form of an item; null: of a new one. Absent: items are only added and removed. */
  form(item: T | null, done: () => void): ReactNode;
  add: ReactNode;
  fixed?: boolean;
  /** What goes with it when it is removed. */
  loses?: ReactNode;
  remove(item: T): Promise<unknown>;
  under?(item: T): ReactNode;
}

/** Records that hang on a case: each line with its form where it stands, and one for a new line. */
export function EditList<T extends { id: string }>({ id, title, note, items, none, nameOf, line, form, add, fixed, loses, remove, under }: Props<T>) {
  const { t, i18n } = useLingui();
  const { refresh } = useCase();
  const toast = useToast();
  const [open, setOpen] = useState<string>(); // an id, or "new"
  const close = () => { setOpen(undefined); };
  const take = async (item: T) => {
    try {
      await remove(item);
      await refresh();
      toast({ words: t`${nameOf(item)} removed. What it said is kept under Changes.` });
    } catch (e) {
      toast({ alarm: true, words: t`Nothing was removed. ${i18n._(faultWords[faultOf(e).code])}` });
    }
  };
  return (
    <Section id={id} title={title} note={note}>
      {items.length === 0 && open !== 'new' && <p className={styles['quiet']}>{none}</p>}
      {items.map((item) => (
        <div key={item.id} className={styles['item']}>
          <div className={styles['line']}>
            <div>{line(item)}</div>
            <div className={styles['tools']}>
              {!fixed && <Button size="small" look="quiet" icon={<IconBallpen {...iconProps} size={16} />} aria-expanded={open === item.id} onClick={() => { setOpen(open === item.id ? undefined : item.id); }}><Trans>Edit<span className="sr"> {nameOf(item)}</span></Trans></Button>}
              <ConfirmButton size="small" look="quiet" danger icon={<IconTrash {...iconProps} size={16} />} title={<Trans>Remove {nameOf(item)}?</Trans>} words={loses ?? <Trans>What it said is kept under Changes.</Trans>} confirm={<Trans>Remove {nameOf(item)}</Trans>} onConfirm={() => take(item)}><Trans>Remove<span className="sr"> {nameOf(item)}</span></Trans></ConfirmButton>
            </div>
          </div>
          {open === item.id && form(item, close)}
          {under?.(item)}
        </div>
      ))}
      {open === 'new' ? form(null, close) : <p><Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { setOpen('new'); }}>{add}</Button></p>}
    </Section>
  );
}
