import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './ShareBadge.module.css';
import { type Level, levelWords } from './words.ts';

/** The more arches, the wider the circle: one for the team, a dashed second for named allies, three for the coalition; the public's arch lies open. */
export function ShareGlyph({ level, size = 18 }: { level: Level; size?: number }) {
  const arch = (r: number, dashed = false) => <path d={`M${9 - r} 15.4V${10.6 - (r > 6 ? 0.6 : 0)}a${r} ${r} 0 0 1 ${2 * r} 0V15.4`} {...(dashed ? { strokeDasharray: '2.2 1.6' } : {})} />;
  const point = <circle cx="9" cy="14" r="1.25" fill="currentColor" stroke="none" />;
  return (
    <svg width={size} height={size} viewBox="0 0.9 18 18" fill="none" stroke="currentColor" strokeWidth="1.35" strokeLinecap="round" aria-hidden="true">
      {(level === 'case_team' || level === 'only_me') && <>{arch(4.2)}{point}</>}
      {level === 'named_allies' && <>{arch(3.4)}{arch(6.4, true)}{point}</>}
      {level === 'coalition' && <>{arch(2.5)}{arch(4.9)}{arch(7.3)}{point}</>}
      {level === 'public' && <><path d="M2 14.6h4.6M11.4 14.6H16M9 3.2v3.6M3.9 5.4l2.3 2.9M14.1 5.4l-2.3 2.9" />{point}</>}
    </svg>
  );
}

/** Who can read this: word, glyph and ground. Filled beside a title, `bare` in rows. Children take the place of the word. */
export function ShareBadge({ level, bare, children }: { level: Level; bare?: boolean; children?: ReactNode }) {
  const { i18n } = useLingui();
  return <span className={clsx(styles['badge'], styles[level], bare && styles['bare'])}><ShareGlyph level={level} /><span><span className="sr"><Trans>Readable by:</Trans> </span>{children ?? i18n._(levelWords[level])}</span></span>;
}
