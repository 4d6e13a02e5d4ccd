/** What a command of the host gets: the owner's database address, the data folder, how to speak to the person, and where the server that runs is reached. */
export interface CommandContext { url: string; home: string; origin?: string; say(line: string): void }
/** A command of `npm run amparo`: answers with the exit code. */
export type Command = (args: string[], ctx: CommandContext) => Promise<number>;
