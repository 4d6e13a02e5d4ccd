import { msg } from '@lingui/core/macro';
import { MembersPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, i18n }: Loading): Promise<Loaded> {
  await warm(apollo, MembersPageDocument, {});
  return { title: i18n._(msg`Members`) };
}
