import { formatLegalDate, parseLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../fault-words.ts';
import { TextField } from './Fields.tsx';

interface Props {
  label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean; name: string;
  /** EDTF; '' is not known. */
  value: string;
  /** `read`: false while what stands there is no date; then the EDTF before it is given. */
  onChange(edtf: string, read: boolean): void;
}

/** A date as people write it, as rough as they know it: "5 Feb 2019", "Mar 2025", "c. 2019". Says how it was read. */
export function LegalDateField({ label, hint, error, optional, name, value, onChange }: Props) {
  const { i18n } = useLingui();
  const [text, setText] = useState(() => (i18n.locale === 'en' ? formatLegalDate(value, 'en') : value));
  const [known, setKnown] = useState(value), [left, setLeft] = useState(false);
  if (value !== known) { setKnown(value); setText(i18n.locale === 'en' ? formatLegalDate(value, 'en') : value); } // changed from outside
  const read = parseLegalDate(text);
  const type = (typed: string) => {
    setText(typed);
    setLeft(false);
    const now = parseLegalDate(typed);
    if ('ok' in now) { setKnown(now.ok); onChange(now.ok, true); } else onChange(known, false);
  };
  const refused = left && 'refused' in read ? i18n._(problemOf(read.refused)) : undefined;
  const shown = 'ok' in read && read.ok ? formatLegalDate(read.ok, i18n.locale) : '';
  return (
    <TextField
      label={label} error={refused ?? error} {...(optional ? { optional } : {})} name={name} value={text} autoComplete="off"
      hint={shown && shown !== text.trim() ? <Trans>Read as <strong>{shown}</strong></Trans> : hint ?? <Trans>As exactly as you know it: 5 Feb 2019, Mar 2025, c. 2019</Trans>}
      {...('refused' in read ? { 'data-problem': read.refused } : {})} onChange={(e) => { type(e.target.value); }} onBlur={() => { setLeft(true); }}
    />
  );
}
