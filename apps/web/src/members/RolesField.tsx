import { Trans, useLingui } from '@lingui/react/macro';
import { CheckField } from '../ui/Fields.tsx';
import styles from './Members.module.css';
import { isRole, roleWords } from './roles.ts';

/** What somebody does: one or several. */
export function RolesField({ roles, onChange }: { roles: readonly string[]; onChange(roles: string[]): void }) {
  const { i18n } = useLingui();
  return (
    <fieldset className={styles['roles']}>
      <legend><Trans>Roles</Trans></legend>
      {Object.keys(roleWords).filter(isRole).map((role) => (
        <CheckField
          key={role} checked={roles.includes(role)} onChange={(e) => { onChange(e.target.checked ? [...roles, role] : roles.filter((r) => r !== role)); }}
          label={<>{i18n._(roleWords[role].name)}<small className={styles['small']}>{i18n._(roleWords[role].does)}</small></>}
        />
      ))}
    </fieldset>
  );
}
