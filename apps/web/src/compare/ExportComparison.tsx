import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload, IconFileText, IconPresentation, IconPrinter, IconTable, iconProps } from '../ui/icons.ts';
import classes from './ComparePage.module.css';

/** The comparison as files, from public records only, and on paper. Plain links: they work without JavaScript. */
export function ExportComparison({ columns }: { columns: readonly { slug: string }[] }) {
  const { i18n } = useLingui();
  const query = `c=${columns.map(({ slug }) => encodeURIComponent(slug)).join(',')}`;
  const inLanguage = `${query}&lang=${i18n.locale}`;
  return (
    <details className={classes.pick}>
      <summary className={classes.button}><IconDownload {...iconProps} /> <Trans>Export</Trans></summary>
      <div className={classes.sheet}>
        <a href={`/exports/comparison.csv?${query}`} download><IconTable {...iconProps} /> <span><Trans>Table</Trans> (CSV)</span></a>
        <a href={`/exports/handout.docx?${inLanguage}`} download><IconFileText {...iconProps} /> <span><Trans>Handout</Trans> (DOCX)</span></a>
        <a href={`/exports/slides.pptx?${inLanguage}`} download><IconPresentation {...iconProps} /> <span><Trans>Slides</Trans> (PPTX)</span></a>
        <button type="button" onClick={() => window.print()}><IconPrinter {...iconProps} /> <span><Trans>Print, A3 landscape</Trans></span></button>
        <p><Trans>Public records only. Each file says: reference records, not reviewed by two members.</Trans></p>
      </div>
    </details>
  );
}
