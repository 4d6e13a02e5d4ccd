const ring = { cx: 7, cy: 7, r: 5.4, fill: 'none', strokeWidth: 2 };
const box = { x: 1, y: 1, width: 12, height: 12, rx: 2.6 };
const tick = { d: 'M4.2 7.2l2 2 3.7-4', fill: 'none', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const at = '0 0 14 14';

/** The marks of results (circles) and findings (squares), drawn once in a page that shows hundreds of them. */
export function MarkSprite() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <symbol id="r-won" viewBox={at}><circle cx="7" cy="7" r="6.4" fill="var(--rights)" /></symbol>
      <symbol id="r-partly_won" viewBox={at}><path d="M7 .9a6.1 6.1 0 0 0 0 12.2z" fill="var(--rights)" /><path d="M7 1.7a5.3 5.3 0 0 1 0 10.6" fill="none" stroke="var(--state)" strokeWidth="1.7" /><path d="M7 .9v12.2" stroke="var(--rights)" strokeWidth="1" /></symbol>
      <symbol id="r-lost" viewBox={at}><circle {...ring} stroke="var(--state)" /></symbol>
      <symbol id="r-no_merits" viewBox={at}><circle {...ring} strokeWidth="1.4" stroke="var(--none)" /><path d="M4 7h6" stroke="var(--none)" strokeWidth="1.6" /></symbol>
      <symbol id="r-pending" viewBox={at}><circle {...ring} strokeWidth="1.8" stroke="var(--none)" strokeDasharray="1.7 1.7" /></symbol>
      <symbol id="f-met" viewBox={at}><rect {...box} fill="var(--state)" stroke="var(--state)" strokeWidth="1.4" /><path {...tick} stroke="var(--paper)" /></symbol>
      <symbol id="f-open" viewBox={at}><rect {...box} fill="none" stroke="var(--state)" strokeWidth="1.4" /><path {...tick} stroke="var(--state)" /></symbol>
      <symbol id="f-unmet" viewBox={at}><rect {...box} fill="var(--rights)" stroke="var(--rights)" /><path d="M4.8 4.8l4.4 4.4m0-4.4l-4.4 4.4" stroke="var(--paper)" strokeWidth="1.6" strokeLinecap="round" /></symbol>
      <symbol id="f-partly" viewBox={at}><path d="M1.2 10.8V3.6a2.4 2.4 0 0 1 2.4-2.4h7.2z" fill="var(--rights)" /><rect {...box} fill="none" stroke="var(--state)" strokeWidth="1.5" /><path d="M1.2 10.6V3.6a2.4 2.4 0 0 1 2.4-2.4h7" fill="none" stroke="var(--rights)" strokeWidth="1.5" /></symbol>
      <symbol id="f-silent" viewBox={at}><rect {...box} fill="none" stroke="var(--none)" strokeWidth="1.2" strokeDasharray="2 1.6" /></symbol>
      <symbol id="f-none" viewBox={at}><circle cx="7" cy="7" r="1.1" fill="var(--ink3)" /></symbol>
    </svg>
  );
}
