import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CaseName } from '../ui/CaseName.tsx';
import { clsx } from '../ui/clsx.ts';
import { IconAlertTriangle, IconCheck, IconHelpCircle, iconProps } from '../ui/icons.ts';
import styles from './Calendar.module.css';
import { type Entry, isSettled, toConfirm, useEntryName, useEntryState } from './entry-words.tsx';

/** An entry in the day of a month: a bar for a court's date, a lighter one for the team's own, a frame for a last day, dots for the day to aim for. */
export function CellEntry({ entry, aim, onOpen }: { entry: Entry; aim: boolean; onOpen(id: string): void }) {
  const nameOf = useEntryName(), stateOf = useEntryState();
  const { kind, id, legalCaseId, caseName, atTime, planned, teamOnly, status, closed } = entry;
  const state = aim ? null : stateOf(entry);
  const mark = { ...iconProps, size: 13 };
  const words = (
    <>
      <span className={styles['what']}>{kind === 'hearing' && planned && atTime && <b>{atTime} </b>}{aim ? <Trans>Aim for: {nameOf(entry)}</Trans> : nameOf(entry)}</span>{' '}
      <CaseName inherit>{caseName}</CaseName>
      {state && <span className={styles['state']}>{closed || status === 'missed' ? <IconAlertTriangle {...mark} /> : toConfirm(entry) ? <IconHelpCircle {...mark} /> : kind === 'deadline' ? <IconCheck {...mark} /> : null}{state}</span>}
    </>
  );
  const look = clsx(styles['entry'], kind === 'hearing' ? (teamOnly ? styles['own'] : styles['court']) : aim ? styles['aim'] : styles['due'], isSettled(entry) && styles['settled'], status === 'missed' && !aim && styles['missed']);
  return kind === 'deadline'
    ? <button type="button" className={look} aria-haspopup="dialog" onClick={() => { onOpen(id); }}>{words}</button>
    : <Link to="/cases/$id" params={{ id: legalCaseId }} className={look}>{words}</Link>;
}
