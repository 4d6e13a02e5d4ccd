import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { ask, demoEnter, everythingKept, Phone } from './phone.ts';
import { accessible, complaints, enter } from './visit.ts';

const [grace, ruth, joseph] = ['grace@tamarisk.example', 'ruth@tamarisk.example', 'joseph@quillwort.example'];
const canary = 'CANARY-call-the-clerk';
const onPhone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
interface Made { id: string; name: string; proceeding: string }

/** A case of Grace's own, in court today, with Ruth on its team. */
async function aCase(api: APIRequestContext): Promise<Made> {
  await demoEnter(api, grace);
  const name = `Marula ${randomUUID().slice(0, 6)}`;
  const { me, colleagues } = await ask(api, '{ me { organisations { id } } colleagues { id name } }');
  const { addLegalCase: { id } } = await ask(api, 'mutation($input: AddLegalCaseInput!) { addLegalCase(input: $input) { id } }', { input: { leadOrganisationId: me.organisations[0].id, title: `CANARY-TITLE and others v State`, shortName: name, goals: [{ kind: 'legal', text: 'A goal' }], countries: ['UG'] } });
  const { addProceeding: { id: proceeding } } = await ask(api, 'mutation($id: ID!) { addProceeding(legalCaseId: $id, input: { courtSlug: "ug-high-court" }) { id } }', { id });
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Africa/Kampala' }).format(new Date());
  await ask(api, 'mutation($input: LogEventInput!) { logEvent(input: $input) { id } }', { input: { id: randomUUID(), legalCaseId: id, proceedingId: proceeding, type: 'hearing', on: today, basis: 'listed', planned: true } });
  await ask(api, 'mutation($id: ID!, $who: ID!) { setCaseMember(id: $id, personId: $who, cap: 7) { id } }', { id, who: colleagues.find((c: { name: string }) => c.name === 'Ruth Sedge').id });
  return { id, name, proceeding };
}
interface Logged { id: string; outcome: string | null; publicNote: string | null; privateNote: string | null; twin: unknown }
const logged = async (api: APIRequestContext, { id }: Made): Promise<Logged[]> => (await ask(api, 'query($id: ID!) { legalCase(id: $id) { events { id planned outcome publicNote privateNote twin { eventId } } } }', { id })).legalCase.events.filter((e: { planned: boolean }) => !e.planned);

/** The device has what the Log needs: page and files are kept, cases lie sealed. */
const ready = (page: Page): Promise<void> => expect.poll(() => page.evaluate(async () => {
  if (navigator.serviceWorker.controller?.state !== 'activated' || !(await indexedDB.databases()).some(({ name }) => name === 'amparo')) return false;
  const db = await new Promise<IDBDatabase>((done) => { const r = indexedDB.open('amparo'); r.addEventListener('success', () => { done(r.result); }); });
  const hand = await new Promise<number>((done) => { const r = db.transaction('hand').objectStore('hand').count(); r.addEventListener('success', () => { done(r.result); }); });
  db.close();
  return hand > 0;
}), { timeout: 30_000 }).toBe(true);
/** Writes one entry into the open Log. */
async function write(page: Page, of: Made, outcome: string, note: string): Promise<void> {
  await page.getByRole('button', { name: /Marula|ISER/ }).first().click();
  await page.getByRole('list', { name: 'Cases' }).getByRole('button', { name: new RegExp(of.name) }).click();
  await page.getByRole('radio', { name: outcome }).check({ force: true });
  await page.getByLabel(/Private note/).fill(note);
  await page.getByRole('button', { name: 'Save' }).click();
}
async function phone(browser: Browser, email: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(onPhone);
  await demoEnter(context.request, email);
  const page = await context.newPage();
  await page.goto('/today');
  await ready(page);
  return { context, page };
}

test('log a hearing with the network cut, the battery dies, and it arrives (scenario 1: thirty-second log)', async ({ request, baseURL }) => {
  test.setTimeout(180_000);
  const of = await aCase(request);
  const device = new Phone();
  try {
    let page = await device.start();
    await page.goto(`${baseURL}/sign-in?next=/today`);
    await page.getByRole('button', { name: 'Grace Alder' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/today');
    await ready(page);
    await device.close(); // a session is on the disk some seconds after the sign-in
    page = await device.start(false);
    await page.goto(`${baseURL}/log`);
    await expect(page.getByText('No signal. Saved on this phone, sent later.')).toBeVisible();
    let taps = 1; // the icon on the home screen
    const tap = async (what: ReturnType<Page['locator']>) => { taps++; await what.click(); };
    await expect(page.getByText(/in court today/).first()).toBeVisible();
    if (!(await page.getByText(of.name).first().isVisible())) { await tap(page.getByRole('button', { name: /in court today/ }).first()); await tap(page.getByRole('button', { name: new RegExp(of.name) })); }
    await tap(page.getByText('Heard, reserved'));
    await tap(page.getByRole('button', { name: 'Save' }));
    expect(taps).toBeLessThanOrEqual(6);
    await expect(page.getByText('Waiting for a signal.')).toBeVisible();
    await accessible(page);
    expect(await logged(request, of)).toEqual([]);

    await device.kill();
    page = await device.start(false);
    await page.goto(`${baseURL}/log`);
    await expect(page.getByRole('region', { name: '1 entry on this phone' }).getByText(of.name)).toBeVisible();
    await page.goto(`${baseURL}/cases/${of.id}`);
    expect(new URL(page.url()).pathname, 'without a signal every address leads to the Log').toBe('/log');

    expect(await logged(request, of)).toEqual([]);

    await device.kill();
    page = await device.start();
    await page.goto(`${baseURL}/log`);
    await expect.poll(async () => (await logged(request, of)).map((e) => e.outcome), { timeout: 60_000 }).toEqual(['heard_reserved']);
    await page.goto(`${baseURL}/cases/${of.id}`);
    await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Heard, judgment reserved')).toHaveCount(1);
  } finally { await device.end(); }
});

test('SHR-07: four phones without a signal: nothing lost, nothing double, nothing to the wrong person', async ({ browser, request }) => {
  test.setTimeout(240_000);
  const of = await aCase(request);
  const [one, two, three, four] = [await phone(browser, grace), await phone(browser, ruth), await phone(browser, grace), await phone(browser, ruth)];
  const all = [one, two, three, four];
  for (const { context, page } of all) { await context.setOffline(true); await page.goto('/log'); }
  await write(one.page, of, 'Adjourned', `${canary}-one`);
  await write(two.page, of, 'Heard, reserved', `${canary}-two`);
  await write(three.page, of, 'Directions', `${canary}-three`);
  await write(four.page, of, 'Not reached', `${canary}-four`);
  for (const { page } of all) await expect(page.getByText('Waiting for a signal.')).toBeVisible();

  // the second first, then the first; its answer is lost twice: it was written, and nobody told the phone
  await two.context.setOffline(false);
  await expect.poll(async () => (await logged(request, of)).length, { timeout: 60_000 }).toBe(1);
  let lost = 2;
  await one.context.route('**/graphql', async (route) => {
    if (lost > 0 && route.request().postData()?.includes('LogSheetSave')) { lost--; await route.fetch(); await route.abort('connectionreset'); } else await route.continue();
  });
  await one.context.setOffline(false);
  await expect.poll(async () => (await logged(request, of)).length, { timeout: 60_000 }).toBe(2);
  await one.page.close();
  const again = await one.context.newPage();
  await again.goto('/log');
  await expect(again.getByText('Waiting for a signal.')).toHaveCount(0, { timeout: 60_000 });
  const events = await logged(request, of);
  expect(events.map((e) => e.privateNote).sort()).toEqual([`${canary}-one`, `${canary}-two`]);
  expect(events.filter((e) => e.twin).length, 'the later one is marked').toBe(1);

  // the third phone's session has ended before the signal is back: the text waits, sealed; another person sees none of it and sends none
  await three.context.clearCookies();
  await three.context.setOffline(false);
  await three.page.goto('/log');
  await three.page.waitForURL(/sign-in/u, { timeout: 60_000 });
  await expect.poll(() => everythingKept(three.page)).not.toContain('CryptoKey');
  expect(await everythingKept(three.page)).not.toContain(canary);
  await demoEnter(three.context.request, joseph);
  await three.page.goto('/log');
  await expect(three.page.getByRole('heading', { name: 'Log progress' })).toBeVisible();
  await three.page.waitForTimeout(2000);
  await expect(three.page.getByText(/on this phone/)).toHaveCount(0);
  await expect(three.page.getByText(of.name)).toHaveCount(0);
  expect(await logged(request, of)).toHaveLength(2);
  await demoEnter(three.context.request, grace);
  await three.page.goto('/today');
  await expect.poll(async () => (await logged(request, of)).some((e) => e.privateNote === `${canary}-three`), { timeout: 60_000 }).toBe(true);

  // the fourth was taken from the team meanwhile: refused with a word; her own text can be had, nothing of the case comes
  const { colleagues } = await ask(request, '{ colleagues { id name } }');
  await ask(request, 'mutation($id: ID!, $who: ID!) { setCaseMember(id: $id, personId: $who, cap: 0) { id } }', { id: of.id, who: colleagues.find((c: { name: string }) => c.name === 'Ruth Sedge').id });
  await four.context.setOffline(false);
  await expect(four.page.getByText('Your access to this case has ended.')).toBeVisible({ timeout: 60_000 });
  await expect(four.page.getByText(of.name)).toHaveCount(0);
  await four.page.getByText('Your words').click();
  await expect(four.page.getByText(`${canary}-four`)).toBeVisible();
  await accessible(four.page);
  await four.page.getByRole('button', { name: 'Discard' }).click();
  await expect(four.page.getByText('Your access to this case has ended.')).toHaveCount(0);
  expect(await logged(request, of)).toHaveLength(3);
  for (const { context } of all) await context.close();
});

test('the team says of a possible duplicate that both are one hearing, and takes it back', async ({ page, request }) => {
  const of = await aCase(request);
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Africa/Kampala' }).format(new Date());
  for (const [email, outcome, publicNote] of [[grace, 'adjourned', 'To 14 July'], [ruth, 'heard_reserved', 'On notice']] as const) {
    await demoEnter(request, email);
    await ask(request, 'mutation($input: LogEventInput!) { logEvent(input: $input) { id } }', { input: { id: randomUUID(), legalCaseId: of.id, proceedingId: of.proceeding, type: 'hearing', on: today, outcome, publicNote } });
  }
  const heard = complaints(page);
  await enter(page, 'lawyer', `/cases/${of.id}`);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('possible duplicate')).toBeVisible();
  await expect(timeline.getByText('To 14 July')).toHaveCount(2); // in its entry, and beside the other
  await accessible(page);
  await timeline.getByRole('button', { name: 'Same: keep both texts together' }).click();
  await expect(timeline.getByText('Both texts are kept.')).toBeVisible();
  for (const words of ['To 14 July', 'On notice']) await expect(timeline.getByText(words)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(timeline.getByText('possible duplicate')).toBeVisible();
  await timeline.getByRole('button', { name: 'Not the same' }).click();
  await expect(timeline.getByText('possible duplicate')).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('a signed-out device holds nothing readable: databases, caches and storage are searched', async ({ browser, request }) => {
  test.setTimeout(120_000);
  const of = await aCase(request);
  const { context, page } = await phone(browser, grace);
  await page.goto(`/cases/${of.id}`); // a private page has been open
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CANARY-TITLE');
  const inside = await everythingKept(page);
  for (const word of ['CANARY', of.name, 'Grace Alder', grace]) expect(inside, 'sealed also while signed in').not.toContain(word);
  await context.setOffline(true);
  await page.goto('/log');
  await write(page, of, 'Adjourned', canary);
  await expect(page.getByText('Waiting for a signal.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Adjourned' })).not.toBeChecked();
  await page.getByRole('radio', { name: 'Directions' }).check({ force: true });
  await page.getByLabel(/Private note/).fill(`${canary}-draft`);
  await page.waitForTimeout(300);
  const waiting = await everythingKept(page);
  for (const word of ['CANARY', of.name, 'Grace Alder', grace]) expect(waiting).not.toContain(word);
  await context.setOffline(false);
  await expect.poll(async () => (await logged(request, of)).length, { timeout: 60_000 }).toBe(1);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Waiting for a signal/)).toBeVisible();
  // signing out is possible without a signal too: the server hears of it first when there is one
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'No signal, and nobody is signed in' })).toBeVisible();
  await accessible(page);
  const after = await everythingKept(page);
  for (const word of ['CANARY', of.name, 'Grace Alder', grace, 'CryptoKey']) expect(after).not.toContain(word);
  expect(after, 'the entry that was not sent is there, sealed').toMatch(/"queue:",\["[0-9a-f]{32}\|/u);
  await context.setOffline(false);
  await page.waitForURL(/sign-in/u, { timeout: 60_000 });
  await page.goto('/today');
  await page.waitForURL(/sign-in/u);
  expect(await logged(request, of)).toHaveLength(1);
  await enter(page, 'lawyer');
  await expect.poll(async () => (await logged(request, of)).length, { timeout: 60_000 }).toBe(2);
  await context.close();
});

test('a phone clock two days wrong: the day in court is the server\'s, and the phone says so', async ({ browser, request }) => {
  const of = await aCase(request);
  const { context, page } = await phone(browser, grace);
  const real = new Date();
  await page.clock.install({ time: new Date(real.getTime() + 2 * 86_400_000) });
  await page.goto('/today');
  await ready(page);
  await page.waitForTimeout(1500);
  await page.goto('/log');
  await expect(page.getByText(/This phone’s clock is 2 days ahead/)).toBeVisible();
  await write(page, of, 'Adjourned', 'Wrong clock');
  await expect.poll(async () => (await logged(request, of)).length, { timeout: 60_000 }).toBe(1);
  const { legalCase } = await ask(request, 'query($id: ID!) { legalCase(id: $id) { events { planned on createdAt } } }', { id: of.id });
  const [event] = legalCase.events.filter((e: { planned: boolean }) => !e.planned);
  expect(event.on).toBe(new Intl.DateTimeFormat('sv', { timeZone: 'Africa/Kampala' }).format(real));
  expect(Math.abs(Date.parse(event.createdAt) - Date.now())).toBeLessThan(60_000);
  await context.close();
});

test('an entry that waits can be changed or discarded before it is sent', async ({ browser, request }) => {
  const of = await aCase(request);
  const { context, page } = await phone(browser, grace);
  await context.setOffline(true);
  await page.goto('/log');
  await write(page, of, 'Adjourned', 'First words');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByText('You are changing it.')).toBeVisible();
  await page.getByLabel(/Private note/).fill('Better words');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Waiting for a signal.')).toHaveCount(1);
  await expect(page.getByLabel(/Private note/)).toHaveValue('');
  await write(page, of, 'Directions', 'Not meant');
  await expect(page.getByRole('region', { name: '2 entries on this phone' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).last().click();
  await expect(page.getByRole('region', { name: '1 entry on this phone' })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await logged(request, of)).map((e) => e.privateNote), { timeout: 60_000 }).toEqual(['Better words']);
  await context.close();
});
