import { useEffect, useState } from 'react';
import { dayIn } from '../today/date-locale.ts';

/** Today where the reader is, as an ISO day. The server cannot know the reader's zone: the first picture says UTC's day. */
export function useToday(): string {
  const [today, setToday] = useState(() => new Date().toISOString().slice(0, 10));
  useEffect(() => { setToday(dayIn(undefined, new Date())); }, []);
  return today;
}
