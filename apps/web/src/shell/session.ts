/** Ends this session. The page is loaded anew, so nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  location.assign('/');
}
