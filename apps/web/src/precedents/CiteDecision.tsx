import { Trans, useLingui } from '@lingui/react/macro';
import { formatLegalDate } from '@amparo/domain';
import { useState } from 'react';
import { Section } from '../ui/Section.tsx';
import { IconCopy, iconProps } from '../ui/icons.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { type Citable, citationFile, citationFormats, type CitationFormat, citationLine } from './cite.ts';
import { numberOf } from './number-of.ts';
import classes from './PrecedentPage.module.css';

const formatNames: Readonly<Record<CitationFormat, string>> = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL' };

/** Hands a made file to the browser. */
function download({ name, type, text }: ReturnType<typeof citationFile>): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/** The citation: to copy, or as a file for reference managers. */
export function CiteDecision({ precedent }: { precedent: Citable }) {
  const { t, i18n } = useLingui();
  const [said, say] = useState('');
  const date = precedent.decidedOn ? formatLegalDate(precedent.decidedOn, i18n.locale) : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(citationLine(precedent, date));
      say(t`Copied`);
    } catch {
      say(t`The browser does not allow copying. Select the text above.`);
    }
  };
  return (
    <Section id="cite" title={t`Cite this decision`}>
      <p className={classes.citation}><CaseName>{precedent.title}</CaseName> <bdi>{numberOf(precedent)}</bdi> ({[precedent.courtName, date].filter(Boolean).join(', ')})</p>
      <p className={classes.buttons} data-print="no">
        <Button size="small" icon={<IconCopy {...iconProps} size={16} />} onClick={() => void copy()}><Trans>Copy</Trans></Button>
        {citationFormats.map((format) => (
          <Button key={format} size="small" onClick={() => download(citationFile(format, precedent, `${location.origin}/precedents/${precedent.slug}`))}>{formatNames[format]}</Button>
        ))}
      </p>
      <p className={classes.quiet} role="status">{said}</p>
    </Section>
  );
}
