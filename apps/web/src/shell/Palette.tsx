import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { PaletteSearchDocument } from '../gql/graphql.ts';
import { CommandPalette, type Hit } from '../ui/CommandPalette.tsx';

/** The palette, asking the server what this person may find. */
export function Palette({ onClose }: { onClose(): void }) {
  const { t } = useLingui();
  const apollo = useApolloClient();
  const search = useCallback(async (text: string): Promise<Hit[]> => {
    const { data } = await apollo.query({ query: PaletteSearchDocument, variables: { text }, fetchPolicy: 'network-only' });
    const mine = t`Cases`, published = t`Published`;
    return (data?.search ?? []).map((hit) => ({ key: `${hit.kind}:${hit.id}`, group: hit.kind === 'case' || hit.kind === 'decision' ? mine : published, title: hit.title, hint: hit.hint, caseName: hit.kind === 'case' || hit.kind === 'precedent', href: hit.url }))
      .sort((a, b) => Number(a.group === published) - Number(b.group === published));
  }, [apollo, t]);
  return <CommandPalette search={search} onClose={onClose} />;
}
