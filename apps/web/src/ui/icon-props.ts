/** What every icon gets: its stroke, its size, and silence, since a word always stands beside it. */
export const iconProps = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
