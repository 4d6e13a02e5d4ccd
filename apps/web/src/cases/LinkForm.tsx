import { useMutation } from '@apollo/client/react';
import { codesOf, formatLegalDate, ProceedingLinkType } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { LinkForm_AddDocument, LinkForm_ChangeDocument } from '../gql/graphql.ts';
import { CheckField, ChoiceChips, SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import type { CaseLink } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import { useLinkWords } from './link-words.ts';
import { RecordForm } from './RecordForm.tsx';

/** How two proceedings stand to one another, and which claims go along. Which two, and how, is another link. */
export function LinkForm({ item, name, onDone }: { item: CaseLink | null; name(id: string): string; onDone(): void }) {
  const { t, i18n } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords(), link = useLinkWords(legalCase);
  const [add] = useMutation(LinkForm_AddDocument);
  const [change] = useMutation(LinkForm_ChangeDocument);
  const choices = legalCase.proceedings.map(({ id }) => ({ value: id, label: name(id) }));
  const orders = legalCase.events.filter(({ planned }) => !planned).map((event) => ({ value: event.id, label: `${formatLegalDate(event.on, i18n.locale)}, ${eventName(event, words)}` }));
  return (
    <RecordForm
      name={`${legalCase.id}.link.${item?.id ?? 'new'}`} saveWords={item ? <Trans>Save the link</Trans> : <Trans>Link them</Trans>} onDone={onDone}
      initial={{ fromId: item?.fromId ?? choices.at(-1)?.value ?? '', toId: item?.toId ?? choices[0]?.value ?? '', type: item?.type ?? 'appeal_from', on: item?.on ?? '', note: item?.note ?? '', orderEventId: item?.orderEventId ?? '', all: item?.claimIds === undefined || item.claimIds === null, claimIds: [...(item?.claimIds ?? [])] }}
      save={async ({ on, note, orderEventId, all, claimIds, ...rest }) => {
        const more = { on: blank(on), note: blank(note), orderEventId: blank(orderEventId), claimIds: all ? [] : claimIds };
        if (item) await change({ variables: { id: item.id, version: item.version, input: await checked('changeProceedingLink', more) } });
        else await add({ variables: { legalCaseId: legalCase.id, input: await checked('proceedingLink', { ...rest, ...more }) } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          {!item && (
            <>
              <SelectField name="fromId" label={<Trans>This proceeding</Trans>} value={value.fromId} error={errorOf('fromId')} onChange={(e) => { set({ fromId: e.currentTarget.value }); }} data={choices} />
              <SelectField name="type" label={<Trans>is the</Trans>} value={value.type} error={errorOf('type')} onChange={(e) => { set({ type: e.currentTarget.value }); }} data={codesOf(ProceedingLinkType).map((type) => ({ value: type, label: words.linkType(type) }))} />
              <SelectField name="toId" label={<Trans>that proceeding</Trans>} value={value.toId} error={errorOf('toId')} onChange={(e) => { set({ toId: e.currentTarget.value }); }} data={choices} />
            </>
          )}
          {legalCase.claims.length > 0 && link.carriesAll(value.type) && (
            <>
              <CheckField checked={value.all} onChange={(e) => { set({ all: e.currentTarget.checked }); }} label={<Trans>It carries every claim of the proceeding below</Trans>} />
              {!value.all && <ChoiceChips multiple legend={<Trans>Claims it carries</Trans>} options={legalCase.claims.map(({ id, act }) => ({ value: id, label: act }))} value={value.claimIds} onChange={(claimIds) => { set({ claimIds: [...claimIds] }); }} />}
              {errorOf('claimIds') && <p role="alert">{errorOf('claimIds')}</p>}
            </>
          )}
          <LegalDateField name="on" optional label={<Trans>Date</Trans>} value={value.on} error={errorOf('on')} onChange={(on) => { set({ on }); }} />
          <SelectField name="orderEventId" optional label={<Trans>The order that made it</Trans>} value={value.orderEventId} error={errorOf('orderEventId')} onChange={(e) => { set({ orderEventId: e.currentTarget.value }); }} data={[{ value: '', label: t`none` }, ...orders]} />
          <TextField name="note" optional label={<Trans>Note</Trans>} value={value.note} maxLength={1000} error={errorOf('note')} onChange={(e) => { set({ note: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
