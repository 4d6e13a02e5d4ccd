import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SignInPageQuery } from '../gql/graphql.ts';
import { IconArrowRight, IconDeviceLaptop, IconEyeCheck, IconGavel, iconProps, IconSchool, IconShieldCheck, IconUsers } from '../ui/icons.ts';
import { goOn, knock } from './door.ts';
import styles from './SignIn.module.css';
import { doorFault } from './words.tsx';

const icons: Record<string, ReactNode> = {
  lawyer: <IconGavel {...iconProps} size={22} />, ally: <IconUsers {...iconProps} size={22} />, reviewer: <IconEyeCheck {...iconProps} size={22} />,
  facilitator: <IconSchool {...iconProps} size={22} />, steward: <IconShieldCheck {...iconProps} size={22} />,
};

/** The sample people of a demo installation, one click each. */
export function DemoPeople({ people, next, onFault }: { people: SignInPageQuery['demoPeople']; next: string | undefined; onFault(words: ReactNode): void }) {
  const { t, i18n } = useLingui();
  const [entering, setEntering] = useState<string | null>(null);
  const country = new Intl.DisplayNames([i18n.locale], { type: 'region', fallback: 'code' });
  const words: Record<string, { role: string; does: string }> = {
    lawyer: { role: t`Lawyer`, does: t`Leads a case, logs hearings, decides who may read` },
    ally: { role: t`Ally`, does: t`Reads only what the lawyer shares with Quillwort` },
    reviewer: { role: t`Reviewer`, does: t`Checks precedents, approves those of others` },
    facilitator: { role: t`Facilitator`, does: t`Builds workshops from public records` },
    steward: { role: t`Steward`, does: t`Keeps members, groups and rules, reads no private case` },
  };
  const enter = async (e: FormEvent, email: string) => {
    e.preventDefault();
    setEntering(email);
    const answer = await knock('demo', { email });
    if (answer.ok) await goOn(next);
    else { setEntering(null); onFault(doorFault(answer.code, answer.seconds)); }
  };
  return (
    <section className={styles['people']} aria-labelledby="people">
      <h2 id="people" className={styles['head']}><Trans>Or look around as one of five people</Trans></h2>
      <p className={styles['warning']}><IconDeviceLaptop {...iconProps} size={16} /><span><Trans>This is a demo installation. <strong>Anyone on this machine can enter</strong> as any of them, so keep no real case here.</Trans></span></p>
      <ul>
        {people.map(({ role, name, organisation, country: code, email }) => (
          <li key={email}>
            <form method="post" action="/auth/demo" onSubmit={(e) => { void enter(e, email); }}>
              <input type="hidden" name="email" value={email} />
              {next && <input type="hidden" name="next" value={next} />}
              <button type="submit" className={styles['person']} disabled={entering !== null} aria-busy={entering === email || undefined}>
                {icons[role]}
                <span className={styles['who']}>
                  <span><strong>{words[role]?.role}</strong> <span className={styles['name']}>{name}, {organisation}<span className={styles['country']}>, {country.of(code)}</span></span></span>
                  <small>{words[role]?.does}</small>
                </span>
                <span className={styles['enter']}><span><Trans>Enter</Trans></span><IconArrowRight {...iconProps} size={16} /></span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className={styles['hint']}><Trans>People and organisations are invented. Cases, courts and decisions are from public records.</Trans></p>
    </section>
  );
}
