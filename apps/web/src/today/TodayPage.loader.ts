import { msg } from '@lingui/core/macro';
import { TodayPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, i18n }: Loading): Promise<Loaded> {
  await warm(apollo, TodayPageDocument, {});
  return { title: i18n._(msg`Today`) };
}
