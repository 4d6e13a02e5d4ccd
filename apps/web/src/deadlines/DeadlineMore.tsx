import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../ui/Fields.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import styles from './HowCounted.module.css';

interface Span { from: string; to: string; what: string; proved: boolean }
/** What seldom matters to a count, as the form holds it. `longStopFrom` and `roll` empty: as the rule says, or none. */
export interface More { relevantOn: string; longStopFrom: string; exclude: Span[]; stays: Span[]; countsTriggerDay: boolean; roll: '' | 'none' | 'next_working' | 'previous_working'; cutOff: string }
export const noMore: More = { relevantOn: '', longStopFrom: '', exclude: [], stays: [], countsTriggerDay: false, roll: '', cutOff: '' };
const bareSpan: Span = { from: '', to: '', what: '', proved: false };

type Kept = Partial<Omit<More, 'exclude' | 'stays'> & { exclude: Partial<Span>[]; stays: Partial<Span>[] }>;
/** What a stored question held. */
export const moreOf = ({ relevantOn = '', longStopFrom = '', exclude = [], stays = [], countsTriggerDay = false, roll = '', cutOff = '' }: Kept): More => ({
  relevantOn, longStopFrom, countsTriggerDay, roll, cutOff, exclude: exclude.map((span) => ({ ...bareSpan, ...span })), stays: stays.map((span) => ({ ...bareSpan, ...span })),
});
/** What the server is asked: only what was said. */
export function askedMore({ relevantOn, longStopFrom, exclude, stays, countsTriggerDay, roll, cutOff }: More, kind: 'rule' | 'order' | 'manual') {
  const spans = (list: readonly Span[]) => list.filter(({ from, to }) => from || to);
  const own = kind === 'rule'
    ? { ...(relevantOn ? { relevantOn } : {}), ...(longStopFrom ? { longStopFrom } : {}), exclude: spans(exclude).map(({ from, to, what, proved }) => ({ from, to, ...(what ? { what } : {}), proved })) }
    : { ...(countsTriggerDay ? { countsTriggerDay } : {}), ...(roll ? { roll } : {}), ...(cutOff ? { cutOff } : {}) };
  return kind === 'manual' ? {} : { ...own, stays: spans(stays).map(({ from, to, what }) => ({ from, to: to || null, ...(what ? { what } : {}) })) };
}

/** The circumstances most deadlines do not have, out of the way until one is needed; open when one is there. */
export function DeadlineMore({ kind, value, onChange, errorOf }: { kind: 'rule' | 'order'; value: More; onChange(value: More): void; errorOf(field: string): ReactNode }) {
  const { t } = useLingui();
  const set = (patch: Partial<More>) => { onChange({ ...value, ...patch }); };
  const used = JSON.stringify(value) !== JSON.stringify(noMore);
  return (
    <details className={styles['more']} open={used || ['relevantOn', 'longStopFrom', 'exclude', 'stays', 'cutOff', 'roll'].some((field) => errorOf(field) !== undefined)}>
      <summary><Trans>Stays, time left out, and other circumstances</Trans></summary>
      {kind === 'rule' && (
        <>
          <Spans name="exclude" legend={t`Time left out`} hint={t`Such as the days a registry certifies for making copies. Counted as left out only when the rule allows it.`} value={value.exclude} proof onChange={(exclude) => { set({ exclude }); }} errorOf={errorOf} />
          <LegalDateField name="relevantOn" label={<Trans>The day that chooses the version of the rule</Trans>} hint={<Trans>Only where it is another day than the one it runs from, such as the day of the final decision.</Trans>} value={value.relevantOn} error={errorOf('relevantOn')} onChange={(relevantOn) => { set({ relevantOn }); }} />
          <LegalDateField exact name="longStopFrom" label={<Trans>An outer limit runs from</Trans>} hint={<Trans>Where the rule ends in any case after some years, such as years from the act itself.</Trans>} value={value.longStopFrom} error={errorOf('longStopFrom')} onChange={(longStopFrom) => { set({ longStopFrom }); }} />
        </>
      )}
      <Spans name="stays" legend={t`The clock was stopped`} hint={t`By a stay or an order. Without a last day it still stands still.`} value={value.stays} onChange={(stays) => { set({ stays }); }} errorOf={errorOf} />
      {kind === 'order' && (
        <>
          <div className={styles['pair']}>
            <SelectField name="roll" label={<Trans>If the last day is not a working day</Trans>} value={value.roll} error={errorOf('roll')} onChange={(e) => { set({ roll: e.currentTarget.value as More['roll'] }); }}
              data={[{ value: '', label: t`the order does not say` }, { value: 'none', label: t`it stays that day` }, { value: 'next_working', label: t`the next working day` }, { value: 'previous_working', label: t`the working day before` }]} />
            <TextField name="cutOff" optional type="time" label={<Trans>By what hour there</Trans>} value={value.cutOff} error={errorOf('cutOff')} onChange={(e) => { set({ cutOff: e.currentTarget.value }); }} />
          </div>
          <CheckField checked={value.countsTriggerDay} onChange={(e) => { set({ countsTriggerDay: e.currentTarget.checked }); }} label={<Trans>The first day counts too</Trans>} />
        </>
      )}
    </details>
  );
}

/** Stretches of time, each removable. */
function Spans({ name, legend, hint, value, proof, onChange, errorOf }: { name: string; legend: string; hint: string; value: readonly Span[]; proof?: boolean; onChange(value: Span[]): void; errorOf(field: string): ReactNode }) {
  const put = (at: number, patch: Partial<Span>) => { onChange(value.map((span, i) => (i === at ? { ...span, ...patch } : span))); };
  return (
    <fieldset className={styles['spans']}>
      <legend>{legend}</legend>
      <p className={styles['quiet']}>{hint}</p>
      {value.map((span, at) => (
        <div key={at} className={styles['span']}>
          <div className={styles['pair']}>
            <LegalDateField exact name={`${name}.${at}.from`} label={<Trans>From</Trans>} value={span.from} error={errorOf(`${name}.${at}.from`)} onChange={(from) => { put(at, { from }); }} />
            <LegalDateField exact name={`${name}.${at}.to`} label={proof ? <Trans>To, that day included</Trans> : <Trans>Runs again on</Trans>} value={span.to} error={errorOf(`${name}.${at}.to`)} onChange={(to) => { put(at, { to }); }} />
          </div>
          <TextField optional name={`${name}.${at}.what`} label={<Trans>What it was</Trans>} maxLength={200} value={span.what} onChange={(e) => { put(at, { what: e.currentTarget.value }); }} />
          <div className={styles['acts']}>
            {proof && <CheckField checked={span.proved} onChange={(e) => { put(at, { proved: e.currentTarget.checked }); }} label={<Trans>We hold the certificate or other proof</Trans>} />}
            <Button size="small" look="quiet" onClick={() => { onChange(value.filter((_, i) => i !== at)); }}><Trans>Remove</Trans></Button>
          </div>
        </div>
      ))}
      <Button size="small" look="text" icon={<IconPlus {...iconProps} />} onClick={() => { onChange([...value, bareSpan]); }}><Trans>Add a stretch of time</Trans></Button>
    </fieldset>
  );
}
