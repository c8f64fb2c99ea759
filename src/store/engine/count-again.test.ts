import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openMigrated } from '../open-store.ts'
import type { Engine } from './engine.ts'

test('a file that was small when it was closed is not read as a small one for long, by whoever has it open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-counts-'))
  const path = join(folder, 'store.db')
  const grow = (engine: Engine, from: number, to: number) =>
    engine.write((tx) =>
      engine.insertMany(
        tx,
        'story_alias',
        Array.from({ length: to - from }, (_, at) => ({ id: `${from + at}`, story_id: 'story' })),
      ),
    )
  const planOf = async ({ reader, isIn }: Engine, columns: string) => {
    // What is only explained does not notice that anything changed, nor does a statement that was prepared before.
    await sql`select 1 from story_alias limit 1`.execute(reader)
    const asked = sql<{
      detail: string
    }>`explain query plan select ${sql.raw(columns)} from story_alias where ${isIn('id', ['7'])}`
    return (await asked.execute(reader)).rows.map(({ detail }) => detail).join('; ')
  }
  try {
    const { engine: small } = await openMigrated(path)
    await grow(small, 0, 2)
    await small.close()
    const { engine } = await openMigrated(path)
    await grow(engine, 2, 400)
    assert.match(await planOf(engine, '*'), /^SCAN/)
    await engine.countAgain?.()
    assert.match(await planOf(engine, 'id, story_id'), /^SEARCH/)
    await engine.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
