import { SystemPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, params: { slug } }: Loading<{ slug: string }>): Promise<Loaded> {
  const { idSystem } = await warm(apollo, SystemPageDocument, { slug });
  return { title: found(idSystem).name };
}
