import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { MemberForm_AddDocument, type MemberForm_AddMutation } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { IconCopy, iconProps } from '../ui/icons.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Members.module.css';
import type { MembersOrganisation } from './MembersPage.tsx';
import { RolesField } from './RolesField.tsx';

interface Props { organisations: readonly MembersOrganisation[]; chosen?: string | undefined; onClose(): void; onAdded(): void }

/** Adds a person to an organisation. A newcomer's link is shown here, once, and nowhere else. */
export function MemberForm({ organisations, chosen, onClose, onAdded }: Props) {
  const { i18n } = useLingui(), form = useId();
  const [add, { loading, error }] = useMutation(MemberForm_AddDocument);
  const [organisationId, setOrganisation] = useState(chosen ?? organisations[0]?.id ?? ''), [roles, setRoles] = useState<string[]>(['lawyer']);
  const [added, setAdded] = useState<MemberForm_AddMutation['addMember'] | null>(null);
  const fault = error && faultOf(error);
  const inField = (name: string) => { const f = fault?.fields.find(({ field }) => field === name); return f && i18n._(problemOf(f.problem)); };
  const known = fault?.code === 'CONFLICT';

  const save = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const given = new FormData(e.currentTarget);
    const { data } = await add({ variables: { input: { organisationId, email: String(given.get('email')), name: String(given.get('name')), roles } } }).catch(() => ({ data: undefined }));
    if (data) { setAdded(data.addMember); onAdded(); }
  };
  if (added) return <Added added={added} onClose={onClose} />;
  return (
    <Sheet title={<Trans>Add a person</Trans>} onClose={onClose} foot={<Button look="brand" type="submit" form={form} busy={loading} disabled={!roles.length}><Trans>Add person</Trans></Button>}>
      <form id={form} onSubmit={(e) => { void save(e); }}>
        <SelectField label={<Trans>Organisation</Trans>} value={organisationId} onChange={(e) => { setOrganisation(e.currentTarget.value); }} data={organisations.map((o) => ({ value: o.id, label: o.name }))} />
        <TextField label={<Trans>E-mail</Trans>} name="email" type="email" required maxLength={254} autoComplete="off" error={inField('email')} hint={<Trans>Somebody who is here already simply joins.</Trans>} />
        <TextField label={<Trans>Name</Trans>} name="name" required maxLength={200} autoComplete="off" error={inField('name')} hint={<Trans>As colleagues will read it. They can change it.</Trans>} />
        <RolesField roles={roles} onChange={setRoles} />
        {fault && <p role="alert" className={styles['fault']}>{known ? <Trans>This person belongs to this organisation already.</Trans> : i18n._(faultWords[fault.code])}</p>}
      </form>
    </Sheet>
  );
}

function Added({ added: { link, member }, onClose }: { added: MemberForm_AddMutation['addMember']; onClose(): void }) {
  const [copied, setCopied] = useState(false);
  const address = link && new URL(link, location.origin).href, { name } = member.person;
  return (
    <Sheet title={<Trans>{name} is in</Trans>} onClose={onClose} foot={<Button look="brand" onClick={onClose}><Trans>Done</Trans></Button>}>
      {member.waiting && <p><Trans>They can sign in at once. What is shared with the organisation or the coalition opens to them once they have signed in and a colleague there, or where nobody is there yet a second steward, has confirmed them here under Members.</Trans></p>}
      {address
        ? (
          <>
            <p><Trans>Give them this link by a way you trust. It works once, within 72 hours, and is not shown again.</Trans></p>
            <p className={styles['link']}><code>{address}</code></p>
            <Button icon={<IconCopy {...iconProps} size={16} />} onClick={() => { void navigator.clipboard.writeText(address).then(() => { setCopied(true); }); }}>{copied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}</Button>
          </>
        )
        : <p><Trans>They have been here before and sign in as they always do.</Trans></p>}
    </Sheet>
  );
}
