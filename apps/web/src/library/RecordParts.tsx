import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Section } from '../ui/Section.tsx';
import { unconfirmedField } from './unconfirmed.ts';
import classes from './RecordParts.module.css';

/** A value of a record, or in words that nobody knows it: an empty place would say that there is nothing. */
export function Known({ children }: { children: ReactNode }) {
  const empty = children === null || children === undefined || children === '' || (Array.isArray(children) && children.length === 0);
  return empty ? <span className={classes.unknown}><Trans>not known</Trans></span> : <>{children}</>;
}

/** Yes, no, or that nobody knows. */
export function YesNo({ value }: { value: boolean | null | undefined }) {
  if (value === true) return <Trans>yes</Trans>;
  if (value === false) return <Trans>no</Trans>;
  return <Known>{null}</Known>;
}


/** Facts as pairs of a word and a value. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={classes.facts}>{children}</dl>;

/** One pair of `Facts`. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return <div className={classes.fact}><dt>{name}</dt><dd><Known>{children}</Known></dd></div>;
}

/** A list of lines; when there is none, the words that say so. */
export function Lines({ items, none }: { items: readonly ReactNode[]; none: ReactNode }) {
  if (items.length === 0) return <p className={classes.unknown}>{none}</p>;
  return <ul className={classes.lines}>{items.map((item, i) => <li key={i}>{item}</li>)}</ul>;
}

interface Source { type: string; ref: string; basis: string; note?: string | null }
const webAddress = (text: string) => /^https?:\/\//u.test(text);

/** Where the facts come from, and whether anybody saw it. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useLingui();
  const kinds: Readonly<Record<string, string>> = { url: t`web page`, bibliographic: t`publication` };
  const bases: Readonly<Record<string, string>> = { found: t`seen in public material`, known: t`from knowledge, not seen` };
  return (
    <Lines none={<Trans>No source is recorded.</Trans>} items={sources.map(({ type, ref, basis, note }) => (
      <>
        {webAddress(ref) ? <a href={ref} rel="noreferrer" className={classes.address}>{ref}</a> : <bdi>{ref}</bdi>}
        <span className={classes.meta}>{[kinds[type] ?? type, bases[basis] ?? basis, note].filter(Boolean).join(' · ')}</span>
      </>
    ))} />
  );
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([name, each]) => [name, plain(each)] as const).filter(([, each]) => each !== '').map(([name, each]) => `${name.replaceAll('_', ' ')}: ${each}`).join('; ');
  return String(value);
};
const readJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json; // shown as it came
  }
};

/** References to decisions lead to them; anything else is shown as it came. */
function Recorded({ value }: { value: unknown }) {
  const refs = (Array.isArray(value) ? value : []).filter((each): each is { ref: string; type: string } => typeof each === 'object' && each !== null && (each as { type?: unknown }).type === 'precedent' && typeof (each as { ref?: unknown }).ref === 'string');
  return refs.length > 0 && refs.length === (value as unknown[]).length
    ? <>{refs.map(({ ref }, i) => <span key={ref}>{i > 0 && ', '}<Link to="/precedents/$slug" params={{ slug: ref }}>{ref}</Link></span>)}</> : <>{plain(value)}</>;
}

/** What came in with the data and has no place of its own on the page yet: shown, never dropped. */
export function Extra({ extra }: { extra: readonly { name: string; json: string }[] }) {
  if (extra.length === 0) return null;
  return (
    <Section id="extra" title={<Trans>Also recorded</Trans>}>
      <Facts>{extra.map(({ name, json }) => <Fact key={name} name={name.replaceAll('_', ' ')}><Recorded value={readJson(json)} /></Fact>)}</Facts>
    </Section>
  );
}

/** The field in the page's words, then the note exactly as the record has it. */
function Unconfirmed({ note }: { note: string }) {
  const { i18n } = useLingui();
  const field = unconfirmedField(note);
  return <>{field && <>{i18n._(field)} </>}<bdi className={field && classes.code}>{note}</bdi></>;
}

/** What was not confirmed, as the record says it. */
export function NotKnown({ unverified }: { unverified: readonly string[] }) {
  return (
    <Section id="unknown" title={<Trans>What we do not know</Trans>}>
      <Lines none={<Trans>Nothing is marked as unconfirmed.</Trans>} items={unverified.map((each) => <Unconfirmed key={each} note={each} />)} />
    </Section>
  );
}

/** High or medium, in words. */
export function Confidence({ value }: { value: string }) {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = { high: t`high`, medium: t`medium`, low: t`low` };
  return <>{words[value] ?? value}</>;
}
