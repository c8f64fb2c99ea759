import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import type { Engine } from '../engine/engine.ts'
import type { Damage } from '../engine/find-damage.ts'

/** How many things of each kind are stored for one reader. */
export type StoredCounts = {
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

/** What running the server needs from the store. */
export function instanceStore(engine: Engine) {
  const { reader } = engine
  return {
    /** When this database was created, ISO 8601. */
    async since(): Promise<string> {
      const found = await sql<{ at: string }>`select min(at) as at from schema_version`.execute(reader)
      return nth(found.rows, 0).at
    },
    /** Why writes are refused or soon will be; reading continues as far as possible. Undefined when they aren't. */
    trouble: engine.trouble,
    /** The known damage of the database file; undefined when there is none. */
    damage: (): Damage | undefined => engine.damage?.(),
    /** Checks the database file, at most now and then, after an error that damage may have caused. */
    suspectDamage: (): void => engine.suspectDamage?.(),
    /**
     * Keeps queries planned for the store as it is: counted while it was small, SQLite would go on reading whole tables where an index
     * leads to the few rows that are asked for.
     */
    countAgain: async (): Promise<void> => engine.countAgain?.(),
    async storedCounts(readerId: string): Promise<StoredCounts> {
      const of = (table: string) => sql`(select count(*) from ${sql.table(table)} where reader_id = ${readerId})`
      const found = await sql<StoredCounts>`select
        (select count(*) from reading_mark where reader_id = ${readerId} and is_starred = 1) as starred,
        ${of('saved')} as saved, ${of('follow')} as follows, ${of('mute')} as mutes, ${of('note')} as notes,
        ${of('saved_search')} as searches, ${of('visit')} as visits,
        (select count(*) from correction) as corrections, (select count(*) from story_choice) as choices`.execute(
        reader,
      )
      return { ...nth(found.rows, 0) }
    },

    /** How many entries were published on each day since one (`YYYY-MM-DD`), in order of time, without empty days. */
    async entriesByDay(since: string): Promise<readonly { readonly day: string; readonly count: number }[]> {
      const day = sql<string>`substr(published_at, 1, 10)`
      const found = await sql<{ day: string; count: number }>`
        select ${day} as day, count(*) as count from entry where published_at >= ${since} group by 1 order by 1`.execute(
        reader,
      )
      return found.rows
    },

    ...defined({ copyTo: engine.copyTo }),
  }
}

export type InstanceStore = ReturnType<typeof instanceStore>
