import { msg } from '@lingui/core/macro';
import { OrdersPageDocument } from '../gql/graphql.ts';
import { type Loaded, type Loading, warm } from '../page-loader.ts';
import { type OrderSearch, ordersVariables } from './order-search.ts';

/** Reads the first page of the board that the address describes. */
export async function load({ apollo, i18n, search }: Loading<object, OrderSearch>): Promise<Loaded> {
  await warm(apollo, OrdersPageDocument, ordersVariables(search));
  return { title: i18n._(msg`Orders`) };
}
