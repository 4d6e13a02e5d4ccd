import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { usePlaceName } from '../library/countries.ts';
import { CheckField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import styles from './ShareDialog.module.css';

interface Organisation { id: string; name: string; country: string }
/** An organisation to be added, with the agreement that whoever shares says is on file. */
export interface Chosen extends Organisation { agreement: string; agreementOn: string }

interface Props { organisations: readonly Organisation[]; chosen: readonly Chosen[]; onChange(chosen: readonly Chosen[]): void; errorOf(field: string): ReactNode }

/** Which organisations are added, and under which agreement each. */
export function ShareAllies({ organisations, chosen, onChange, errorOf }: Props) {
  const placeName = usePlaceName(undefined);
  const [find, setFind] = useState('');
  const shown = organisations.filter(({ id, name, country }) => chosen.some((each) => each.id === id) || `${name} ${placeName(country)}`.toLocaleLowerCase().includes(find.toLocaleLowerCase()));
  const toggle = (organisation: Organisation, on: boolean) => { onChange(on ? [...chosen, { ...organisation, agreement: '', agreementOn: '' }] : chosen.filter(({ id }) => id !== organisation.id)); };
  const change = (id: string, patch: Partial<Chosen>) => { onChange(chosen.map((each) => (each.id === id ? { ...each, ...patch } : each))); };
  return (
    <fieldset className={styles['allies']}>
      <legend className={styles['head']}><Trans>Add organisations</Trans></legend>
      {organisations.length > 8 && <TextField label={<Trans>Filter</Trans>} value={find} onChange={(e) => { setFind(e.currentTarget.value); }} />}
      {organisations.length === 0 && <p className={styles['quiet']}><Trans>Every organisation you know of can read it already.</Trans></p>}
      {shown.map((organisation) => {
        const own = chosen.find(({ id }) => id === organisation.id);
        return (
          <div key={organisation.id}>
            <CheckField checked={Boolean(own)} onChange={(e) => { toggle(organisation, e.currentTarget.checked); }} label={<>{organisation.name} <span className={styles['quiet']}>{placeName(organisation.country)}</span></>} />
            {own && (
              <div className={styles['agreement']}>
                <TextField name={`agreement:${own.id}`} label={<><Trans>Agreement on file, reference</Trans><Of organisation={own.name} /></>} value={own.agreement} maxLength={300} error={errorOf(`agreement:${own.id}`)} onChange={(e) => { change(own.id, { agreement: e.currentTarget.value }); }} />
                <LegalDateField name={`agreementOn:${own.id}`} label={<><Trans>Signed on</Trans><Of organisation={own.name} /></>} exact value={own.agreementOn} error={errorOf(`agreementOn:${own.id}`)} onChange={(agreementOn) => { change(own.id, { agreementOn }); }} />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Whose agreement a field is about: seen by where it stands, said to readers and in the summary of what is wrong. */
const Of = ({ organisation }: { organisation: string }) => <span className="sr">, {organisation}</span>;
