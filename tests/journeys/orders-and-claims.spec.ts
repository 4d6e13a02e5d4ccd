import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect as quick, type Page, test } from '@playwright/test';
import { accessible, complaints, enter, press } from './visit.ts';

const expect = quick.configure({ timeout: 20_000 }); // after each act the case is read anew
const root = join(import.meta.dirname, '../..');
type Input = Record<string, unknown>;
/** What stands before a journey begins, written as the person who is signed in. */
async function wrote<T = { id: string }>(page: Page, name: string, type: string, input: Input, more: [name: string, type: string, value: unknown][] = [], fields = 'id'): Promise<T> {
  const args = [...more, ...(type ? [['input', type, input] as const] : [])];
  const query = `mutation(${args.map(([arg, of]) => `$${arg}: ${of}`).join(', ')}) { ${name}(${args.map(([arg]) => `${arg}: $${arg}`).join(', ')}) { ${fields} } }`;
  const answer = await page.evaluate(async (body) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' }, body })).json(), JSON.stringify({ query, variables: Object.fromEntries(args.map(([arg, , value]) => [arg, value])) }));
  expect(answer.errors, name).toBeUndefined();
  return answer.data[name];
}
const asked = async (page: Page, query: string) => (await page.evaluate(async (body) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' }, body })).json(), JSON.stringify({ query }))).data;

/** A case with its courts, each on appeal from the one before. */
async function caseIn(page: Page, title: string, courts: string[]) {
  const { me } = await asked(page, '{ me { organisations { id } } }');
  const { id: of } = await wrote(page, 'addLegalCase', 'AddLegalCaseInput!', { title, countries: ['KE'], goals: [{ kind: 'legal', text: 'End double registration' }], leadOrganisationId: me.organisations[0].id });
  const files: string[] = [];
  for (const courtSlug of courts) files.push((await wrote(page, 'addProceeding', 'ProceedingInput!', { courtSlug, status: 'decided', judges: [] }, [['legalCaseId', 'ID!', of]])).id);
  for (const [i, fromId] of files.entries()) if (i > 0) await wrote(page, 'addProceedingLink', 'ProceedingLinkInput!', { fromId, toId: files[i - 1], type: 'appeal_from' }, [['legalCaseId', 'ID!', of]]);
  return { of, files };
}
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('scenario 14: two orders with their days, a stay pauses one clock, and full needs a second person', async ({ page, browser }) => {
  test.setTimeout(180_000); // two people, each in a browser of their own
  const heard = complaints(page);
  await enter(page, 'lawyer', '/today');
  const { of, files } = await caseIn(page, 'Haki na Sheria, scenario 14', ['ke-high-court']);
  await wrote(page, 'addDecision', 'DecisionInput!', { kind: 'judgment', title: 'Judgment of 21 January 2025', proceedingIds: files, dates: [{ on: '2025-01-21', basis: 'pronounced' }], opinions: [{ type: 'single', authors: ['Onyiego J'] }] }, [['legalCaseId', 'ID!', of]]);

  await page.goto(`/cases/${of}/orders`);
  const add = async (words: string, many: string, unit: string) => {
    await press(page.getByRole('button', { name: 'Add an order' }), page.getByLabel('The order, in our words'));
    await page.getByLabel('The order, in our words').fill(words);
    await page.getByLabel('Who must act').fill('State');
    await page.getByLabel('How many').fill(many);
    await page.getByLabel('Of what').selectOption({ label: unit });
    await page.getByRole('button', { name: 'Add the order' }).click();
    await expect(page.getByRole('article', { name: words })).toBeVisible();
  };
  await add('Deregister within 60 days', '60', 'days');
  await add('Vet, and report within six months', '6', 'months');
  const first = page.getByRole('article', { name: 'Deregister within 60 days' }), second = page.getByRole('article', { name: 'Vet, and report within six months' });
  await expect(first).toContainText('22 Mar 2025');
  await expect(second).toContainText('21 July 2025');
  await expect(first).toContainText('Word for word: not yet entered.');

  await page.getByRole('button', { name: 'Add a stay' }).click();
  await page.getByRole('checkbox', { name: /b: Vet/ }).check();
  await page.getByLabel('From', { exact: true }).fill('3 Mar 2025');
  await page.getByRole('button', { name: 'Add the stay' }).click();
  await expect(second).toContainText('paused');
  await expect(first).not.toContainText('paused');
  await expect(first).toContainText('overdue');
  await page.getByRole('button', { name: 'End the stay' }).click();
  await page.getByLabel('The clock runs again on').fill('14 Apr 2025');
  await page.getByRole('button', { name: 'End the stay' }).first().click();
  await expect(second).toContainText('1 Sep 2025');
  await second.getByRole('button', { name: /How counted/ }).click();
  await expect(page.getByRole('dialog')).toContainText('A stay of 42 days is left out');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  const see = async (level: string, evidence: string) => {
    await first.getByRole('button', { name: /Record what you saw/ }).click();
    await first.getByRole('radio', { name: level }).check();
    await first.getByLabel('Seen on').fill('30 May 2025');
    await first.getByLabel('Evidence').fill(evidence);
    await first.getByRole('button', { name: 'Save what was seen' }).click();
    await expect(first.getByText(evidence)).toBeVisible();
  };
  await see('Partial', 'Letter listing 310 of 700 people');
  await expect(first.getByText('Partial').first()).toBeVisible();
  await first.getByRole('button', { name: /Record what you saw/ }).click();
  await first.getByRole('radio', { name: 'Full' }).check();
  await first.getByLabel('Seen on').fill('2 June 2025');
  await first.getByRole('button', { name: 'Save what was seen' }).click();
  await expect(first.getByText('This is needed.').first()).toBeVisible(); // full without proof is refused, and says where
  await first.getByLabel('Evidence').fill('Letter listing 700 of 700 people');
  await first.getByRole('button', { name: 'Save what was seen' }).click();
  await expect(first).toContainText('Full, not checked');
  await expect(first).toContainText('Yours: a colleague on the team checks it.');
  await accessible(page);

  const ruth = (await asked(page, '{ colleagues { id name } }')).colleagues.find(({ name }: { name: string }) => name === 'Ruth Sedge');
  await wrote(page, 'setCaseMember', '', {}, [['id', 'ID!', of], ['personId', 'ID!', ruth.id], ['cap', 'Int!', 7]]);
  await page.goto('/orders');
  const row = page.getByRole('row', { name: /Haki na Sheria, scenario 14.*Deregister/ });
  await expect(row).toContainText('Full, not checked');
  await accessible(page);

  // the second person: a colleague, who signs in by a link from the command line
  const said = execFileSync(process.execPath, ['libs/tooling/amparo.mjs', 'sign-in-link', 'ruth@tamarisk.example'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, AMPARO_HOME: process.env['JOURNEY_HOME'], PORT: process.env['JOURNEY_PORT'], HOST: '127.0.0.1', DATABASE_URL: '', AMPARO_DEMO: '1' } });
  const colleague = await (await browser.newContext()).newPage();
  await colleague.goto(/\/link\/\S+/u.exec(said)?.[0] ?? '');
  await colleague.getByRole('button').first().click();
  await colleague.goto(`/cases/${of}/orders`);
  const theirs = colleague.getByRole('article', { name: 'Deregister within 60 days' });
  await theirs.getByText('Letter listing 700 of 700 people').waitFor();
  await press(theirs.getByRole('button', { name: 'I have seen the proof' }).first(), theirs.getByText('Ruth Sedge'));
  await expect(first).toHaveCount(0); // the lawyer is on the board, which follows
  await expect(row).toContainText('Full, checked');
  expect(heard).toEqual([]);
});

test('scenario 3: a partial win reversed on appeal counts each claim once, and what builds on it asks to be looked at', async ({ page }) => {
  test.setTimeout(180_000); // what was reversed is told within a minute
  const heard = complaints(page);
  await enter(page, 'lawyer', '/today');
  const { of, files: [high] } = await caseIn(page, 'Scenario 3', ['ke-high-court', 'ke-court-of-appeal']);
  const claim = async (act: string) => (await wrote(page, 'addClaim', 'ClaimInput!', { act, proceedingId: high }, [['legalCaseId', 'ID!', of]])).id;
  const [a, b] = [await claim('Claim A'), await claim('Claim B')];
  const { id: below } = await wrote(page, 'addDecision', 'DecisionInput!', { kind: 'judgment', title: 'Judgment of the High Court', proceedingIds: [high], dates: [{ on: '2024-02-01', basis: 'pronounced' }], opinions: [{ type: 'single' }] }, [['legalCaseId', 'ID!', of]]);
  for (const [claimId, code, favours, result] of [[a, 'allowed', 'us', 'not_satisfied'], [b, 'dismissed_on_merits', 'other', 'satisfied']]) {
    await wrote(page, 'setDisposition', 'DispositionInput!', { claimId, proceedingId: high, decisionId: below, code, favours });
    await wrote(page, 'setFinding', 'FindingInput!', { proceedingId: high, claimId, decisionId: below, limb: 'necessity', result, note: `Why ${result}` });
  }
  await page.goto(`/cases/${of}/claims`);
  await expect(section(page, /By test/)).toContainText('1 of 2');
  await press(section(page, 'Claim A').getByRole('button', { name: 'Ours builds on this' }).first(), page.getByLabel('What builds on it'));
  await page.getByLabel('What builds on it').fill('Brief on necessity');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Brief on necessity')).toBeVisible();

  // the appeal, entered with a vote that does not sum at first
  await page.goto(`/cases/${of}/decisions`);
  await press(page.getByRole('button', { name: 'Add a decision' }).first(), page.getByLabel('On which it was'));
  await page.getByRole('checkbox', { name: /High Court/ }).uncheck();
  await page.getByRole('checkbox', { name: /Court of Appeal/ }).check();
  await page.getByLabel('Title').fill('Judgment on appeal');
  await page.getByLabel('Day', { exact: true }).fill('1 Mar 2025');
  await page.getByLabel('How many sat').fill('3');
  await page.getByRole('button', { name: 'Add a vote' }).click();
  await page.getByLabel('On what').fill('Whether to allow the appeal');
  await page.getByLabel('For', { exact: true }).fill('2');
  await page.getByLabel('Against').fill('2');
  await page.getByRole('button', { name: 'Add the decision' }).click();
  await expect(page.getByRole('alert')).toContainText('do not add up to those who sat');
  await page.getByLabel('Against').fill('1');
  await page.getByRole('button', { name: 'Add the decision' }).click();
  await expect(section(page, /Judgment on appeal/)).toContainText('2–1');
  await accessible(page);

  await page.goto(`/cases/${of}/claims`);
  const says = async (code: string) => {
    await press(section(page, 'Claim A').getByRole('button', { name: /Say what became of it/ }), page.getByLabel('By which decision'));
    await page.getByLabel('By which decision').selectOption({ label: 'Judgment on appeal, 1 Mar 2025' });
    await page.getByLabel('What the court did').selectOption({ label: code });
    await page.getByLabel('In favour of').selectOption({ label: 'the other side' });
    await page.getByRole('button', { name: 'Save what became of it' }).click();
  };
  await says('Dismissed');
  await expect(section(page, 'Claim A')).toContainText('Reversed above');
  await expect(section(page, 'Claim A')).toContainText('Why not_satisfied'); // the text is kept
  await expect(section(page, /By test/)).toContainText('0 of 2');
  await expect(section(page, /Counted by claim/)).toContainText('Lost2');
  await expect(page.locator('header').filter({ hasText: 'Scenario 3' })).toContainText(/Dismissed|Lost/);
  await says('Dismissed');
  await expect(page.getByRole('alert')).toContainText('This decision has ruled on this claim already.');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(async () => { await page.reload(); await expect(page.getByText('needs review')).toBeVisible({ timeout: 3000 }); }).toPass({ timeout: 60_000 });
  await accessible(page);
  await expect(async () => {
    if (await page.getByText('needs review').isVisible()) await page.getByRole('button', { name: 'Looked at, and it holds' }).click({ timeout: 2000 });
    await expect(page.getByText('needs review')).toHaveCount(0, { timeout: 4000 });
  }).toPass({ timeout: 40_000 });
  await page.goto(`/cases/${of}/decisions`);
  await press(section(page, /Judgment of the High Court/).getByRole('button', { name: 'Why?' }), page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toContainText(/reversed/);
  expect(heard).toEqual([]);
});
