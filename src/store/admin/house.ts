import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import type { Damage } from '../engine/find-damage.ts'
import type { StoreTrouble } from '../store-errors.ts'

/** How many of each thing are kept of one reader. */
export type KeptCounts = {
  readonly starred: number
  readonly saved: number
  readonly follows: number
  readonly mutes: number
  readonly notes: number
  readonly searches: number
  readonly visits: number
  readonly corrections: number
  readonly choices: number
}

/** What running the house asks of the store. */
export type HouseStore = {
  kept(readerId: string): Promise<KeptCounts>
  /** How many entries were published on each day since one (`YYYY-MM-DD`), in order of time; days without any are left out. */
  entriesByDay(since: string): Promise<readonly { readonly day: string; readonly count: number }[]>
  /** When these data were begun: ISO 8601. */
  since(): Promise<string>
  /** Why writes are refused, or soon will be; reading goes on as far as it can. Undefined when they are not. */
  trouble(): StoreTrouble | undefined
  /** What of the database file is damaged, as far as it is known; undefined where nothing is. */
  damage(): Damage | undefined
  /** Looks the database file over, now and then, after something went wrong for which damage may be the reason. */
  suspectDamage(): void
  /**
   * Writes a consistent copy of the whole database to a file that is not there yet, while everything goes on. Absent where the
   * server has a better way of its own (PostgreSQL: pg_dump).
   */
  readonly copyTo?: (path: string) => Promise<void>
}

/** The house's questions over a database. */
export function houseStore(engine: Engine): HouseStore {
  const { reader } = engine
  return {
    async since() {
      const found = await sql<{ at: string }>`select min(at) as at from schema_version`.execute(reader)
      return found.rows[0]!.at
    },
    trouble: engine.trouble,
    damage: () => engine.damage?.(),
    suspectDamage: () => engine.suspectDamage?.(),
    async kept(readerId) {
      const of = (table: string) => sql`(select count(*) from ${sql.table(table)} where reader_id = ${readerId})`
      const found = await sql<KeptCounts>`select
        (select count(*) from reading_mark where reader_id = ${readerId} and is_starred = 1) as starred,
        ${of('saved')} as saved, ${of('follow')} as follows, ${of('mute')} as mutes, ${of('note')} as notes,
        ${of('saved_search')} as searches, ${of('visit')} as visits,
        (select count(*) from correction) as corrections, (select count(*) from story_choice) as choices`.execute(
        reader,
      )
      return { ...found.rows[0]! }
    },

    async entriesByDay(since) {
      const day = sql<string>`substr(published_at, 1, 10)`
      const found = await sql<{ day: string; count: number }>`
        select ${day} as day, count(*) as count from entry where published_at >= ${since} group by 1 order by 1`.execute(
        reader,
      )
      return found.rows
    },

    ...(engine.copyTo && { copyTo: engine.copyTo }),
  }
}
