import type { Command } from './platform/command.ts';

/** A command of `npm run amparo`. Its handler is loaded only when it is asked for. */
export interface CommandEntry { name: string; takes: string; about: string; load(): Promise<Command> }

/** All commands that work on the database; `reset` and `help` need none and live in libs/tooling/amparo.mjs. */
export const commands: CommandEntry[] = [
  { name: 'sign-in-link', takes: 'EMAIL', about: 'prints a one-time link with which this person signs in', load: async () => (await import('./people/sign-in-link.ts')).signInLink },
  { name: 'confirm-member', takes: 'EMAIL', about: 'vouches for a newcomer, where no second person can do so yet', load: async () => (await import('./people/confirm-member.ts')).confirmMember },
  { name: 'import precedents', takes: 'FILE [--courts FILE] [--systems FILE] [--dry-run] [--report OUT.json]', about: 'loads precedents into the reference library; a faulty record is refused alone', load: async () => (await import('./library/library.import.ts')).importLibrary },
  { name: 'export library', takes: 'DIR', about: 'writes the reference library as the four files it came from', load: async () => (await import('./library/library.export.ts')).exportLibrary },
];

/** Which command these words ask for, and what remains of them. */
export function commandFor(words: string[]): { entry: CommandEntry; rest: string[] } | undefined {
  for (const entry of commands) {
    const name = entry.name.split(' ');
    if (name.every((w, i) => words[i] === w)) return { entry, rest: words.slice(name.length) };
  }
  return undefined;
}
