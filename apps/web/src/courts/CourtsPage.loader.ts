import { msg } from '@lingui/core/macro';
import { CourtsPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, i18n }: Loading): Promise<Loaded> {
  await warm(apollo, CourtsPageDocument, {});
  return { title: i18n._(msg`Courts`) };
}
