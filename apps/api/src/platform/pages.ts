import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The web client's pages, rendered in this process. Without a build of the client there are none. */
export async function pages(_app: NestFastifyApplication, _dist: string | undefined): Promise<void> {}
