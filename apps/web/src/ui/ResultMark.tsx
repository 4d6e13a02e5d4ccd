import { useLingui } from '@lingui/react/macro';
import { clsx } from './clsx.ts';
import styles from './marks.module.css';
import { type Result, resultWords } from './words.ts';

/** ● won, ◐ partly, ○ lost, ⊖ no ruling on the merits, dotted: pending. Shape carries it, colour repeats it. Drawn once, in `MarkSprite`. */
export const ResultGlyph = ({ result, size = 14 }: { result: Result; size?: number }) => <svg width={size} height={size} aria-hidden="true"><use href={`#r-${result}`} /></svg>;

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
