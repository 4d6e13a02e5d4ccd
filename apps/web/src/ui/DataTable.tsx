import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './DataTable.module.css';

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell(row: Row): ReactNode;
  /** The column that names the row: `th scope=row`. */
  names?: boolean;
  end?: boolean;
  width?: string;
  /** On a phone, where rows stack, the word before the value. */
  phoneLabel?: string;
}
interface Props<Row> { columns: readonly Column<Row>[]; rows: readonly Row[]; keyOf(row: Row): string; caption: ReactNode; showCaption?: boolean; chosen?(row: Row): boolean; /** Scrolls sideways instead of stacking on a phone. */ scrolls?: boolean }

/** A real table: hairlines, a head that stays, rows that stack on a phone. */
export function DataTable<Row>({ columns, rows, keyOf, caption, showCaption, chosen, scrolls }: Props<Row>) {
  const table = (
    <table className={clsx(styles['table'], !scrolls && styles['stacked'])}>
      <caption className={showCaption ? undefined : 'sr'}>{caption}</caption>
      <thead><tr>{columns.map((c) => <th key={c.id} scope="col" className={c.end ? styles['end'] : undefined} style={c.width ? { inlineSize: c.width } : undefined}>{c.head}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-chosen={chosen?.(row) || undefined}>
            {columns.map((c) => (c.names
              ? <th key={c.id} scope="row" className={c.end ? styles['end'] : undefined}>{c.cell(row)}</th>
              : <td key={c.id} className={c.end ? styles['end'] : undefined} data-label={c.phoneLabel}>{c.cell(row)}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return scrolls ? <div className={styles['scroll']} tabIndex={0} role="region" aria-label={typeof caption === 'string' ? caption : undefined}>{table}</div> : table;
}

/** The quiet second line of a cell. */
export const SecondLine = ({ children }: { children: ReactNode }) => <span className={styles['second']}>{children}</span>;
