import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { IconX, iconProps } from '../ui/icons.ts';
import { type ActiveFilter, activeFilters, type PrecedentSearch, without, withoutFilters } from './precedent-search.ts';
import classes from './ActiveFilters.module.css';

interface ActiveFiltersProps {
  search: PrecedentSearch;
  facets: readonly { name: string; values: readonly { id: string; label: string; count: number }[] }[];
}

/** The API's facet behind each part of the address. */
const facetOf: Readonly<Record<string, string>> = { country: 'country', court_level: 'court_level', harm: 'harm', right: 'right', finding: 'finding', result: 'result', feature: 'feature' };

function useFilterWords({ facets }: ActiveFiltersProps): (filter: ActiveFilter) => string {
  const { t } = useLingui();
  const names: Readonly<Record<ActiveFilter['name'], string>> = {
    country: t`Country`, court_level: t`Court level`, harm: t`Harm`, right: t`Right`, finding: t`Finding`, result: t`Result`, feature: t`ID feature`, system: t`ID system`, court: t`Court`, from: t`From`, to: t`To`,
  };
  const codes: Readonly<Record<string, string>> = {
    won: t`Won`, partly_won: t`Partly won`, lost: t`Lost`, no_merits: t`No merits ruling`, pending: t`Pending`,
    satisfied: t`Met`, not_satisfied: t`Not met`, partly: t`Partly met`, not_addressed: t`Not addressed`, not_coded: t`Not coded yet`,
  };
  return ({ name, value }) => {
    const label = facets.find((facet) => facet.name === facetOf[name])?.values.find(({ id }) => id === value)?.label;
    const word = name === 'result' || name === 'finding' ? (codes[value] ?? label ?? value) : (label ?? value);
    return `${names[name]}: ${word}`;
  };
}

/** The filters in force, each with its own remove button. */
export function ActiveFilters(props: ActiveFiltersProps) {
  const { t } = useLingui();
  const words = useFilterWords(props);
  return (
    <ul className={classes.chips} aria-label={t`Filters`}>
      {activeFilters(props.search).map((filter) => {
        const name = words(filter);
        return (
          <li key={filter.name + filter.value}>
            <Link to="/precedents" search={without(props.search, filter)} className={classes.chip} aria-label={t`Remove filter ${name}`} preload={false}>
              {name} <IconX {...iconProps} size={15} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Nothing matches: says so, offers to take each filter away, and names the one whose going helps most. */
export function NoPrecedents(props: ActiveFiltersProps) {
  const words = useFilterWords(props);
  const filters = activeFilters(props.search);
  const { q } = props.search;
  const gains = filters.map((filter) => ({ filter, gain: Math.max(0, ...(props.facets.find(({ name }) => name === facetOf[filter.name])?.values ?? []).map(({ count }) => count)) }));
  const best = gains.toSorted((a, b) => b.gain - a.gain)[0];
  const [name, gain] = best ? [words(best.filter), best.gain] : ['', 0];
  return (
    <div className={classes.empty} role="status">
      <p className={classes.emptyHead}>
        {filters.length > 0 ? <Plural value={filters.length} one="No decision matches # filter" other="No decision matches # filters" /> : q ? <Trans>No decision speaks of “{q}”.</Trans> : <Trans>The library is empty.</Trans>}
      </p>
      {filters.length > 0 && <ActiveFilters {...props} />}
      {best && gain > 0 && <p><Link to="/precedents" search={without(props.search, best.filter)}><Plural value={gain} one={<>Without “{name}” there is # decision or more.</>} other={<>Without “{name}” there are # decisions or more.</>} /></Link></p>}
      {filters.length > 1 && <p><Link to="/precedents" search={withoutFilters(props.search)}><Trans>Remove all filters</Trans></Link></p>}
      {filters.length === 0 && q && <p><Trans>Try fewer words, a name, or a number as printed on the decision.</Trans> <Link to="/precedents"><Trans>Show all decisions</Trans></Link></p>}
    </div>
  );
}
