import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type CalendarPageQuery, FeedSheet_AddDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../ui/Fields.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import styles from './Feed.module.css';

interface Props { choices: CalendarPageQuery['calendarChoices']; caseId: string | undefined; /** There is none yet: the form stands open. */ first: boolean; onMade(id: string, address: string): void }

/** What goes into a new feed. */
export function FeedForm({ choices, caseId, first, onMade }: Props) {
  const { t } = useLingui();
  const form = useMutationForm();
  const [add] = useMutation(FeedSheet_AddDocument);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(''), [of, setOf] = useState(caseId ? `case:${caseId}` : ''), [hearings, setHearings] = useState(true), [deadlines, setDeadlines] = useState(true), [onlyMine, setOnlyMine] = useState(false), [asEvents, setAsEvents] = useState(false);
  if (!first && !open) return <Button onClick={() => { setOpen(true); }}><Trans>Another feed</Trans></Button>;
  const send = form.submit(async () => {
    const [kind, id] = of.split(':');
    const { data } = await add({ variables: { input: { name: name.trim() || null, ...(kind === 'case' && id ? { legalCaseId: id } : {}), ...(kind === 'organisation' && id ? { organisationId: id } : {}), hearings, deadlines, onlyMine, deadlinesAs: asEvents ? 'event' : 'todo' } } });
    if (!data) return;
    setOpen(false);
    setName('');
    onMade(data.addCalendarFeed.feed.id, data.addCalendarFeed.address);
  });
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      {form.summary}
      <SelectField name="legalCaseId" label={<Trans>Whose dates</Trans>} value={of} error={form.errorOf('legalCaseId') ?? form.errorOf('organisationId')} onChange={(e) => { setOf(e.currentTarget.value); }}
        data={[{ value: '', label: t`My teams` }, ...choices.cases.map((each) => ({ value: `case:${each.id}`, label: each.name })), ...choices.organisations.map((each) => ({ value: `organisation:${each.id}`, label: t`My teams, led by ${each.name}` }))]} />
      <fieldset className={styles['holds']}>
        <legend><Trans>What goes in</Trans></legend>
        <CheckField checked={hearings} onChange={(e) => { setHearings(e.target.checked); }} label={<Trans>Hearings, in court time</Trans>} />
        <CheckField checked={deadlines} onChange={(e) => { setDeadlines(e.target.checked); }} label={<Trans>Deadlines, with “to confirm” in the title</Trans>} />
        {deadlines && <CheckField checked={onlyMine} onChange={(e) => { setOnlyMine(e.target.checked); }} label={<Trans>only those I see to</Trans>} />}
        {deadlines && <CheckField checked={asEvents} onChange={(e) => { setAsEvents(e.target.checked); }} label={<><Trans>as all-day events instead of tasks</Trans><small className={styles['quiet']}> <Trans>for programs that show no tasks of a subscribed calendar, such as Google’s</Trans></small></>} />}
        {form.errorOf('deadlines') && <p role="alert">{form.errorOf('deadlines')}</p>}
      </fieldset>
      <TextField name="name" optional label={<Trans>Your word for it</Trans>} hint={<Trans>Where you use it: phone, office.</Trans>} value={name} maxLength={80} error={form.errorOf('name')} onChange={(e) => { setName(e.currentTarget.value); }} />
      <div className={styles['acts']}><Button type="submit" look="brand" busy={form.busy}><Trans>Make a secret address</Trans></Button>{!first && <Button onClick={() => { setOpen(false); }}><Trans>Cancel</Trans></Button>}</div>
    </form>
  );
}
