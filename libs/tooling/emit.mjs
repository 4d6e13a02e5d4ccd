// npm run emit: writes the generated contracts anew (see contracts.mjs).
import { ensure } from './ensure.mjs';
import { run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  const { emitContracts } = await import('./contracts.mjs');
  await emitContracts();
  console.log('Written: apps/api/schema.graphql, apps/web/src/gql, migrations/schema.sql, .env.example');
});
