import { useMutation, useQuery } from '@apollo/client/react';
import { ClaimStanding, codesOf, CollectiveRule } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCase } from '../cases/case-context.ts';
import { blank } from '../cases/case-input.ts';
import { type CaseClaim, forumOf, numberOf } from '../cases/case-types.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { useDecisionWords } from '../decisions/decision-words.ts';
import styles from '../decisions/Decisions.module.css';
import { ClaimForm_AddDocument, ClaimForm_ChangeDocument, RightChoicesDocument } from '../gql/graphql.ts';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';

type Item = Pick<CaseClaim, 'id' | 'version' | 'act' | 'feature' | 'provision' | 'rightConcept' | 'standing' | 'collective' | 'proceedingId' | 'lineageOfId' | 'ordinal'>;
/** What is attacked, under which right, in whose right, and which earlier claim it carries on. */
export function ClaimForm({ item, onDone }: { item: Item | null; onDone(): void }) {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useDecisionWords();
  const { data } = useQuery(RightChoicesDocument);
  const [add] = useMutation(ClaimForm_AddDocument), [change] = useMutation(ClaimForm_ChangeDocument);
  const none = { value: '', label: t`not said` };
  const others = legalCase.claims.filter(({ id }) => id !== item?.id);
  return (
    <RecordForm
      name={`${legalCase.id}.claim.${item?.id ?? 'new'}`} onDone={onDone} saveWords={item ? <Trans>Save the claim</Trans> : <Trans>Add the claim</Trans>}
      initial={{ act: item?.act ?? '', feature: item?.feature ?? '', provision: item?.provision ?? '', rightConcept: item?.rightConcept ?? '', standing: (item?.standing ?? '') as ClaimStanding | '', collective: (item?.collective ?? '') as CollectiveRule | '', proceedingId: item ? (item.proceedingId ?? '') : (legalCase.proceedings[0]?.id ?? ''), lineageOfId: item?.lineageOfId ?? '' }}
      save={({ act, feature, provision, rightConcept, standing, collective, proceedingId, lineageOfId }) => {
        const input = { act: act.trim(), feature: blank(feature), provision: blank(provision), rightConcept: blank(rightConcept), standing: standing || null, collective: collective || null, proceedingId: proceedingId || null, lineageOfId: lineageOfId || null, ordinal: item?.ordinal ?? legalCase.claims.length };
        return item ? change({ variables: { id: item.id, version: item.version, input } }) : add({ variables: { legalCaseId: legalCase.id, input } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          <TextField name="act" label={<Trans>What act or rule is attacked</Trans>} value={value.act} maxLength={500} error={errorOf('act')} onChange={(e) => { set({ act: e.currentTarget.value }); }} />
          <div className={styles['pair']}>
            <TextField name="feature" optional label={<Trans>Feature of the system</Trans>} value={value.feature} maxLength={120} error={errorOf('feature')} onChange={(e) => { set({ feature: e.currentTarget.value }); }} />
            <TextField name="provision" optional label={<Trans>Under which provision</Trans>} value={value.provision} maxLength={300} error={errorOf('provision')} onChange={(e) => { set({ provision: e.currentTarget.value }); }} />
            <TypeAhead name="rightConcept" optional label={<Trans>Right</Trans>} options={(data?.conceptScheme?.concepts ?? []).map(({ id, label }) => ({ value: id, label }))} value={value.rightConcept || null} error={errorOf('rightConcept')} onChange={(rightConcept) => { set({ rightConcept: rightConcept ?? '' }); }} />
            <SelectField name="proceedingId" optional label={<Trans>First raised in</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { set({ proceedingId: e.currentTarget.value }); }} data={[none, ...legalCase.proceedings.map((each) => ({ value: each.id, label: [forumOf(each), numberOf(each)?.value].filter(Boolean).join(', ') }))]} />
            <SelectField name="standing" optional label={<Trans>Brought</Trans>} value={value.standing} error={errorOf('standing')} onChange={(e) => { set({ standing: e.currentTarget.value as ClaimStanding | '' }); }} data={[none, ...codesOf(ClaimStanding).map((code) => ({ value: code, label: words.standing(code) }))]} />
            <SelectField name="collective" optional label={<Trans>For many?</Trans>} value={value.collective} error={errorOf('collective')} onChange={(e) => { set({ collective: e.currentTarget.value as CollectiveRule | '' }); }} data={[{ value: '', label: t`no` }, ...codesOf(CollectiveRule).map((code) => ({ value: code, label: words.collective(code) }))]} />
          </div>
          {others.length > 0 && <SelectField name="lineageOfId" optional label={<Trans>Carries on</Trans>} hint={<Trans>The same claim in an earlier instance or form. Through one chain of courts the two are counted once.</Trans>} value={value.lineageOfId} error={errorOf('lineageOfId')} onChange={(e) => { set({ lineageOfId: e.currentTarget.value }); }} data={[{ value: '', label: t`none: a claim of its own` }, ...others.map(({ id, act }) => ({ value: id, label: act }))]} />}
        </>
      )}
    </RecordForm>
  );
}
