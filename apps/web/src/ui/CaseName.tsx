import type { ReactNode } from 'react';
import styles from './CaseName.module.css';
import { clsx } from './clsx.ts';

/** Scripts that have no italics set a case's name upright, in their own quotation marks. */
const upright = /[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufefc]/;
const marks: Record<string, [string, string]> = { ar: ['«', '»'], fa: ['«', '»'], he: ['”', '”'], zh: ['《', '》'], ja: ['「', '」'], ko: ['「', '」'] };
const languageOf = (text: string) => (/[\u3040-\u30ff]/.test(text) ? 'ja' : /[\uac00-\ud7af]/.test(text) ? 'ko' : /[\u3400-\u9fff]/.test(text) ? 'zh' : /[\u0590-\u05ff]/.test(text) ? 'he' : 'ar');

/**
 * The name of a case, the one way it is printed: serif italic, isolated from the direction around it, never cut.
 * `lang`: the language the name is in, where it is known.
 */
export function CaseName({ children, lang, inherit }: { children: ReactNode; lang?: string | undefined; /** Keeps the size around it. */ inherit?: boolean }) {
  const text = typeof children === 'string' ? children : '';
  const isUpright = upright.test(text);
  const [open, close] = isUpright ? (marks[(lang ?? languageOf(text)).split('-')[0] ?? ''] ?? ['', '']) : ['', ''];
  return <bdi lang={lang ?? (isUpright ? languageOf(text) : undefined)} className={clsx(styles['name'], isUpright && styles['upright'], inherit && styles['inherit'])}>{open}{children}{close}</bdi>;
}
