import { useMutation, useSubscription, useSuspenseQuery } from '@apollo/client/react';
import type { Sureness } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { startTransition, useState } from 'react';
import { HarmPage_ChangedDocument, HarmPage_RemoveDocument, HarmPageDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { IconBallpen, IconTrash, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { HarmReaders } from './HarmReaders.tsx';
import { surenessWords } from './harm-words.ts';
import styles from './Harms.module.css';

const HarmLinks = later(() => import('./HarmLinks.tsx').then((m) => m.HarmLinks));
const HarmEdit = later(() => import('./HarmForm.tsx').then((m) => m.HarmEdit));

/** One harm: what happened, how we know, what it stands behind, and who can read it. */
export function HarmPage() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/harms/$id' });
  const navigate = useNavigate();
  const toast = useToast();
  const { data, refetch } = useSuspenseQuery(HarmPageDocument, { variables: { id } });
  useSubscription(HarmPage_ChangedDocument, { onData: ({ data: { data: heard } }) => { if (heard?.legalCaseChanged.table === 'harm_link' || heard?.legalCaseChanged.rowId === id) startTransition(() => { void refetch(); }); } });
  const [remove] = useMutation(HarmPage_RemoveDocument);
  const [editing, edit] = useState(false);
  const placeName = usePlaceName(undefined);
  const { harm } = data;
  if (!harm) return <NotFoundPage />;
  const sure = surenessWords[harm.sureness as Sureness];
  const readers = <p><ShareBadge level={harm.links.some(({ legalCase }) => legalCase) ? harm.level : 'only_me'} /></p>;
  if (editing) return <Page title={t`Edit the harm`} lead={harm.kind.label}><HarmEdit harm={harm} readers={readers} onDone={() => { edit(false); }} /></Page>;
  const fact = (name: React.ReactNode, value: React.ReactNode) => <><dt>{name}</dt><dd>{value || <span className={styles['quiet']}><Trans>not known</Trans></span>}</dd></>;
  const gone = async (): Promise<void> => {
    await remove({ variables: { id }, update: (cache) => { cache.evict({ id: cache.identify(harm) ?? '' }); cache.evict({ id: 'ROOT_QUERY', fieldName: 'harms' }); } });
    toast({ words: t`The harm is deleted.` });
    await navigate({ to: '/harms' });
  };
  return (
    <Page
      title={harm.kind.label} crumbs={[<Link key="harms" to="/harms"><Trans>Harms</Trans></Link>]}
      lead={<>{[harm.district, placeName(harm.country)].filter(Boolean).join(', ')}{harm.whenOn && <>, <LegalDate edtf={harm.whenOn} /></>} {sure && <TrustTag title={i18n._(sure.hint)}>{i18n._(sure.name)}</TrustTag>}</>}
      actions={<>{readers}{harm.viewerCan.edit && <Button icon={<IconBallpen {...iconProps} />} onClick={() => { edit(true); }}><Trans>Edit</Trans></Button>}</>}
    >
      <Margin notes={<HarmReaders harm={harm} />}>
        <p className={styles['lead']}>{harm.summary}</p>
        <Section title={<Trans>What we know</Trans>}>
          <dl className={styles['facts']}>
            {fact(<Trans>Kind</Trans>, <><Link to="/harm-types/$id" params={{ id: harm.kind.id }}>{harm.kind.label}</Link>{harm.kind.definition && <p className={styles['quiet']}>{harm.kind.definition}</p>}</>)}
            {fact(<Trans>Who was affected</Trans>, harm.groups.map(({ label }) => label).join(', '))}
            {fact(<Trans>How many people</Trans>, harm.peopleAffected !== null && <Plural value={harm.peopleAffected} one="# person" other="# people" />)}
            {fact(<Trans>When</Trans>, harm.whenOn && <LegalDate edtf={harm.whenOn} />)}
            {fact(<Trans>Where</Trans>, [harm.district, placeName(harm.country)].filter(Boolean).join(', '))}
            {fact(<Trans>ID system</Trans>, harm.system && <Link to="/systems/$slug" params={{ slug: harm.system.slug }}>{harm.system.name}</Link>)}
            {fact(<Trans>Which part of it</Trans>, harm.feature)}
            {fact(<Trans>Source</Trans>, harm.source)}
            {fact(<Trans>How sure</Trans>, sure && <>{i18n._(sure.name)}. <span className={styles['quiet']}>{i18n._(sure.hint)}</span></>)}
            {fact(<Trans>Documented by</Trans>, harm.createdBy?.name)}
          </dl>
        </Section>
        <HarmLinks harm={harm} />
        {harm.viewerCan.edit && (
          <ConfirmButton danger look="quiet" icon={<IconTrash {...iconProps} />} title={<Trans>Delete this harm?</Trans>} confirm={<Trans>Delete the harm</Trans>} onConfirm={gone}
            words={<Trans>It disappears from every case and decision it is linked to. Only whoever documented it can delete it, and this cannot be undone.</Trans>}><Trans>Delete</Trans></ConfirmButton>
        )}
      </Margin>
    </Page>
  );
}
