import { formatLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../problem-words.ts';
import { TextField } from './Fields.tsx';
import { readDate } from './read-date.ts';

interface Props {
  label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean; name: string;
  /** EDTF; '' is not known. */
  value: string;
  /** Only a day will do, such as the day an agreement was signed. */
  exact?: boolean;
  /** `read`: false while what stands there is no date; then the EDTF before it is given. */
  onChange(edtf: string, read: boolean): void;
}

/** A date as people write it, as rough as they know it: "5 Feb 2019", "Mar 2025", "c. 2019". Says how it was read. */
export function LegalDateField({ label, hint, error, optional, name, value, exact, onChange }: Props) {
  const { i18n } = useLingui();
  const [text, setText] = useState(() => (i18n.locale === 'en' ? formatLegalDate(value, 'en') : value));
  const [known, setKnown] = useState(value), [left, setLeft] = useState(false);
  if (value !== known) { setKnown(value); setText(i18n.locale === 'en' ? formatLegalDate(value, 'en') : value); } // changed from outside
  const read = readDate(text, exact);
  const type = (typed: string) => {
    setText(typed);
    setLeft(false);
    const now = readDate(typed, exact);
    if ('ok' in now) { setKnown(now.ok); onChange(now.ok, true); } else onChange(known, false);
  };
  const refused = left && 'refused' in read ? i18n._(problemOf(read.refused)) : undefined;
  const shown = 'ok' in read && read.ok ? formatLegalDate(read.ok, i18n.locale) : '';
  return (
    <TextField
      label={label} error={refused ?? error} {...(optional ? { optional } : {})} name={name} value={text} autoComplete="off"
      hint={shown && shown !== text.trim() ? <Trans>Read as <strong>{shown}</strong></Trans> : hint ?? (exact ? <Trans>The exact day, as 5 Feb 2026.</Trans> : <Trans>As exactly as you know it: 5 Feb 2019, Mar 2025, c. 2019</Trans>)}
      {...('refused' in read ? { 'data-problem': read.refused } : {})} onChange={(e) => { type(e.target.value); }} onBlur={() => { setTimeout(() => { setLeft(true); }, 200); /* not between press and release of a button, which the words would push away */ }}
    />
  );
}
