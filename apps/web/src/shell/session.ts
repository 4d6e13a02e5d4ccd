/** Ends this session. What was begun in this window goes with it, and the page is loaded anew, so nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  forgetDrafts();
  const device = await import('../offline/device.ts');
  await device.forgetDraft();
  await device.leaveDevice();
  location.assign((await device.endSession()) ? '/' : '/log'); // without a signal the Log says that nobody is signed in
}

/** Drafts belong to the person who leaves: the log entry and every form. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key === 'amparo.log' || key.startsWith('amparo.draft.')) sessionStorage.removeItem(key);
}
