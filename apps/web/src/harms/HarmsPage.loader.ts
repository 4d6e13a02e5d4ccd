import { msg } from '@lingui/core/macro';
import { HarmsPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type HarmSearch, harmsVariables } from './harm-search.ts';

export async function load({ apollo, i18n, search }: Loading<object, HarmSearch>): Promise<Loaded> {
  await warm(apollo, HarmsPageDocument, harmsVariables(search));
  return { title: i18n._(msg`Harms`) };
}
