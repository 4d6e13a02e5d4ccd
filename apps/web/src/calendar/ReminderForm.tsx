import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { ReminderForm_ChangeDocument, ReminderFormDocument, type ReminderFormQuery } from '../gql/graphql.ts';
import { CheckField, ChoiceChips } from '../ui/Fields.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './Notice.module.css';

type Choice = Pick<ReminderFormQuery['reminderChoice'], 'mail' | 'recounts' | 'steps'>;

/** What one is told of one's dates, and whether by mail. Each change is kept at once. */
export function ReminderForm() {
  const { t, i18n } = useLingui(), toast = useToast();
  const { data, refetch } = useQuery(ReminderFormDocument);
  const [change] = useMutation(ReminderForm_ChangeDocument);
  const choice = data?.reminderChoice;
  if (!choice) return <SkeletonRows />;
  const { mail, recounts, steps, version, mailIsOn } = choice;
  const set = async (patch: Partial<Choice>) => {
    try { await change({ variables: { version, input: { mail, recounts, steps, ...patch } } }); toast({ words: t`Saved.` }); } catch (e) { toast({ words: i18n._(faultWords[faultOf(e).code]), alarm: true }); }
    await refetch();
  };
  return (
    <div className={styles['form']}>
      <ChoiceChips multiple legend={<Trans>Remind me of my deadlines</Trans>} value={steps} onChange={(next) => void set({ steps: next })}
        options={[{ value: 'half', label: t`at half of the time` }, { value: 'd14', label: t`14 days before` }, { value: 'd7', label: t`7 days before` }, { value: 'd3', label: t`3 days before` }, { value: 'd1', label: t`1 day before` }]} />
      <CheckField checked={mail && mailIsOn} disabled={!mailIsOn} onChange={(e) => void set({ mail: e.target.checked })} label={<Trans>By mail too. A letter names cases by code names alone.</Trans>} />
      <CheckField checked={recounts && mail && mailIsOn} disabled={!mailIsOn || !mail} onChange={(e) => void set({ recounts: e.target.checked })} label={<Trans>Also by mail when a rule or a court calendar changes and moves a day of mine.</Trans>} />
      {!mailIsOn && <p className={styles['off']}><Trans>Mail is off on this installation: nobody has set up a mail server. Reminders stand in the app, behind the bell.</Trans></p>}
    </div>
  );
}
