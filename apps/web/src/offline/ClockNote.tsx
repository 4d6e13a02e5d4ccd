import { Trans, useLingui } from '@lingui/react/macro';
import { clockSkew, now, worthSaying } from '../clock.ts';
import { dateLocale, dayIn } from '../today/date-locale.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import styles from './offline.module.css';

/** A phone whose clock is wrong: said, with the day that is counted from instead. `timeZone`: of the court. */
export function ClockNote({ timeZone }: { timeZone: string | undefined }) {
  const { i18n } = useLingui();
  const skew = clockSkew(), off = Math.abs(skew);
  if (off < worthSaying) return null;
  const [n, unit] = off >= 129_600_000 ? [Math.round(off / 86_400_000), 'day'] : off >= 5_400_000 ? [Math.round(off / 3_600_000), 'hour'] : [Math.round(off / 60_000), 'minute'];
  const by = new Intl.NumberFormat(dateLocale(i18n.locale), { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(n as number);
  const today = <LegalDate edtf={dayIn(timeZone, now())} />;
  return (
    <p className={styles['clock']} role="note">
      {skew > 0 ? <Trans>This phone’s clock is {by} ahead of the server’s.</Trans> : <Trans>This phone’s clock is {by} behind the server’s.</Trans>}{' '}
      <Trans>Days are counted by the server’s: in court it is {today}. Set another day under “More” if that is not the day.</Trans>
    </p>
  );
}
