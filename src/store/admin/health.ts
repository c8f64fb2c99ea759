import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import type { Engine } from '../engine/engine.ts'
import { migrations } from '../migrations/all.ts'
import type { CheckOptions, StoreCheck } from '../store-status.ts'

/** Checks that the database answers, and what it contains. Never throws: `detail` says what is wrong. */
export async function checkStore(
  engine: Engine,
  schemaVersion: number,
  { isDeep = false, isWhole = isDeep }: CheckOptions = {},
): Promise<StoreCheck> {
  const nothing = { feeds: 0, entries: 0, articles: 0, stories: 0 }
  try {
    // Nothing is known here of the shape of data that a newer program has changed.
    const isKnown = schemaVersion === migrations.at(-1)?.version
    const damage = await engine.findDamage(isDeep ? 'all' : isWhole ? 'some' : 'none')
    const gaps = !damage && isWhole && isKnown ? await engine.findGaps?.(schemaVersion) : undefined
    const counted = await countStored(engine)
    return {
      isOk: !damage && !gaps,
      detail: damage || gaps || (isDeep ? 'Every page was read and is sound.' : 'The database answers.'),
      schemaVersion,
      sizeBytes: await engine.sizeBytes(),
      counts: counted,
      ...namedDamage(engine),
      ...defined({ readDatabase: engine.checkReplica && (await engine.checkReplica()) }),
    }
  } catch (error) {
    const detail = `The database does not answer: ${error instanceof Error ? error.message : String(error)}`
    return { isOk: false, detail, schemaVersion, sizeBytes: 0, counts: nothing, ...namedDamage(engine) }
  }
}

function namedDamage(engine: Engine): Pick<StoreCheck, 'damage'> {
  const damage = engine.damage?.()
  return damage ? { damage } : {}
}

/** Counts what is stored. */
export async function countStored({ reader }: Engine): Promise<StoreCheck['counts']> {
  const counted = await sql<StoreCheck['counts']>`select
      (select count(*) from feed) as feeds, (select coalesce(sum(entry_count), 0) from feed) as entries,
      (select count(*) from article) as articles, (select count(*) from story) as stories`.execute(reader)
  return { ...nth(counted.rows, 0) }
}
