import { isCode } from '@amparo/domain';
import { TriggerBasis } from '@amparo/domain/deadlines';
import { type CaseFacts, type ForumQuestion, type Lane, type LibraryDecision, shippedForums } from '@amparo/domain/forums';
import { Injectable } from '@nestjs/common';
import type { LegalCase } from '../cases/legal-case.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { DeadlineService } from '../deadlines/deadline.service.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';

interface DayRow { proceedingId: string; kind: 'decided' | 'reported' | 'served'; on: string; basis: string | null }
/** Which day of a decision time is counted from first, where it has several. */
const first = ['pronounced', 'dated', 'signed', 'published'];
const rank = ({ kind, basis }: DayRow) => (kind === 'decided' ? 0 : 10) + (first.indexOf(basis ?? '') + 1 || first.length + 1);

/** Gathers what the chooser is told of a case: lanes, links, days of decision and service, deadlines, and the library's decisions of the courts in question. */
@Injectable()
export class ForumFactsService {
  constructor(private readonly db: Db, private readonly proceedings: ProceedingService, private readonly courts: CourtService, private readonly deadlines: DeadlineService, private readonly clock: Clock) {}

  async of(legalCase: LegalCase, { filedOn = null, actOn = null }: ForumQuestion): Promise<CaseFacts> {
    const { id } = legalCase;
    const [proceedings, links, days, kept] = await Promise.all([this.proceedings.ofCase(id), this.proceedings.links(id), this.days(id), this.deadlines.ofCase(id, 200)]);
    const lanes: Lane[] = [];
    for (const { id: proceedingId, courtId, status, openedOn, closedOn } of proceedings) {
      const court = await this.courts.byId(courtId);
      if (!court) continue; // a court of the library that is gone leaves its lane without a forum
      const parent = court.parentId ? await this.courts.byId(court.parentId) : undefined;
      const own = days.filter((row) => row.proceedingId === proceedingId);
      const decided = own.filter(({ kind }) => kind !== 'served').sort((a, b) => rank(a) - rank(b))[0];
      const basis = decided?.basis ?? null;
      lanes.push({
        id: proceedingId, court: court.slug, courtName: court.name, country: court.country, level: court.level, parent: parent?.slug ?? null, parentName: parent?.name ?? null, status, openedOn,
        decidedOn: decided?.on ?? closedOn, decidedBasis: basis !== null && isCode(TriggerBasis, basis) ? basis : null, servedOn: own.find(({ kind }) => kind === 'served')?.on ?? null,
      });
    }
    const slugs = [...new Set([...lanes.map(({ court }) => court), ...shippedForums.forums.map((forum) => forum.court ?? forum.id)])];
    return {
      states: legalCase.countries, lanes, links, filedOn: filedOn ?? null, actOn: actOn ?? null, now: this.clock.now().toISOString(), library: await this.library(slugs),
      deadlines: kept.flatMap((d) => (d.ruleId === null ? [] : [{ id: d.id, ruleId: d.ruleId, latestOn: d.latestOn, status: this.deadlines.statusOf(d), confirmedName: d.confirmedName, firm: d.confirmedOn !== null || d.computed.byRule !== undefined }])),
    };
  }

  /**
   * Days of decision and of service in each proceeding: of decisions on file first, else as logged. Where a decision ended the matter there, no later
   * ruling beside it (on costs, say) starts time anew.
   */
  private days(id: string): Promise<DayRow[]> {
    return this.db.sql<DayRow>(`
      with d as (
        select d.id, d.dates, dp.proceeding_id, d.kind = 'judgment' or exists (select from app.disposition o where o.decision_id = d.id and o.proceeding_id = dp.proceeding_id) as ends
          from app.decision d join app.decision_proceeding dp on dp.decision_id = d.id where d.legal_case_id = $1 and d.kind <> 'interim_order')
      select d.proceeding_id as "proceedingId", 'decided' as kind, x ->> 'on' as "on", x ->> 'basis' as basis
        from d cross join jsonb_array_elements(d.dates) x where d.ends or not exists (select from d f where f.proceeding_id = d.proceeding_id and f.ends)
      union all
      select e.proceeding_id, case e.type when 'service' then 'served' else 'reported' end, e.on_edtf, e.basis from app.proc_event e
        where e.legal_case_id = $1 and e.proceeding_id is not null and not e.planned and e.type in ('judgment', 'service') order by 3 desc`, [id]);
  }
  private library(slugs: string[]): Promise<LibraryDecision[]> {
    return this.db.sql<LibraryDecision>(`select p.slug, p.short_name as name, c.slug as court, p.result, p.filed_edtf as "filedOn", p.decided_edtf as "decidedOn"
      from app.precedent p join app.court c on c.id = p.court_id where c.slug = any ($1) order by p.decided_key desc, p.slug`, [slugs]);
  }
}
