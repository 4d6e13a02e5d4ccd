import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '../cases/use-draft.ts';
import { HarmForm_AddDocument, HarmFormCaseDocument, type HarmInput, HarmLinks_AddDocument } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { CheckField } from '../ui/Fields.tsx';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/Page.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import { emptyHarm } from './harm-draft.ts';
import styles from './Harms.module.css';

const HarmForm = later(() => import('./HarmForm.tsx').then((m) => m.HarmForm));

/** A harm is documented once; opened from a case it is linked to it at once. */
export function NewHarmPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/harms/new' });
  const navigate = useNavigate();
  const toast = useToast();
  const { data, loading } = useQuery(HarmFormCaseDocument, { variables: { id: search.case ?? '' }, skip: !search.case });
  const [add] = useMutation(HarmForm_AddDocument);
  const [link] = useMutation(HarmLinks_AddDocument);
  const [follows, setFollows] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const legalCase = data?.legalCase?.viewerCan.edit ? data.legalCase : undefined;
  const system = search.system ?? (legalCase?.systems.length === 1 ? legalCase.systems[0]?.slug : undefined);
  const country = legalCase?.countries.length === 1 ? legalCase.countries[0] : undefined;

  const draft = useDraft(`new-harm.${search.case ?? ''}`, emptyHarm({ ...(country ? { country } : {}), ...(system ? { system } : {}) }));

  const save = async (input: HarmInput): Promise<void> => {
    // Adding and linking are two writes: when only the second failed, trying again does not document it twice.
    const id = made ?? (await add({ variables: { input } })).data?.addHarm.id;
    if (!id) return;
    setMade(id);
    if (legalCase) await link({ variables: { input: { harmId: id, legalCaseId: legalCase.id, followsCase: follows } } });
    draft.forget();
    toast({ words: legalCase ? (follows ? t`Saved. Whoever can read the case can read it.` : t`Saved. Only the case team can read it.`) : t`Saved. Only you can read it until you link it to a case.` });
    await navigate({ to: '/harms/$id', params: { id } });
  };
  const readers = legalCase ? (
    <>
      <p>{follows ? <ShareBadge level={legalCase.level} /> : <ShareBadge level="case_team" />} <Trans>Linked to <CaseName>{legalCase.shortName ?? legalCase.title}</CaseName>.</Trans></p>
      <div className={styles['switch']}><CheckField checked={follows} onChange={(e) => { setFollows(e.currentTarget.checked); }} label={<Trans>Whoever can read the case can read this harm too</Trans>} /></div>
    </>
  ) : <p><ShareBadge level="only_me"><Trans>Only you can read this until you link it to a case</Trans></ShareBadge></p>;
  return (
    <Page title={t`Document a harm`} lead={<Trans>Once, and then linked to every case, claim and decision it stands behind.</Trans>}>
      {draft.kept && <p className={styles['quiet']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
      {loading ? <SkeletonRows rows={8} /> : (
        <HarmForm draft={draft.value} onChange={draft.change} save={<Trans>Save the harm</Trans>} readers={readers} onSave={save} onCancel={() => { draft.forget(); history.back(); }} />
      )}
    </Page>
  );
}
