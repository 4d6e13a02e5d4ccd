import { msg } from '@lingui/core/macro';
import { PrecedentsPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type PrecedentSearch, precedentsVariables } from './precedent-search.ts';

export async function load({ apollo, i18n, search }: Loading<object, PrecedentSearch>): Promise<Loaded> {
  await warm(apollo, PrecedentsPageDocument, precedentsVariables(search));
  return { title: i18n._(msg`Precedents`) };
}
