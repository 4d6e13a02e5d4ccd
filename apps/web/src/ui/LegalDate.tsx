import { formatLegalDate, isLegalDate, precisionOf } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';

/** A date as it is known, the one way dates are printed: "5 Feb 2019", "c. March 2025", "13 or 25 Apr 2022". Rough dates stay rough. */
export function LegalDate({ edtf, none }: { edtf: string | null | undefined; /** What stands where no date is known; by default "no date". */ none?: React.ReactNode }) {
  const { i18n } = useLingui();
  if (!edtf) return <>{none ?? <Trans>no date</Trans>}</>;
  if (!isLegalDate(edtf)) return <bdi>{edtf}</bdi>;
  const exact = ['day', 'month', 'year'].includes(precisionOf(edtf));
  return <time {...(exact ? { dateTime: edtf } : {})} style={{ whiteSpace: 'nowrap' }}>{formatLegalDate(edtf, i18n.locale)}</time>;
}

/** How a date is drawn on a line of time: an exact day is a dot, a month a pill, anything rougher a dashed pill. */
export const dateShape = (edtf: string | null | undefined): 'dot' | 'pill' | 'rough' | 'none' =>
  !edtf || !isLegalDate(edtf) ? 'none' : ({ day: 'dot', alternatives: 'dot', month: 'pill', interval: 'pill', approximate: 'rough', year: 'rough', unknown: 'none' } as const)[precisionOf(edtf)];
