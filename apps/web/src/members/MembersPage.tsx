import { useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { MembersPageDocument, type MembersPageQuery } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { iconProps, IconPlus } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { MemberForm } from './MemberForm.tsx';
import { MemberRow } from './MemberRow.tsx';
import styles from './Members.module.css';
import { OrganisationForm } from './OrganisationForm.tsx';

export type MembersOrganisation = MembersPageQuery['organisations'][number];
type Open = { what: 'person'; organisation?: MembersOrganisation } | { what: 'organisation'; organisation?: MembersOrganisation };

/** Organisations and who belongs to them. Stewards keep them; everybody else reads their own. */
export function MembersPage() {
  const { data, refetch } = useSuspenseQuery(MembersPageDocument);
  const [open, setOpen] = useState<Open | null>(null);
  const countryOf = usePlaceName(null);
  if (!data.me) return null;
  const keeps = data.me.roles.includes('steward');
  const shown = data.organisations.filter((o) => keeps || o.members.length > 0);
  const people = new Set(shown.flatMap((o) => o.members.map((m) => m.id))).size;
  const close = () => { setOpen(null); };
  const changed = () => { void refetch(); };

  return (
    <Page
      title={<Trans>Members</Trans>}
      aside={<><Plural value={people} one="# person" other="# people" />, <Plural value={shown.length} one="# organisation" other="# organisations" /></>}
      lead={keeps ? <Trans>Stewards keep people and organisations. It opens no case to them, and nobody changes their own membership.</Trans> : <Trans>Who works with you. A steward adds and removes people.</Trans>}
      actions={keeps && (
        <>
          <Button icon={<IconPlus {...iconProps} size={16} />} onClick={() => { setOpen({ what: 'organisation' }); }}><Trans>Add an organisation</Trans></Button>
          <Button look="brand" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { setOpen({ what: 'person' }); }}><Trans>Add a person</Trans></Button>
        </>
      )}
    >
      {shown.map((organisation) => (
        <Section
          key={organisation.id} title={organisation.name}
          note={<>{countryOf(organisation.country) && <>{countryOf(organisation.country)} · </>}{organisation.coalition ? <Trans>in the coalition</Trans> : <Trans>outside the coalition</Trans>}{organisation.demo && <> · <Trans>fictional, of the demo</Trans></>}</>}
          aside={keeps && (
            <span className={styles['acts']}>
              <Button look="text" onClick={() => { setOpen({ what: 'organisation', organisation }); }}><Trans>Change</Trans><span className="sr"> {organisation.name}</span></Button>
              <Button look="text" onClick={() => { setOpen({ what: 'person', organisation }); }}><Trans>Add a person</Trans><span className="sr"> {organisation.name}</span></Button>
            </span>
          )}
        >
          {organisation.about && <p className={styles['about']}>{organisation.about}</p>}
          {organisation.members.length
            ? <ul className={styles['members']}>{organisation.members.map((member) => <MemberRow key={member.id} member={member} organisation={organisation.name} keeps={keeps} me={data.me?.id} onChanged={changed} />)}</ul>
            : <EmptyState><Trans>Nobody belongs to it yet.</Trans></EmptyState>}
        </Section>
      ))}
      {open?.what === 'person' && <MemberForm organisations={data.organisations} chosen={open.organisation?.id} onClose={close} onAdded={changed} />}
      {open?.what === 'organisation' && <OrganisationForm organisation={data.organisations.find(({ id }) => id === open.organisation?.id)} onStale={refetch} onClose={close} onSaved={() => { close(); changed(); }} />}
    </Page>
  );
}
