import { useFragment, useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { MemberRow_ChangeDocument, MemberRow_ConfirmDocument, MemberRow_DisableDocument, type MemberRow_MemberFragment, MemberRow_MemberFragmentDoc, MemberRow_RemoveDocument, type MembersPageQuery } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconDots, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Members.module.css';
import { RolesField } from './RolesField.tsx';
import { isRole, roleWords } from './roles.ts';

interface Props { member: MembersPageQuery['organisations'][number]['members'][number]; organisation: string; keeps: boolean; me: string | undefined; onChanged(): void }

/** One person in one organisation, and what a steward can do about it. */
export function MemberRow({ member: ref, organisation, keeps, me, onChanged }: Props) {
  const { i18n, t } = useLingui();
  const { data: member, complete } = useFragment({ fragment: MemberRow_MemberFragmentDoc, fragmentName: 'MemberRow_member', from: ref });
  const [asked, setAsked] = useState<Sure | 'roles' | null>(null);
  if (!complete) return null;
  const { person, roles, since, disabled, waiting, mayConfirm } = member;
  const close = () => { setAsked(null); };
  return (
    <li>
      <div className={styles['who']}>
        <strong>{person.name}</strong>{disabled && <> <TrustTag><Trans>Shut out</Trans></TrustTag></>}{waiting && <> <TrustTag><Trans>Waits to be confirmed</Trans></TrustTag></>}
        <small>{roles.map((role) => (isRole(role) ? i18n._(roleWords[role].name) : role)).join(', ')} · <Trans>since <LegalDate edtf={since} /></Trans></small>
      </div>
      {mayConfirm && <Button size="small" onClick={() => { setAsked('confirm'); }}><Trans>Confirm<span className="sr"> {person.name}</span></Trans></Button>}
      {keeps && person.id !== me && (
        <Menu
          label={t`What to do about ${person.name}`}
          groups={[{ items: [{ label: t`Change roles`, onSelect: () => { setAsked('roles'); } }] }, { items: [
            { label: disabled ? t`Let in again` : t`Shut out of Amparo`, onSelect: () => { setAsked('disable'); } },
            { label: t`Remove from ${organisation}`, onSelect: () => { setAsked('remove'); } }] }]}
          trigger={(props) => <Button look="quiet" aria-label={t`What to do about ${person.name}`} icon={<IconDots {...iconProps} />} {...props} />}
        />
      )}
      {asked === 'roles' && <RolesSheet member={member} onClose={close} onChanged={onChanged} />}
      {asked !== null && asked !== 'roles' && <SureSheet member={member} organisation={organisation} what={asked} onClose={close} onChanged={onChanged} />}
    </li>
  );
}

type Sure = 'remove' | 'disable' | 'confirm';
interface SheetProps { member: MemberRow_MemberFragment; onClose(): void; onChanged(): void }
const useFailure = () => { const { i18n } = useLingui(); return (e: unknown): ReactNode => { const { code, fields: [at] } = faultOf(e); return i18n._(at ? problemOf(at.problem) : faultWords[code]); }; };

function RolesSheet({ member, onClose, onChanged }: SheetProps) {
  const [change, { loading }] = useMutation(MemberRow_ChangeDocument), failure = useFailure();
  const [roles, setRoles] = useState<string[]>(member.roles), [fault, setFault] = useState<ReactNode>(null);
  const save = async () => {
    try { await change({ variables: { id: member.id, version: member.version, roles } }); onChanged(); onClose(); } catch (e) { setFault(failure(e)); onChanged(); }
  };
  return (
    <Sheet title={<Trans>Roles of {member.person.name}</Trans>} onClose={onClose} foot={<Button look="brand" busy={loading} disabled={!roles.length} onClick={() => { void save(); }}><Trans>Save roles</Trans></Button>}>
      <RolesField roles={roles} onChange={setRoles} />
      {fault && <p role="alert" className={styles['fault']}>{fault}</p>}
    </Sheet>
  );
}

/** Says what will happen before it does. */
function SureSheet({ member, organisation, what, onClose, onChanged }: SheetProps & { organisation: string; what: Sure }) {
  const toast = useToast(), { t } = useLingui(), failure = useFailure();
  const [confirm, confirming] = useMutation(MemberRow_ConfirmDocument), [remove, removing] = useMutation(MemberRow_RemoveDocument), [disable, disabling] = useMutation(MemberRow_DisableDocument);
  const [fault, setFault] = useState<ReactNode>(null);
  const { person, disabled } = member, { name } = person, letsIn = what === 'disable' && disabled;
  const act = async () => {
    try {
      if (what === 'confirm') await confirm({ variables: { id: member.id } });
      else if (what === 'remove') await remove({ variables: { id: member.id } });
      else await disable({ variables: { id: person.id, disabled: !disabled } });
      toast({ words: what === 'confirm' ? t`${name} belongs to ${organisation} now.` : what === 'remove' ? t`${name} no longer belongs to ${organisation}.` : letsIn ? t`${name} can sign in again.` : t`${name} is signed out and cannot come in.` });
      onChanged(); onClose();
    } catch (e) { setFault(failure(e)); }
  };
  const words = what === 'confirm'
    ? { title: <Trans>Confirm {name}</Trans>, says: <Trans>A steward added them. Once confirmed they read what is shared with {organisation}. Ask them first, by a way you trust, whether it was they themselves who opened their link: whoever did acts as them.</Trans>, act: <Trans>Confirm {name}</Trans> }
    : what === 'remove'
    ? { title: <Trans>Remove {name} from {organisation}</Trans>, says: <Trans>They leave the teams of its cases at once and no longer read what is shared with it. What they wrote stays.</Trans>, act: <Trans>Remove {name}</Trans> }
    : letsIn
      ? { title: <Trans>Let {name} in again</Trans>, says: <Trans>They can sign in and read what their organisations and teams may read.</Trans>, act: <Trans>Let {name} in</Trans> }
      : { title: <Trans>Shut {name} out of Amparo</Trans>, says: <Trans>They are signed out everywhere within seconds, in all their organisations, and no link lets them in. What they wrote stays.</Trans>, act: <Trans>Shut {name} out</Trans> };
  return (
    <Sheet title={words.title} onClose={onClose} foot={<Button look={letsIn || what === 'confirm' ? 'brand' : 'danger'} busy={confirming.loading || removing.loading || disabling.loading} onClick={() => { void act(); }}>{words.act}</Button>}>
      <p>{words.says}</p>
      {fault && <p role="alert" className={styles['fault']}>{fault}</p>}
    </Sheet>
  );
}
