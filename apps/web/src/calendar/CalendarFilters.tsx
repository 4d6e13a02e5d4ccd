import { useLingui } from '@lingui/react/macro';
import type { CalendarPageQuery } from '../gql/graphql.ts';
import styles from './Calendar.module.css';
import type { CalendarSearch, SearchPatch } from './calendar-search.ts';

/** Whose dates: a person's, a case's, an organisation's; of one's own teams, or of every case one may read. */
export function CalendarFilters({ search, choices, onChange }: { search: CalendarSearch; choices: CalendarPageQuery['calendarChoices']; onChange(next: SearchPatch): void }) {
  const { t } = useLingui();
  const { people, cases, organisations } = choices;
  const list = (label: string, none: string, of: readonly { id: string; name: string }[], value: string | undefined, set: (id: string | undefined) => void) => (
    <select className={styles['choice']} aria-label={label} value={value ?? ''} onChange={(e) => { set(e.currentTarget.value || undefined); }}>
      <option value="">{none}</option>
      {of.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      {value && !of.some(({ id }) => id === value) && <option value={value}>{t`chosen in the address`}</option>}
    </select>
  );
  return (
    <>
      <select className={styles['choice']} aria-label={t`Whose cases`} value={search.all ? 'all' : 'mine'} onChange={(e) => { onChange({ all: e.currentTarget.value === 'all' || undefined }); }}>
        <option value="mine">{t`My teams`}</option>
        <option value="all">{t`All I may read`}</option>
      </select>
      {list(t`Person`, t`Every person`, people, search.person, (person) => { onChange({ person }); })}
      {list(t`Case`, t`Every case`, cases, search.case, (id) => { onChange({ case: id }); })}
      {list(t`Organisation`, t`Every organisation`, organisations, search.organisation, (organisation) => { onChange({ organisation }); })}
    </>
  );
}
