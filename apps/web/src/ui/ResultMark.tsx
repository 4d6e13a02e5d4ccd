import { useLingui } from '@lingui/react/macro';
import { clsx } from './clsx.ts';
import styles from './marks.module.css';
import { type Result, resultWords } from './words.ts';

/** ● won, ◐ partly, ○ lost, ⊖ no ruling on the merits, dotted: pending. Shape carries it, colour repeats it. */
export function ResultGlyph({ result, size = 14 }: { result: Result; size?: number }) {
  const ring = { cx: 7, cy: 7, r: 5.4, fill: 'none', strokeWidth: 2 };
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {result === 'won' && <circle cx="7" cy="7" r="6.4" fill="var(--rights)" />}
      {result === 'partly_won' && <><path d="M7 .9a6.1 6.1 0 0 0 0 12.2z" fill="var(--rights)" /><path d="M7 1.7a5.3 5.3 0 0 1 0 10.6" fill="none" stroke="var(--state)" strokeWidth="1.7" /><path d="M7 .9v12.2" stroke="var(--rights)" strokeWidth="1" /></>}
      {result === 'lost' && <circle {...ring} stroke="var(--state)" />}
      {result === 'no_merits' && <><circle {...ring} strokeWidth="1.4" stroke="var(--none)" /><path d="M4 7h6" stroke="var(--none)" strokeWidth="1.6" /></>}
      {result === 'pending' && <circle {...ring} strokeWidth="1.8" stroke="var(--none)" strokeDasharray="1.7 1.7" />}
    </svg>
  );
}

interface Props {
  result: Result;
  /** In place of the word: "Dismissed, 10 June 2025", "Settled". */
  label?: React.ReactNode;
  /** Only the glyph, with its name for readers: for narrow columns. */
  bare?: boolean;
  size?: number;
}
/** The result for the rights side: derived, never typed, told the same way for wins and losses. */
export function ResultMark({ result, label, bare, size }: Props) {
  const { i18n } = useLingui();
  const word = label || i18n._(resultWords[result]);
  const glyph = <ResultGlyph result={result} {...(size ? { size } : {})} />;
  if (bare) return <span>{glyph}<span className="sr">{word}</span></span>;
  return <span className={clsx(styles['mark'], styles['wrap'], styles[result])}>{glyph}<span>{word}</span></span>;
}
