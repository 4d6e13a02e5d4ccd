/** Ends this session. What was begun in this window goes with it, and the page is loaded anew, so nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  forgetDrafts();
  location.assign('/');
}

/** Drafts belong to the person who leaves: the log entry and every form. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key === 'amparo.log' || key.startsWith('amparo.draft.')) sessionStorage.removeItem(key);
}
