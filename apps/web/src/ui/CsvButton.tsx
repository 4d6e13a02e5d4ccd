import { Trans } from '@lingui/react/macro';
import { Button } from './Button.tsx';
import { type CsvColumn, toCsv } from './csv.ts';
import { IconDownload, iconProps } from './icons.ts';

/** Saves what is on screen as a table. `name`: of the file, without ending. */
export function CsvButton<Row>({ name, rows, columns }: { name: string; rows: readonly Row[]; columns: readonly CsvColumn<Row>[] }) {
  const save = () => {
    const href = URL.createObjectURL(new Blob([toCsv(rows, columns)], { type: 'text/csv;charset=utf-8' }));
    const a = Object.assign(document.createElement('a'), { href, download: `${name}.csv` });
    a.click();
    setTimeout(() => { URL.revokeObjectURL(href); }, 1000);
  };
  return <Button size="small" icon={<IconDownload {...iconProps} size={16} />} onClick={save}>CSV<span className="sr"> <Trans>of this list</Trans></span></Button>;
}
