import { lazy, Suspense } from 'react';
import type { CaseEvent } from './case-types.ts';

const EventEditor = lazy(() => import('../log/EventEditor.tsx').then((m) => ({ default: m.EventEditor })));

/** The full form of an event, the same from the timeline and from Today. */
export const EventForm = ({ event, onDone }: { event: CaseEvent; onDone(): void }) => <Suspense fallback={null}><EventEditor event={event} onClose={onDone} /></Suspense>;
