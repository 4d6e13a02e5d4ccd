import { useMutation } from '@apollo/client/react';
import { compareLegalDates } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { CaseTimeline_RemoveDocument, CaseTimeline_RestoreDocument } from '../gql/graphql.ts';
import { unconfirmed } from '../log/log-cache.ts';
import { UndoLog } from '../log/UndoLog.tsx';
import { useLog } from '../shell/log-door.tsx';
import { Button } from '../ui/Button.tsx';
import { clsx } from '../ui/clsx.ts';
import { IconBallpen, IconDots, iconProps, IconTrash } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { dateShape, LegalDate } from '../ui/LegalDate.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Section } from '../ui/Section.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useCase } from './case-context.ts';
import type { CaseEvent } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CaseTimeline.module.css';

const inCourt = new Set(['filing', 'service', 'mention', 'hearing', 'adjournment', 'order', 'judgment', 'appeal', 'application', 'joinder']);
const TwinMark = later(() => import('../log/TwinMark.tsx').then((m) => m.TwinMark));
const EventEditor = later(() => import('../log/EventEditor.tsx').then((m) => m.EventEditor));
type Shown = 'all' | 'court' | 'notes' | 'open';

/** What happened, newest first; each entry can be set right or taken back where it stands. */
export function CaseTimeline() {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const log = useLog();
  const [shown, setShown] = useState<Shown>('all');
  const [editing, setEditing] = useState<CaseEvent>();
  const fits = (event: CaseEvent) => ({ all: true, court: inCourt.has(event.type), notes: Boolean(event.privateNote), open: event.incomplete.length > 0 })[shown];
  /** What the team keeps together with an earlier entry stands below that one. */
  const first = (event: CaseEvent) => (event.twin?.same ? event.twin.eventId : undefined);
  const listed = new Set(legalCase.events.filter(fits).map(({ id }) => id));
  const events = legalCase.events.filter((event) => !event.planned && fits(event) && !listed.has(first(event) ?? '')).sort((a, b) => compareLegalDates(a.on, b.on, 'newest'));
  const open = legalCase.events.filter(({ incomplete }) => incomplete.length > 0).length;
  return (
    <Section title={t`Timeline`} id="timeline" aside={(
      <select className={styles['filter']} data-print="no" aria-label={t`Which events`} value={shown} onChange={(e) => { setShown(e.currentTarget.value as Shown); }}>
        <option value="all">{t`All events`}</option>
        <option value="court">{t`In court`}</option>
        {legalCase.viewerCan.notes && <option value="notes">{t`With a private note`}</option>}
        {open > 0 && <option value="open">{t`To complete (${open})`}</option>}
      </select>
    )}>
      {events.length === 0 && (
        <p className={styles['none']}>{shown === 'all' ? <Trans>Nothing is logged yet.</Trans> : <Trans>No event of this kind.</Trans>} {shown === 'all' && legalCase.viewerCan.edit && <Button look="text" onClick={() => { log(legalCase.id); }}><Trans>Log what happened</Trans></Button>}</p>
      )}
      <ol className={styles['timeline']}>
        {events.map((event) => (
          <li key={event.id} id={`event-${event.id}`} data-event={event.id}>
            <span className={styles['when']}><LegalDate edtf={event.on} /></span>
            <span className={clsx(styles['dot'], styles[dateShape(event.on)], event.type === 'judgment' && styles['full'])} aria-hidden="true" />
            <div>
              <Entry event={event} onEdit={() => { setEditing(event); }} />
              {legalCase.events.filter((each) => first(each) === event.id && fits(each)).map((each) => <div key={each.id} id={`event-${each.id}`} className={styles['twin']}><Entry event={each} onEdit={() => { setEditing(each); }} /></div>)}
            </div>
          </li>
        ))}
      </ol>
      {legalCase.events.length >= 200 && <p className={styles['none']}><Plural value={legalCase.events.length} one="The latest # event." other="The latest # events." /></p>}
      {editing && <EventEditor event={editing} onClose={() => { setEditing(undefined); void refresh(); }} />}
    </Section>
  );
}

function Entry({ event, onEdit }: { event: CaseEvent; onEdit(): void }) {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const words = useCaseWords();
  const remove = useRemoveEvent();
  const proceeding = legalCase.proceedings.length > 1 && legalCase.proceedings.find(({ id }) => id === event.proceedingId);
  const name = eventName(event, words);
  const record = legalCase.precedents.find(({ precedent: { slug } }) => event.source === `Reference record ${slug}`)?.precedent;
  const details = [event.title && event.outcome && eventName({ ...event, title: null }, words), event.basis && words.basis(event.basis), event.atTime, proceeding && proceeding.court.name];
  const strong = event.type === 'judgment' || event.outcome === 'judgment_delivered' || event.type === 'order';
  return (
    <div className={styles['entry']}>
      <p>
        <span className={strong ? styles['strong'] : undefined}>{name}</span>{' '}
        <span className={styles['quiet']}>{details.filter(Boolean).join(', ')}</span>
      </p>
      {event.publicNote && <p>{event.publicNote}</p>}
      {event.privateNote && <div className={styles['private']}><span className={styles['quiet']}><Trans>Case team only</Trans></span><p>{event.privateNote}</p></div>}
      {(event.loggedBy || event.minutesSpent || event.source) && (
        <p className={styles['by']}>
          {event.loggedBy && <Trans>logged by {event.loggedBy.name}</Trans>}{event.loggedBy && event.source && ', '}{record ? <Link to="/precedents/$slug" params={{ slug: record.slug }}><Trans>public record</Trans></Link> : event.source}
          {event.minutesSpent ? <>, <Plural value={event.minutesSpent} one="# minute" other="# minutes" /></> : null}
        </p>
      )}
      {event.twin && <TwinMark event={event} legalCase={legalCase} onSaid={refresh} />}
      {event.incomplete.length > 0 && !event.twin?.same && legalCase.viewerCan.edit && <p><TrustTag><Trans>incomplete: {event.incomplete.map(words.gap).join(', ')}</Trans></TrustTag></p>}
      {event.version === unconfirmed ? <p className={styles['by']}><Trans>sending…</Trans></p> : <UndoLog event={event} />}
      {legalCase.viewerCan.edit && event.version !== unconfirmed && (
        <Menu className={styles['menu']} label={t`What to do with ${name}`}
          groups={[{ items: [{ label: t`Edit this event`, icon: <IconBallpen {...iconProps} />, onSelect: onEdit }, { label: t`Remove this event`, icon: <IconTrash {...iconProps} />, onSelect: () => void remove(event) }] }]}
          trigger={(props) => <Button look="quiet" size="small" icon={<IconDots {...iconProps} />} aria-label={t`Edit or remove ${name}`} {...props} />} />
      )}
    </div>
  );
}

/** Removing is undone from the toast: the event is logged again as it was. */
function useRemoveEvent() {
  const { t } = useLingui();
  const { refresh } = useCase();
  const toast = useToast();
  const [remove] = useMutation(CaseTimeline_RemoveDocument);
  const [restore] = useMutation(CaseTimeline_RestoreDocument);
  return async (event: CaseEvent) => {
    const { id: _id, version: _version, createdAt: _createdAt, undoUntil: _undoUntil, incomplete: _incomplete, loggedBy: _loggedBy, followsId: _followsId, timeZone: _timeZone, twin: _twin, ...kept } = event as CaseEvent & { __typename?: string };
    delete kept.__typename;
    try {
      await remove({ variables: { id: event.id } });
      await refresh();
    } catch (e) {
      toast({ alarm: true, words: faultOf(e).code === 'FORBIDDEN' ? t`Only whoever logged it, or an editor, can remove this event.` : t`Could not remove the event. Nothing was changed. Try again.` });
      return;
    }
    toast({
      words: t`Event removed.`,
      undo: async () => {
        try {
          await restore({ variables: { input: { id: crypto.randomUUID(), ...kept } } });
        } catch {
          toast({ alarm: true, words: t`Could not put the event back. It is kept under Changes.` });
        }
        await refresh();
      },
    });
  };
}
