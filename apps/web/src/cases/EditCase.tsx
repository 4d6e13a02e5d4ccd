import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CaseArchive_ArchiveDocument, CaseForm_ChangeDocument, type CaseForm_LegalCaseFragment } from '../gql/graphql.ts';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { Conflict, type Differing } from '../ui/Conflict.tsx';
import { Section } from '../ui/Section.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useCase } from './case-context.ts';
import { checked } from './case-input.ts';
import { useCaseWords } from './case-words.ts';
import { type CaseFields, caseInput } from './case-fields.ts';
import { CaseForm } from './CaseForm.tsx';
import styles from './CaseForm.module.css';
import { useDraft } from './use-draft.ts';

type Stored = Pick<CaseForm_LegalCaseFragment, 'version' | 'title' | 'shortName' | 'codeName' | 'summary' | 'countries' | 'status' | 'goals' | 'systems'>;
/** The form as the case stands, with the version it was read at. */
const fieldsOf = ({ version, title, shortName, codeName, summary, countries, status, goals, systems }: Stored): CaseFields & { version: number } => ({
  version, leadOrganisationId: '', title, shortName: shortName ?? '', codeName, summary: summary ?? '', countries, status, systems: systems.map(({ slug }) => slug), goals: goals.map(({ kind, text }) => ({ kind, text })),
});

/** The case itself: changed with the version that was read. If somebody was faster, both texts stand side by side. */
export function EditCase() {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const toast = useToast();
  const form = useMutationForm();
  const draft = useDraft(`${legalCase.id}.case`, fieldsOf(legalCase));
  const [change] = useMutation(CaseForm_ChangeDocument);
  const [theirs, setTheirs] = useState<Stored>();
  const differing = useDiffering();

  const send = async (version: number) => {
    const { data } = await change({ variables: { id: legalCase.id, version, input: await checked('changeLegalCase', { ...caseInput(draft.value), codeName: draft.value.codeName.trim() }) } });
    const answer = data?.changeLegalCase;
    if (answer?.__typename === 'StaleLegalCase') { setTheirs(answer.current); return; }
    setTheirs(undefined);
    if (answer?.__typename === 'ChangedLegalCase') draft.change(fieldsOf(answer.legalCase));
    draft.forget();
    await refresh();
    toast({ words: t`Saved.` });
  };
  const save = form.submit(() => send(draft.value.version));
  const keepTheirs = () => {
    if (!theirs) return;
    draft.change(fieldsOf(theirs));
    draft.forget();
    setTheirs(undefined);
    void refresh();
  };
  return (
    <Section id="case" title={t`The case`}>
      <form className={styles['form']} onSubmit={save} noValidate>
        {form.summary}
        {theirs && <Conflict fields={differing(draft.value, fieldsOf(theirs))} busy={form.busy} keepTheirs={keepTheirs} keepMine={() => void send(theirs.version).catch((e: unknown) => { form.refuse(faultOf(e)); })} />}
        {draft.kept && !theirs && <p className={styles['kept']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
        <CaseForm value={draft.value} onChange={draft.change} errorOf={form.errorOf} />
        <div className={styles['foot']}><Archive /><Button type="submit" look="brand" busy={form.busy}><Trans>Save the case</Trans></Button></div>
      </form>
    </Section>
  );
}

/** The fields in which two versions differ, each in words. */
function useDiffering() {
  const { t } = useLingui();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  return (mine: CaseFields, theirs: CaseFields): Differing[] => {
    const say: [keyof CaseFields, string, (of: CaseFields) => string][] = [
      ['title', t`Name`, ({ title }) => title], ['shortName', t`Short name`, ({ shortName }) => shortName], ['codeName', t`Code name`, ({ codeName }) => codeName], ['countries', t`Countries`, ({ countries }) => countries.map(placeName).join(', ')],
      ['systems', t`ID systems`, ({ systems }) => systems.join(', ')], ['goals', t`Goals`, ({ goals }) => goals.map(({ text }) => text).join('; ')], ['status', t`Stage`, ({ status }) => words.status(status)], ['summary', t`Summary`, ({ summary }) => summary],
    ];
    return say.map(([key, label, of]) => ({ key, label, mine: of(mine), theirs: of(theirs) })).filter((each) => each.mine !== each.theirs);
  };
}

/** Archiving takes a case out of the list, never away; it is undone with one click. */
function Archive() {
  const { t, i18n } = useLingui();
  const { legalCase: { id, version, archivedAt }, refresh } = useCase();
  const toast = useToast();
  const [archive] = useMutation(CaseArchive_ArchiveDocument);
  const set = async (archived: boolean, at: number) => {
    try {
      const { data } = await archive({ variables: { id, version: at, archived } });
      await refresh();
      const now = data?.archiveLegalCase.version ?? at + 1;
      toast({ words: archived ? t`Archived. It is no longer in the list.` : t`Back in the list.`, ...(archived ? { undo: () => set(false, now) } : {}) });
    } catch (e) {
      toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` });
    }
  };
  return <Button onClick={() => void set(!archivedAt, version)}>{archivedAt ? <Trans>Take out of the archive</Trans> : <Trans>Archive the case</Trans>}</Button>;
}
