import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { CaseFormChoicesDocument, NewCase_AddDocument } from '../gql/graphql.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/Page.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { caseInput, emptyCase } from './case-fields.ts';
import { checked } from './case-input.ts';
import styles from './CaseForm.module.css';
import { useDraft } from './use-draft.ts';

const CaseForm = later(() => import('./CaseForm.tsx').then((m) => m.CaseForm));

/** A new case: a name, a country and what it is for. It begins with its team as the only readers. */
export function NewCasePage() {
  const { t } = useLingui();
  const { system } = useSearch({ from: '/cases/new' });
  const navigate = useNavigate();
  const toast = useToast();
  const client = useApolloClient();
  const form = useMutationForm();
  const [id] = useState(() => crypto.randomUUID()); // the same key for every try: sent twice, it is one case
  const draft = useDraft('new-case', { ...emptyCase, id, systems: system ? [system] : [] });
  const { data } = useQuery(CaseFormChoicesDocument);
  const [add] = useMutation(NewCase_AddDocument);
  const leads = data?.me?.organisations ?? [];
  if (data && leads.length === 0) return <Page title={t`New case`}><EmptyState action={<LinkButton to="/cases"><Trans>Back to the cases</Trans></LinkButton>}><Trans>A case is led by an organisation, and you belong to none yet. Ask your steward to add you.</Trans></EmptyState></Page>;

  const save = form.submit(async () => {
    const input = await checked('addLegalCase', { id: draft.value.id, leadOrganisationId: draft.value.leadOrganisationId || leads[0]?.id || '', ...caseInput(draft.value) });
    const { data: added } = await add({ variables: { input } });
    draft.forget();
    client.cache.evict({ fieldName: 'cases' });
    toast({ words: <Trans>Case opened. Only the case team can read it.</Trans> });
    await navigate({ to: '/cases/$id', params: { id: added?.addLegalCase.id ?? draft.value.id } }); // the server makes its own id out of the key
  });
  return (
    <Page title={t`New case`} crumbs={[<Link key="all" to="/cases">{t`Cases`}</Link>]}>
      <form className={styles['form']} onSubmit={save} noValidate>
        {form.summary}
        {draft.kept && <p className={styles['kept']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
        <CaseForm isNew value={draft.value} onChange={draft.change} errorOf={form.errorOf} />
        <div className={styles['foot']}>
          <p><ShareBadge level="case_team" /> <Trans>Only the people of the team can read it until you share it.</Trans></p>
          <Button type="submit" look="brand" size="large" busy={form.busy}><Trans>Open the case</Trans></Button>
        </div>
      </form>
    </Page>
  );
}
