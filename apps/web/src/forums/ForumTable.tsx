import type { ForumAnswer } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { IconChevronDown, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { ClimateCell, ExclusionCell, ForceCell, OpenCell, RemediesCell, TimeCell } from './ForumCells.tsx';
import { type Group, stepOf } from './forum-groups.ts';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';

const ForumWhy = later(() => import('./ForumWhy.tsx').then((m) => m.ForumWhy));

interface Props { groups: readonly Group[]; marked: readonly string[]; onMark(id: string): void; onChanged(): void; caption: string }

/** Forums × what is known of each, in groups by time. Every row opens its steps. */
export function ForumTable({ groups, marked, onMark, onChanged, caption }: Props) {
  const { t } = useLingui();
  const words = useForumWords();
  const [open, setOpen] = useState<string | null>(null);
  const heads = [[t`Forum`, ''], [t`Last day`, ''], [t`Open to you`, t`treaty, standing`], [t`Local remedies`, t`first?`], [t`Same matter elsewhere`, t`what excludes what`], [t`Force and speed`, t`filing to decision`], [t`Precedents there`, t`ID cases on file`]] as const;
  return (
    <table className={styles['table']}>
      <caption className="sr">{caption}</caption>
      <thead><tr>{heads.map(([head, small]) => <th key={head} scope="col">{head}{small && <small>{small}</small>}</th>)}</tr></thead>
      {groups.map(({ state, forums }) => (
        <tbody key={state} data-state={state}>
          <tr className={styles['group']}><th scope="rowgroup" colSpan={7}><strong>{words.state(state)}</strong> <span>{words.about(state)}</span></th></tr>
          {forums.map((forum) => (
            <Fragment key={forum.id}>
              <Row forum={forum} heads={heads.map(([head]) => head)} opened={open === forum.id} marked={marked.includes(forum.id)} onMark={() => { onMark(forum.id); }} onOpen={() => { setOpen(open === forum.id ? null : forum.id); }} />
              {open === forum.id && <tr className={styles['opened']}><td colSpan={7} id={`why-${forum.id}`}><ForumWhy forum={forum} onChanged={onChanged} /></td></tr>}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ forum, heads, opened, marked, onMark, onOpen }: { forum: ForumAnswer; heads: readonly string[]; opened: boolean; marked: boolean; onMark(): void; onOpen(): void }) {
  const { t } = useLingui();
  const cells = [TimeCell, OpenCell, RemediesCell, ExclusionCell, ForceCell, ClimateCell];
  return (
    <tr data-forum={forum.id} data-open={opened || undefined}>
      <th scope="row">
        <span className={styles['name']}>{forum.name}</span>
        <span className={styles['act']}>{forum.act}</span>
        <span className={styles['rowacts']} data-print="no">
          <Button look="text" size="small" icon={<IconChevronDown {...iconProps} size={15} className={opened ? styles['up'] : undefined} />} aria-expanded={opened} aria-controls={`why-${forum.id}`} aria-label={t`Why: ${forum.name}, ${forum.act}`} onClick={onOpen}><Trans>Why?</Trans></Button>
          <label className={styles['mark']}><input type="checkbox" checked={marked} onChange={onMark} aria-label={t`Compare ${forum.name}, ${forum.act}`} /><Trans>Compare</Trans></label>
        </span>
      </th>
      {cells.map((Cell, at) => <td key={at} data-label={heads[at + 1]}><Cell forum={forum} /></td>)}
    </tr>
  );
}

/** What was looked at and needs no row of its own: a line each with the reason, so that nothing is passed over in silence. */
export function Aside({ title, forums, onChanged }: { title: string; forums: readonly ForumAnswer[]; onChanged(): void }) {
  const words = useForumWords();
  const [open, setOpen] = useState<string | null>(null);
  if (forums.length === 0) return null;
  return (
    <div className={styles['notopen']}>
      <h3>{title}</h3>
      <ul>
        {forums.map((forum) => {
          const step = forum.steps.find(({ code, verdict }) => (verdict === 'stops' || verdict === 'unknown') && code === forum.because) ?? stepOf(forum, 'state');
          return (
            <li key={forum.id} data-forum={forum.id}>
              <strong>{forum.name}</strong>, {forum.act}: {step && words.sentence(step)} {step?.text && <span className={styles['quiet']}>{step.text}</span>}{' '}
              <Button look="text" size="small" data-print="no" aria-expanded={open === forum.id} onClick={() => { setOpen(open === forum.id ? null : forum.id); }}><Trans>Why?</Trans></Button>
              {open === forum.id && <ForumWhy forum={forum} onChanged={onChanged} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
