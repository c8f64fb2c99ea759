import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inOneProcess } from '../../src/pipeline/pipeline.ts'
import type { Store } from '../../src/store/store.ts'
import { until } from '../until.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const holder = new URL('./lane-holder.ts', import.meta.url).pathname

for (const dialect of dialects)
  describe(`lanes on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let one: Store
    let other: Store
    before(async () => {
      database = await makeDatabase(dialect)
      one = await database.open()
      other = await database.open()
    })
    after(() => database.remove())

    test('two with work all the time have turns, and neither is kept out', async () => {
      let isOver = false
      const done = new Map<Store, number>([one, other].map((store) => [store, 0]))
      const turns: Store[] = []
      const work = async (store: Store) => {
        while (!isOver)
          await store.stories.exclusive('busy', async () => {
            await store.stories.mustStillHold()
            done.set(store, done.get(store)! + 1)
            if (turns.at(-1) !== store) turns.push(store)
            // Bounded also where one machine does everything at once.
            isOver ||= turns.length >= 7 || Math.max(...done.values()) > 100_000
          })
      }
      await Promise.all([work(one), work(one), work(other), work(other)])
      assert.ok(turns.length >= 7, `${turns.length} turns`)
      for (const count of done.values()) assert.ok(count > 0)
    })

    test('who has all the work and nobody waiting keeps the lane', async () => {
      const fenceOf = () => one.stories.exclusive('alone', async () => {})
      await fenceOf()
      const before = await fence(database, one, 'alone')
      for (let i = 0; i < 20; i++) await one.stories.exclusive('alone', () => one.stories.mustStillHold())
      // A machine with much else to do may pause so long between two that the lane is given back.
      assert.ok((await fence(database, one, 'alone')) - before < 10)
    })

    test('several lanes are held at once, in whatever order they are named, and each is given back', async () => {
      const order: string[] = []
      const both = (store: Store, lanes: readonly string[], name: string) =>
        store.stories.exclusive(lanes, async () => {
          order.push(`${name} begins`)
          await store.stories.mustStillHold()
          await sleep(5)
          order.push(`${name} ends`)
        })
      await Promise.all([
        both(one, ['a', 'b'], 'first'),
        both(other, ['b', 'a', 'b'], 'second'),
        both(one, ['b'], 'third'),
        both(other, ['a'], 'fourth'),
      ])
      const of = (...names: readonly string[]) => order.filter((line) => names.some((name) => line.startsWith(name)))
      for (const pair of [
        ['first', 'second'],
        ['first', 'third'],
        ['first', 'fourth'],
        ['second', 'third'],
        ['second', 'fourth'],
      ])
        assert.deepEqual(
          of(...pair).map((line) => line.split(' ')[1]),
          ['begins', 'ends', 'begins', 'ends'],
          pair.join(),
        )
      await one.stories.exclusive('a', () => other.stories.exclusive('b', async () => {}))
    })

    test('what is written in several lanes is refused when one of them was lost', async () => {
      const late = one.stories.exclusive(['kept', 'lost'], async () => {
        await database.execute(
          `update lane set holder = 'thief', fence = fence + 1, expires_ms = 0 where name = 'kept'`,
        )
        await one.stories.mustStillHold()
      })
      await assert.rejects(late, { name: 'LaneLostError', message: /"kept"/ })
      assert.equal(await other.stories.exclusive(['lost', 'kept'], async () => 'free'), 'free')
    })

    test('who wants a lane only if it is free is told at once that it is not, and has it when it is', async () => {
      const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
      const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
      const first = one.stories.ifFree('rare', async () => {
        await one.stories.mustStillHold()
        hold()
        await isOver
        return 'first'
      })
      await isHeld
      const never = async () => assert.fail('Two were in the lane')
      assert.deepEqual(await one.stories.ifFree('rare', never), { kind: 'busy' })
      assert.deepEqual(await other.stories.ifFree('rare', never), { kind: 'busy' })
      end()
      assert.deepEqual(await first, { kind: 'done', result: 'first' })
      await until('it is given back', async () => (await other.stories.ifFree('rare', async () => {})).kind === 'done')
    })

    test('what one process does the others do not do beside it, and after it they look for what is left', async () => {
      const signal = new AbortController().signal
      const left = new Set(['a', 'b', 'c', 'd', 'e', 'f'])
      const done: string[] = []
      const work = async () => {
        for (const what of [...left]) {
          await sleep(5)
          done.push(what)
          left.delete(what)
        }
      }
      const options = { signal, lookMs: 20 }
      await Promise.all([one, other, one].map((store) => inOneProcess(store, 'letters', work, options)))
      assert.deepEqual(done, ['a', 'b', 'c', 'd', 'e', 'f'])
    })

    test('a lane whose holder was killed goes to somebody else', async () => {
      const child = spawn(process.execPath, [holder, database.url, database.schema ?? '', 'killed'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      child.kill('SIGKILL')
      await once(child, 'close')
      const taken = await other.stories.ifFree('killed', async () => 'taken')
      assert.deepEqual(taken, { kind: 'done', result: 'taken' })
      assert.equal(await one.stories.exclusive('killed', async () => 'taken'), 'taken')
    })
  })

/** How often a lane was taken. */
async function fence(database: TestDatabase, store: Store, lane: string): Promise<number> {
  await database.execute(`insert into repair_mark (lane, sequence) select 'fence', fence from lane where name = '${lane}'
    on conflict (lane) do update set sequence = excluded.sequence`)
  return (await store.stories.repairMarks()).get('fence') ?? 0
}
