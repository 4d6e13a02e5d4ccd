import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A part of a page under an ink rule. `note`: a few quiet words beside the head; `aside`: a count, a link, a switch at the end of the line. */
export function Section({ title, note, aside, children, id }: { title: ReactNode; note?: ReactNode; aside?: ReactNode; children?: ReactNode; id?: string }) {
  const own = useId();
  return (
    <section className={styles['section']} aria-labelledby={own} id={id}>
      <div className={styles['head']}>
        <h2 id={own}>{title}</h2>
        {note && <span className={styles['note']}>{note}</span>}
        {aside && <div className={styles['aside']}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
