import { useLazyQuery, useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { type HarmRecord_HarmFragment, HarmLinks_AddDocument, HarmLinks_ChangeDocument, HarmLinks_RemoveDocument, LinkHarmChoicesDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { CheckField, Segmented, SelectField } from '../ui/Fields.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import styles from './Harms.module.css';

type HarmLink = HarmRecord_HarmFragment['links'][number];

/** What the harm stands behind. A link to a case decides who reads it. */
export function HarmLinks({ harm }: { harm: HarmRecord_HarmFragment }) {
  const [adding, add] = useState(false);
  return (
    <Section title={<Trans>What it stands behind</Trans>} aside={harm.viewerCan.edit && <Button size="small" icon={<IconPlus {...iconProps} />} onClick={() => { add(true); }}><Trans>Link it</Trans></Button>}>
      {harm.links.length === 0 && <p className={styles['quiet']}><Trans>Nothing yet. Link it to a case, a claim in it, or a decision of the library.</Trans></p>}
      <ul className={styles['links']}>{harm.links.map((link) => <LinkRow key={link.id} link={link} edit={harm.viewerCan.edit} share={harm.viewerCan.share} />)}</ul>
      {adding && <LinkSheet harm={harm} onClose={() => { add(false); }} />}
    </Section>
  );
}

function LinkRow({ link, edit, share }: { link: HarmLink; edit: boolean; share: boolean }) {
  const { i18n, t } = useLingui();
  const toast = useToast();
  const [change, { loading }] = useMutation(HarmLinks_ChangeDocument);
  const [remove] = useMutation(HarmLinks_RemoveDocument);
  const { legalCase, claim, precedent } = link;
  const say = (work: Promise<unknown>, words: string) => void work.then(() => { toast({ words }); }, (e: unknown) => { toast({ words: i18n._(faultWords[faultOf(e).code]), alarm: true }); });
  return (
    <li>
      <div className={styles['linkHead']}>
        <span>
          {legalCase && <Link to="/cases/$id" params={{ id: legalCase.id }}><CaseName>{legalCase.shortName ?? legalCase.title}</CaseName></Link>}
          {precedent && <Link to="/precedents/$slug" params={{ slug: precedent.slug }}><CaseName>{precedent.shortName}</CaseName></Link>}
          {!legalCase && !precedent && <span className={styles['quiet']}><Trans>A case you cannot read</Trans></span>}
        </span>
        {edit && <Button look="text" onClick={() => { say(remove({ variables: { id: link.id } }), t`The link is gone.`); }}><Trans>Unlink</Trans></Button>}
      </div>
      {claim && <p><Trans>Claim: {claim.act}</Trans></p>}
      {legalCase && edit && legalCase.viewerCan.edit && (
        <>
          <div className={styles['switch']}><CheckField checked={link.followsCase} disabled={loading || (!share && !link.followsCase)} label={<Trans>Whoever can read the case can read this harm too</Trans>}
            onChange={(e) => { const followsCase = e.currentTarget.checked; say(change({ variables: { id: link.id, followsCase } }), followsCase ? t`Everyone who can read the case can read the harm now.` : t`Of this case only its team can read the harm now.`); }} /></div>
          {share || link.followsCase ? <Gain legalCase={legalCase} follows={link.followsCase} /> : <p className={styles['gain']}><Trans>Only who may share every case behind this harm can open it to others.</Trans></p>}
        </>
      )}
      {legalCase && !(edit && legalCase.viewerCan.edit) && <p>{link.followsCase ? <Trans>Read by everyone who can read the case.</Trans> : <Trans>Read by its team only.</Trans>}</p>}
    </li>
  );
}

/** Who gains sight, in plain words and before the switch is used. */
function Gain({ legalCase, follows }: { legalCase: { level: 'case_team' | 'named_allies' | 'coalition'; readers?: readonly { kind: string; name: string }[] }; follows: boolean }) {
  const { i18n } = useLingui();
  const named = (legalCase.readers ?? []).filter(({ kind }) => kind === 'organisation').map(({ name }) => name);
  const names = new Intl.ListFormat(i18n.locale).format(named);
  if (legalCase.level === 'coalition') return <p className={styles['gain']}>{follows ? <Trans>The whole coalition can read it.</Trans> : <Trans>Would let the whole coalition read it.</Trans>}</p>;
  if (legalCase.level === 'named_allies' && names) return <p className={styles['gain']}>{follows ? <Trans>Beside the team, {names} can read it.</Trans> : <Trans>Would let {names} read it, beside the team.</Trans>}</p>;
  return <p className={styles['gain']}>{follows ? <Trans>The case is not shared: nobody but its team reads it now. When the case is shared, the harm goes along.</Trans> : <Trans>The case is not shared, so nobody gains sight now. When it is shared, the harm would go along.</Trans>}</p>;
}

function LinkSheet({ harm, onClose }: { harm: HarmRecord_HarmFragment; onClose(): void }) {
  const { t } = useLingui();
  const placeName = usePlaceName(undefined);
  const [load, { data, called }] = useLazyQuery(LinkHarmChoicesDocument);
  if (!called) void load({ variables: { first: 100 } });
  const [add] = useMutation(HarmLinks_AddDocument);
  const form = useMutationForm();
  const [to, setTo] = useState<'case' | 'precedent'>('case');
  const [caseId, setCase] = useState<string | null>(null), [claimId, setClaim] = useState(''), [slug, setSlug] = useState<string | null>(null), [follows, setFollows] = useState(false);
  // Another team sees it only through who may share it; a claim more of a case that stands behind it already is every editor's.
  const { share } = harm.viewerCan, behind = harm.home ? [harm.home.id] : harm.links.map((each) => each.legalCase?.id);
  const cases = (data?.cases.nodes ?? []).filter(({ id, viewerCan }) => viewerCan.edit && (share || behind.includes(id)));
  const legalCase = cases.find(({ id }) => id === caseId);
  const submit = form.submit(async () => {
    if (to === 'case' ? !caseId : !slug) { form.refuse({ code: 'INVALID', fields: [{ field: to === 'case' ? 'legalCaseId' : 'precedentSlug', problem: 'required' }] }); return; }
    await add({ variables: { input: to === 'case' ? { harmId: harm.id, legalCaseId: caseId, claimId: claimId || null, followsCase: follows } : { harmId: harm.id, precedentSlug: slug } } });
    onClose();
  });
  return (
    <Sheet title={<Trans>Link this harm</Trans>} onClose={onClose} foot={<><Button onClick={onClose}><Trans>Cancel</Trans></Button><Button look="brand" type="submit" form="link-harm" busy={form.busy}><Trans>Link the harm</Trans></Button></>}>
      <form id="link-harm" onSubmit={submit} noValidate>
        {form.summary}
        <Segmented<'case' | 'precedent'> row legend={t`Link to`} value={to} onChange={setTo} options={[{ value: 'case', label: <Trans>A case</Trans> }, { value: 'precedent', label: <Trans>A decision</Trans> }]} />
        <div style={{ blockSize: 16 }} />
        {to === 'case' ? (
          <>
            <TypeAhead label={<Trans>Case</Trans>} hint={share ? undefined : <Trans>To link it to another case, ask somebody who may share every case behind it.</Trans>} name="legalCaseId" error={form.errorOf('legalCaseId')} options={cases.map((each) => ({ value: each.id, label: each.shortName ?? each.title }))} value={caseId} onChange={(id) => { setCase(id); setClaim(''); }} />
            {legalCase && legalCase.claims.length > 0 && <SelectField label={<Trans>Claim</Trans>} optional name="claimId" value={claimId} onChange={(e) => { setClaim(e.currentTarget.value); }} data={[{ value: '', label: t`The case as a whole` }, ...legalCase.claims.map(({ id, act }) => ({ value: id, label: act }))]} />}
            {legalCase && share && <><CheckField checked={follows} onChange={(e) => { setFollows(e.currentTarget.checked); }} label={<Trans>Whoever can read the case can read this harm too</Trans>} /><Gain legalCase={legalCase} follows={follows} /><p><ShareBadge level={follows ? legalCase.level : 'case_team'} /></p></>}
          </>
        ) : (
          <TypeAhead label={<Trans>Decision</Trans>} hint={<Trans>A link to a public record opens the harm to nobody.</Trans>} name="precedentSlug" error={form.errorOf('precedentSlug')} value={slug} onChange={setSlug}
            options={(data?.precedents.rows ?? []).map(({ precedent }) => ({ value: precedent.slug, label: precedent.shortName, hint: placeName(precedent.country) }))} />
        )}
      </form>
    </Sheet>
  );
}
