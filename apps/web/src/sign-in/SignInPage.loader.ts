import { msg } from '@lingui/core/macro';
import { SignInPageDocument } from '../gql/graphql.ts';
import { type Loader, type Loading, warm } from '../page-loader.ts';

export const load = (async ({ apollo, i18n }: Loading) => {
  await warm(apollo, SignInPageDocument, {});
  return { title: i18n._(msg`Sign in`) };
}) satisfies Loader;
