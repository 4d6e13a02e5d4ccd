import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '../ui/Button.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { type Case, forumOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import { useLinkWords } from './link-words.ts';
import { openDoors } from './open-doors.ts';
import styles from './OpenDoors.module.css';
import { useStageWords } from './stage-words.ts';

/** Ways that are still open from where the matter stands: those the team has put down as possible, and those its procedures foresee. */
export function OpenDoors({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  const words = useCaseWords(), stages = useStageWords(), link = useLinkWords(legalCase);
  const doors = openDoors(legalCase);
  if (doors.length === 0) return null;
  return (
    <Section id="doors" title={t`Ways still open`} note={<span data-print="no"><Trans>from where each court stands</Trans></span>}>
      <ul className={styles['doors']}>
        {doors.map((door) => (
          <li key={door.key}>
            <div>
              <strong>{door.proceeding ? forumOf(door.proceeding) : (door.court ?? stages.name(door.stage?.code ?? ''))}</strong>
              <span><bdi>{words.linkType(door.link)}</bdi> <bdi>{link.name(door.fromId)}</bdi></span>
            </div>
            <div>
              {door.stage && <p><Trans>Begins with: {stages.local(door.stage)}</Trans></p>}
              {door.claims && <p className={styles['quiet']}><Trans>Would carry: {door.claims.join('; ')}</Trans></p>}
              {door.note && <p className={styles['quiet']}>{door.note}</p>}
              {door.due.map(({ id, title, latestOn, status }) => <p key={id} className={status === 'missed' ? styles['late'] : undefined}>{title}: {latestOn ? <LegalDate edtf={latestOn} /> : <Trans>no day that can be counted</Trans>}{status === 'missed' && <>, <Trans>missed</Trans></>}</p>)}
              {!door.proceeding && legalCase.viewerCan.edit && <LinkButton size="small" icon={<IconPlus {...iconProps} size={16} />} to="/cases/$id/edit" params={{ id: legalCase.id }} hash="proceedings" data-print="no"><Trans>Add as a proceeding</Trans></LinkButton>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
