import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Facet } from '../ui/FacetList.tsx';
import classes from './PrecedentFilters.module.css';

interface YearFacetProps {
  years: readonly { year: number; count: number; matching: number }[];
  from: number | undefined;
  to: number | undefined;
  form: string;
  onYears(years: { from?: number | undefined; to?: number | undefined }): void;
}

/** Decisions by year: all of them in grey, those of this list in brand; two fields narrow it. */
export function YearFacet({ years, from, to, form, onYears }: YearFacetProps) {
  const { t } = useLingui();
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (first === undefined || last === undefined) return null;
  const most = Math.max(...years.map(({ count }) => count));
  const [width, height] = [100, 30];
  const step = width / (last - first + 1);
  const bar = (year: number, n: number) => { const x = (year - first) * step, h = (n / most) * height; return `M${x.toFixed(2)} ${height}v-${h.toFixed(1)}h${(step * 0.8).toFixed(2)}v${h.toFixed(1)}z`; };
  const matching = years.reduce((sum, year) => sum + year.matching, 0);
  const field = (name: 'from' | 'to', value: number | undefined, label: string) => (
    <label className={classes.year}><span>{label}</span>
      <input key={value} name={name} form={form} inputMode="numeric" pattern="\d{4}" maxLength={4} defaultValue={value} placeholder={String(name === 'from' ? first : last)}
        onBlur={(event) => onYears({ [name]: Number(event.currentTarget.value) || undefined })}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.blur(); } }} />
    </label>
  );
  return (
    <Facet label={<Trans>Year decided</Trans>}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.histogram} role="img" aria-label={t`Decisions by year, ${first} to ${last}`}>
        <path d={years.map(({ year, count }) => bar(year, count)).join('')} className={classes.allYears} />
        <path d={years.filter((year) => year.matching > 0).map((year) => bar(year.year, year.matching)).join('')} className={classes.theseYears} />
      </svg>
      <p className={classes.ends}><span>{first}</span><span className={classes.matching}><Plural value={matching} one="# decision here" other="# decisions here" /></span><span>{last}</span></p>
      <p className={classes.years}>{field('from', from, t`from`)}{field('to', to, t`to`)}</p>
    </Facet>
  );
}
