import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '../platform/db.ts';
import { type Changed, Events } from '../platform/events.ts';
import { cursorOf, readCursor } from '../platform/page-cursor.ts';
import type { CaseChanged, ChangeConnection, ChangeEntry } from './case-change.entity.ts';
import { LegalCaseService } from './legal-case.service.ts';

/** What changed in a case: looking back for its team, and as it happens for whoever may read it. */
@Injectable()
export class CaseChangeService {
  private readonly judged = new WeakMap<Changed, Map<string, Promise<boolean>>>();
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly events: Events) {}

  /** Newest first. Only who may edit reads the history; any other reader gets an empty one. */
  async page(id: string, first: number, after: string | null): Promise<ChangeConnection> {
    await this.cases.must(id);
    const mark = readCursor(after, 'bigint');
    const rows = await this.db.sql<ChangeEntry>(
      `select v.id::text, v.table_name as "tableName", v.row_id as "rowId", v.op, v.was::text, v.became::text, p.name as actor, v.operator, v.team_only as "teamOnly", v.at
       from audit.row_version v left join app.person p on p.id = v.actor where v.legal_case_id = $1 and ($2::bigint is null or v.id < $2) order by v.id desc limit $3`, [id, mark?.[0] ?? null, first + 1]);
    const nodes = rows.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { endCursor: last ? cursorOf(last.id, '0') : null, hasNextPage: rows.length > first } };
  }

  /** Changes of one case, or of any, while this person may read them: judged anew at every single one. */
  async *live(actor: Actor, id: string | null): AsyncGenerator<CaseChanged> {
    // only who could read it at first is told, by the end of the stream, that this is over: a stranger hears nothing, ever
    const reads = () => this.db.as(actor, async () => Boolean(await this.cases.byId(id ?? ''))).catch(() => false);
    const could = id !== null && (await reads());
    yield* this.events.of(
      (e) => e.c !== null && (id === null || e.c === id),
      (e) => this.once(e, actor, 'hears', () => this.mayHear(actor, e)),
      (e) => ({ id: e.c ?? '', table: e.t, rowId: e.i, kind: e.k ?? 'change' }),
      could ? async (e) => !(await this.once(e, actor, 'reads', reads)) : undefined,
    );
  }
  /** One judgement for all that a session listens with: `question` is asked once of each event. */
  private once(e: Changed, { token }: Actor, question: string, ask: () => Promise<boolean>): Promise<boolean> {
    const answers = this.judged.get(e) ?? new Map<string, Promise<boolean>>();
    this.judged.set(e, answers);
    const key = `${question} ${token}`;
    const answer = answers.get(key) ?? ask();
    answers.set(key, answer);
    return answer;
  }
  private async mayHear(actor: Actor, e: Changed): Promise<boolean> {
    try {
      return await this.db.as(actor, async () => {
        const { notes, edit } = await this.cases.can(e.c ?? '');
        if (e.o) return notes; // the team's alone, also when it was taken away
        // An organisation hears of its own share, never of another's.
        if (e.t === 'case_grant') return edit || (await this.db.sql('select 1 from app.case_grant where id = $1', [e.i])).length > 0;
        return Boolean(await this.cases.byId(e.c ?? ''));
      });
    } catch {
      return false; // in doubt nobody hears; a page reads again when it comes back
    }
  }
}
