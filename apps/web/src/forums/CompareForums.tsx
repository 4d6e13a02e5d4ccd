import type { ForumAnswer } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { ClimateCell, ExclusionCell, ForceCell, OpenCell, RemediesCell, TimeCell } from './ForumCells.tsx';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';

/** The forums somebody marked, side by side: a line for each question. */
export function CompareForums({ forums, onClear }: { forums: readonly ForumAnswer[]; onClear(): void }) {
  const { t } = useLingui();
  const words = useForumWords();
  const lines = [[t`Last day`, TimeCell], [t`Open to you`, OpenCell], [t`Local remedies`, RemediesCell], [t`Same matter elsewhere`, ExclusionCell], [t`Force and speed`, ForceCell], [t`Precedents there`, ClimateCell]] as const;
  return (
    <Section title={t`Compared`} note={t`As marked above. Ordered as above, by time.`} aside={<Button look="text" size="small" data-print="no" onClick={onClear}><Trans>Clear</Trans></Button>} id="compared">
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t`Compared forums`}>
        <table className={styles['compare']}>
          <thead><tr><th scope="col"><Trans>Question</Trans></th>{forums.map(({ id, name, act, state }) => <th key={id} scope="col">{name}<small>{act}</small><small>{words.stateOfOne(state)}</small></th>)}</tr></thead>
          <tbody>{lines.map(([head, Cell]) => <tr key={head}><th scope="row">{head}</th>{forums.map((forum) => <td key={forum.id}><Cell forum={forum} /></td>)}</tr>)}</tbody>
        </table>
      </div>
    </Section>
  );
}
