import { useMutation } from '@apollo/client/react';
import type { ForumAnswer, ForumStep } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import type { OpenDeadline } from '../deadlines/DeadlineSheet.tsx';
import { HowCounted } from '../deadlines/HowCounted.tsx';
import { type AddDeadlineInput, DeadlineForm_AddDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconAlertTriangle, IconCheck, IconHelpCircle, iconProps, IconX } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';

const DeadlineSheet = later(() => import('../deadlines/DeadlineSheet.tsx').then((m) => m.DeadlineSheet));
const DeadlineForm = later(() => import('../deadlines/DeadlineForm.tsx').then((m) => m.DeadlineForm));
const icons = { fits: IconCheck, warns: IconAlertTriangle, stops: IconX, unknown: IconHelpCircle, says: IconCheck };

/** A code's words are a phrase in a cell and a sentence here. */
const ended = (text: string) => (/[.:!?…。؟]$/u.test(text) ? text : `${text}.`);

/** Where the text of the record is the whole answer, its code adds nothing. */
const saysItself = ({ of, code, text }: ForumStep): boolean => text !== undefined && (of === 'standing' || of === 'binding' || (of === 'exhaustion' && !code.startsWith('remedies_')));

/** A forum step by step: what was asked of it, what the answer means, where it is written; and how its time was counted. */
export function ForumWhy({ forum, onChanged }: { forum: ForumAnswer; onChanged(): void }) {
  const { t } = useLingui();
  const words = useForumWords();
  const verdicts = { fits: t`fits`, warns: t`mind this`, stops: t`shuts it`, unknown: t`not known`, says: t`told` };
  return (
    <div className={styles['why']}>
      <div>
        <h3><Trans>Step by step</Trans></h3>
        <ol className={styles['steps']}>
          {forum.steps.map((step, at) => {
            const Icon = icons[step.verdict];
            return (
              <li key={at} data-verdict={step.verdict} data-decides={step.code === forum.because || undefined}>
                <span className={styles['no']}>{at + 1}</span>
                <span className={styles['head']}>{words.head(step.of)}</span>
                <div>
                  <span className={styles['marked']}>{step.verdict !== 'says' && <Icon {...iconProps} size={15} className={styles['warn']} />}<span>{!saysItself(step) && <strong>{ended(words.sentence(step))}</strong>} {step.text} <span className="sr">({verdicts[step.verdict]})</span></span></span>
                  {step.source && step.source !== '–' && <small><Trans>Source: {step.source}.</Trans></small>}
                </div>
              </li>
            );
          })}
        </ol>
        {forum.notes.map((note) => <p key={note} className={styles['note']}>{note}</p>)}
        <p className={styles['note']}>{forum.basis === 'known' ? <Trans>Written down {words.on(forum.date)} from knowledge of the texts, not opened again.</Trans> : <Trans>Written down {words.on(forum.date)} from public sources.</Trans>} <TrustTag><Trans>not verified</Trans></TrustTag></p>
      </div>
      {forum.time?.result && forum.state !== 'not_available' && (
        <div>
          <h3><Trans>How counted</Trans> <span className={styles['quiet']}>{forum.time.act}, {forum.name}</span></h3>
          <p className={styles['note']}>{words.runsFrom(forum.time)}</p>
          <HowCounted result={forum.time.result} confirmed={Boolean(forum.time.recorded?.confirmedName)} />
          <KeepDeadline forum={forum} onChanged={onChanged} />
        </div>
      )}
    </div>
  );
}

/** From the chooser to the deadlines of the case: kept there it has an owner, a second person and reminders. */
function KeepDeadline({ forum, onChanged }: { forum: ForumAnswer; onChanged(): void }) {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const toast = useToast();
  const form = useMutationForm();
  const [add] = useMutation(DeadlineForm_AddDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [open, setOpen] = useState<string>(), [editing, setEditing] = useState<OpenDeadline>();
  const { time, lastDay } = forum;
  if (!legalCase.viewerCan.edit || !time) return null;
  const changed = () => refresh().then(onChanged);
  return (
    <div className={styles['keep']} data-print="no">
      {form.summary}
      {time.recorded
        ? <Button size="small" onClick={() => { setOpen(time.recorded?.id); }}><Trans>Open the deadline to confirm or extend it</Trans></Button>
        : time.on !== '' && lastDay !== null && (
          <form onSubmit={form.submit(async () => {
            await add({ variables: { input: { key, legalCaseId: legalCase.id, kind: 'rule', ruleId: time.rule, triggerOn: time.on, triggerBasis: time.basis, title: `${time.act ?? ''}, ${forum.name}`.slice(0, 200) } satisfies AddDeadlineInput } });
            await changed();
            toast({ words: t`Kept with the deadlines of the case. Only the case team can read it.` });
          })}><Button type="submit" size="small" busy={form.busy}><Trans>Keep it as a deadline of the case</Trans></Button></form>
        )}
      {open && <DeadlineSheet id={open} onChanged={changed} onClose={() => { setOpen(undefined); }} onEdit={(deadline) => { setOpen(undefined); setEditing(deadline); }} />}
      {editing && <DeadlineForm item={editing} onClose={() => { setEditing(undefined); onChanged(); }} />}
    </div>
  );
}
