import { msg } from '@lingui/core/macro';
import { CaseForumsPageDocument } from '../gql/graphql.ts';
import { nameOf } from '../cases/case-types.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';
import type { searches } from '../search-params.ts';

/** Counts the forums before the page is shown. Whoever is not of the team finds nothing here. */
export async function load({ apollo, i18n, params, search }: Loading<{ id: string }, ReturnType<typeof searches.forums>>): Promise<Loaded> {
  const { legalCase } = await warm(apollo, CaseForumsPageDocument, { id: params.id, filedOn: search.on ?? null, actOn: search.act ?? null });
  return { title: `${i18n._(msg`Where next`)}: ${nameOf(found(legalCase))}` };
}
