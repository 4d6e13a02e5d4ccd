import { teamCaps } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Fields.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { useCase } from './case-context.ts';
import styles from './ShareDialog.module.css';
import { useSharing } from './use-sharing.ts';

/** The team by name and by what each may do. Whoever shares can add and take out; the last person who may share stays. */
export function CaseTeam({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useLingui();
  const { legalCase: { readers, viewerCan } } = useCase();
  const { setMember, failed, told } = useSharing();
  const [person, setPerson] = useState('');
  const [cap, setCap] = useState<number>(teamCaps.works);
  const team = readers.filter(({ kind }) => kind === 'person');
  const others = people.filter(({ id }) => !team.some((each) => each.id === id));
  const caps = [{ value: String(teamCaps.reads), label: t`reads` }, { value: String(teamCaps.works), label: t`reads and writes` }, { value: String(teamCaps.leads), label: t`leads: may also share` }];
  const set = async (id: string, next: number, words: string) => { try { await setMember(id, next); told(words); } catch (e) { failed(e); } };
  return (
    <div>
      <h3 className={styles['head']}><Trans>Case team</Trans></h3>
      <ul className={styles['who']}>
        {team.map(({ id, name, cap: own }) => (
          <li key={id}>
            <span>{name}</span>
            {viewerCan.share ? (
              <span className={styles['member']}>
                <select aria-label={t`What ${name} may do`} value={String(own)} onChange={(e) => void set(id, Number(e.currentTarget.value), t`Changed what ${name} may do.`)}>
                  {caps.some(({ value }) => value === String(own)) ? null : <option value={String(own)}>{t`own set`}</option>}
                  {caps.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                </select>
                <Button look="text" onClick={() => void set(id, 0, t`${name} is no longer in the team.`)}><Trans>Take out<span className="sr"> {name}</span></Trans></Button>
              </span>
            ) : <span className={styles['quiet']}>{caps.find(({ value }) => value === String(own))?.label}</span>}
          </li>
        ))}
      </ul>
      {viewerCan.share && others.length > 0 && (
        <div className={styles['addMember']}>
          <SelectField label={<Trans>Add a colleague</Trans>} value={person} onChange={(e) => { setPerson(e.currentTarget.value); }} data={[{ value: '', label: t`Choose a person` }, ...others.map(({ id, name }) => ({ value: id, label: name }))]} />
          <SelectField label={<Trans>Who</Trans>} value={String(cap)} onChange={(e) => { setCap(Number(e.currentTarget.value)); }} data={caps} />
          <Button icon={<IconPlus {...iconProps} />} disabled={!person} onClick={() => { const name = others.find(({ id }) => id === person)?.name ?? ''; void set(person, cap, t`${name} is in the team now.`); setPerson(''); }}><Trans>Add</Trans></Button>
        </div>
      )}
    </div>
  );
}
