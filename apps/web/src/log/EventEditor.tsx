import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { type CaseEvent_ProcEventFragment, EventEditorDocument, EventEditorSaveDocument, LogSheetSaveDocument } from '../gql/graphql.ts';
import { clockTime } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { changesOf, differing, draftOfEvent, type EventDraft, eventFieldNames } from './event-draft.ts';
import { EventFields, useEventFieldNames } from './EventFields.tsx';
import { readAgain } from './log-cache.ts';
import { readersWords, savedWords } from './log-words.ts';

interface Props { event: CaseEvent_ProcEventFragment; onClose(): void }

/** The full form of an event that the Log wrote in thirty seconds: the same record, completed. */
export function EventEditor({ event, onClose }: Props) {
  const { i18n, t } = useLingui();
  const { data, loading, error, refetch } = useQuery(EventEditorDocument, { variables: { caseId: event.legalCaseId } });
  const [send, { client }] = useMutation(EventEditorSaveDocument);
  const [plan] = useMutation(LogSheetSaveDocument);
  const toast = useToast();
  const form = useMutationForm();
  const [base, setBase] = useState(event);
  const [draft, setDraft] = useState(() => draftOfEvent(event));
  const [theirs, setTheirs] = useState<CaseEvent_ProcEventFragment | null>(null);
  const [next, setNext] = useState('');
  const [nextId] = useState(() => crypto.randomUUID());
  const names = useEventFieldNames(), show = useShown(data?.legalCase?.proceedings ?? []);
  const legalCase = data?.legalCase;

  const save = async (against: CaseEvent_ProcEventFragment): Promise<void> => {
    // A field that the others changed and this person did not stays theirs.
    const own = draftOfEvent(base), wanted = draftOfEvent(against);
    const merged = Object.fromEntries(eventFieldNames.map((name) => [name, own[name].trim() === draft[name].trim() ? wanted[name] : draft[name]])) as unknown as EventDraft;
    const answer = await changesOf(wanted, merged);
    if ('refused' in answer) { form.refuse(answer.refused); return; }
    if (Object.keys(answer.ok).length > 0) {
      const { data: got } = await send({ variables: { id: event.id, version: against.version, input: answer.ok } });
      if (got && 'current' in got.changeEvent) { setTheirs(got.changeEvent.current); return; }
    }
    if (next) await plan({ variables: { input: { id: nextId, legalCaseId: event.legalCaseId, proceedingId: draft.proceedingId || null, type: 'hearing', on: next, basis: 'listed', planned: true } } });
    readAgain(client);
    const time = clockTime(i18n.locale, new Date());
    toast({ words: t`Saved ${time}. ${i18n._(savedWords[legalCase?.level ?? 'case_team'])}` });
    onClose();
  };
  const id = `event-editor-${event.id}`;
  return (
    <Sheet wide title={<Trans>Complete the record</Trans>} lead={legalCase && <><CaseName>{legalCase.shortName ?? legalCase.title}</CaseName>, <LegalDate edtf={event.on} /></>} onClose={onClose}
      foot={legalCase && <><ShareBadge level={legalCase.level}>{i18n._(readersWords[legalCase.level])}</ShareBadge><Button onClick={onClose}><Trans>Cancel</Trans></Button>{!theirs && <Button look="brand" type="submit" form={id} busy={form.busy}><Trans>Save the record</Trans></Button>}</>}>
      {error && !legalCase && <ErrorState error={error} retry={() => void refetch()} />}
      {loading && !legalCase && <SkeletonRows />}
      {theirs && (
        <Conflict busy={form.busy}
          fields={differing(draft, draftOfEvent(theirs)).map((name) => ({ key: name, label: names[name], mine: show(name, draft), theirs: show(name, draftOfEvent(theirs)) }))}
          keepMine={() => { setTheirs(null); save(theirs).catch((e: unknown) => { form.refuse(faultOf(e)); }); }}
          keepTheirs={() => { setBase(theirs); setDraft(draftOfEvent(theirs)); setTheirs(null); }} />
      )}
      {legalCase && !theirs && (
        <form id={id} onSubmit={form.submit(() => save(base))} noValidate>
          {form.summary}
          <EventFields draft={draft} onChange={setDraft} errorOf={form.errorOf} proceedings={legalCase.proceedings} notes={legalCase.viewerCan.notes} level={legalCase.level}
            {...(event.incomplete.includes('next_date') ? { next: { value: next, onChange: setNext } } : {})} />
        </form>
      )}
    </Sheet>
  );
}

/** A field of either version, in words. */
function useShown(proceedings: readonly { id: string; court: { name: string } }[]) {
  const words = useCaseWords();
  return (name: keyof EventDraft, { [name]: value }: EventDraft): React.ReactNode => {
    if (!value) return null;
    if (name === 'on') return <LegalDate edtf={value} />;
    if (name === 'proceedingId') return proceedings.find(({ id }) => id === value)?.court.name ?? value;
    const of = { type: words.eventType, basis: words.basis, outcome: words.outcome, outcomeDetail: words.outcomeDetail, reportedResult: words.reported } as Partial<Record<keyof EventDraft, (code: string) => string>>;
    return of[name]?.(value) ?? value;
  };
}
