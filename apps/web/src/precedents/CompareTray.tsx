import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '../ui/Button.tsx';
import { IconColumns3, IconX, iconProps } from '../ui/icons.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { mostCompared } from './precedent-search.ts';
import classes from './CompareTray.module.css';

interface TrayProps {
  chosen: readonly { slug: string; shortName: string }[];
  onRemove(slug: string): void;
  onClear(): void;
}

/** The decisions chosen for a comparison, at the foot of the list; stays while the list is paged and filtered. */
export function CompareTray({ chosen, onRemove, onClear }: TrayProps) {
  const { t } = useLingui();
  const n = chosen.length;
  if (n === 0) return null;
  return (
    <section className={classes.tray} aria-label={t`Chosen to compare`}>
      <div className={classes.inside}>
        <strong className={classes.count} aria-live="polite"><Trans>{n} of {mostCompared} chosen</Trans></strong>
        <ul className={classes.chips}>
          {chosen.map(({ slug, shortName }) => (
            <li key={slug} className={classes.chip}>
              <CaseName>{shortName}</CaseName>
              <button type="button" aria-label={t`Remove ${shortName}`} onClick={() => onRemove(slug)}><IconX {...iconProps} size={15} /></button>
            </li>
          ))}
          {Array.from({ length: mostCompared - n }, (_, i) => <li key={i} className={classes.empty} aria-hidden />)}
        </ul>
        <button type="button" className={classes.clear} onClick={onClear}><Trans>Clear</Trans></button>
        <LinkButton look="brand" size="large" to="/precedents/compare" search={{ c: chosen.map(({ slug }) => slug).join(',') }} icon={<IconColumns3 {...iconProps} />}><Plural value={n} one="Compare # decision" other="Compare # decisions" /></LinkButton>
      </div>
    </section>
  );
}
