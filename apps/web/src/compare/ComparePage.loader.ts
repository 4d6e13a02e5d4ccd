import { msg } from '@lingui/core/macro';
import { ComparePageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type CompareSearch, compareVariables } from './compare-search.ts';
import { comparisonTitle } from './comparison-title.ts';

export async function load({ apollo, i18n, search }: Loading<object, CompareSearch>): Promise<Loaded> {
  const variables = compareVariables(search);
  if (variables.slugs.length === 0) return { title: i18n._(msg`Compare`) };
  const { comparison } = await warm(apollo, ComparePageDocument, variables);
  return { title: comparisonTitle(i18n, comparison.columns.length + (comparison.ownCase ? 1 : 0)) };
}
