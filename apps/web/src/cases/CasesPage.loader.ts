import { msg } from '@lingui/core/macro';
import { CasesPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type CaseSearch, casesVariables } from './case-search.ts';

/** Reads the first page of the list that the address describes. */
export async function load({ apollo, i18n, search }: Loading<object, CaseSearch>): Promise<Loaded> {
  await warm(apollo, CasesPageDocument, casesVariables(search));
  return { title: i18n._(msg`Cases`) };
}
