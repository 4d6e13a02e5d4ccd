import { msg } from '@lingui/core/macro';
import { RulesPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, i18n }: Loading): Promise<Loaded> {
  await warm(apollo, RulesPageDocument, {});
  return { title: i18n._(msg`Deadline rules`) };
}
