/** Shelter over a person: two arches over a point. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" fill="none" stroke="var(--brand)" strokeWidth="2.1" strokeLinecap="round" aria-hidden="true">
      <path d="M2 20v-9a9 9 0 0 1 18 0v9" />
      <path d="M6.6 20v-8.6a4.4 4.4 0 0 1 8.8 0V20" />
      <circle cx="11" cy="17.4" r="1.5" fill="var(--brand)" stroke="none" />
    </svg>
  );
}
