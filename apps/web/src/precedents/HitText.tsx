import type { ReactNode } from 'react';

/** A passage in the record's own words with its hits marked; `marks` are flat pairs of start and end. */
export function HitText({ text, marks }: { text: string; marks: readonly number[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [start = 0, end = 0] = marks.slice(i, i + 2);
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return <bdi>{parts}{text.slice(at)}</bdi>;
}
