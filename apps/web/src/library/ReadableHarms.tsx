import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Section } from '../ui/Section.tsx';
import parts from './RecordParts.module.css';

/** Documented harms that the reader may read; without any the section does not exist. */
export function ReadableHarms({ harms }: { harms: readonly { id: string; summary: string }[] }) {
  const { t } = useLingui();
  if (harms.length === 0) return null;
  return (
    <Section id="harms" title={t`Documented harms you may read`} note={harms.length}>
      <ul className={parts.lines}>{harms.map(({ id, summary }) => <li key={id}><Link to="/harms/$id" params={{ id }}>{summary}</Link></li>)}</ul>
    </Section>
  );
}
