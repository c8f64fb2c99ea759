import assert from 'node:assert/strict'
import { hostname } from 'node:os'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at } from './store-fixtures.ts'

const minute = 60_000
const hour = 60 * minute

for (const dialect of dialects)
  describe(`jobs on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())
    beforeEach(async () => {
      for (let jobs = await claimAll(); jobs.length > 0; jobs = await claimAll()) await store.jobs.complete(jobs)
    })

    const claimAll = () => store.jobs.claim('refresh-story', 100, 1, at(1_000_000))
    const enqueue = (key: string, runAt = at()) => store.jobs.enqueue([{ kind: 'refresh-story', key, runAt }])
    const claim = (now = at(), leaseMs = minute) => store.jobs.claim('refresh-story', 100, leaseMs, now)

    test('enqueuing twice is once, at the earlier time', async () => {
      await enqueue('s', at(10))
      await enqueue('s', at(5))
      await enqueue('s', at(20))
      await store.jobs.enqueue([
        { kind: 'refresh-story', key: 'twice', runAt: at(7) },
        { kind: 'refresh-story', key: 'twice', runAt: at(6) },
      ])
      assert.deepEqual(await claim(at(4), hour), [])
      assert.deepEqual(
        (await claim(at(5), hour)).map((job) => job.key),
        ['s'],
      )
      assert.deepEqual(
        (await claim(at(6), hour)).map((job) => job.key),
        ['twice'],
      )
      assert.deepEqual((await store.jobs.counts())['refresh-story'], { waiting: 0, running: 2, failed: 0 })
    })

    test('jobs come in the order of their time, of one kind, up to the limit', async () => {
      for (const [key, runAt] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
      ] as const)
        await enqueue(key, at(runAt))
      await store.jobs.enqueue([{ kind: 'tidy', key: 'tidy', runAt: at() }])
      const first = await store.jobs.claim('refresh-story', 2, minute, at(5))
      assert.deepEqual(
        first.map((job) => job.key),
        ['a', 'b'],
      )
      assert.deepEqual(
        (await claim(at(5))).map((job) => job.key),
        ['c'],
      )
      const tidy = await store.jobs.claim('tidy', 5, minute, at(5))
      assert.deepEqual(
        tidy.map((job) => job.key),
        ['tidy'],
      )
      await store.jobs.complete(tidy)
    })

    test('a lease that runs out gives the job to somebody else, and the late one cannot end it', async () => {
      await enqueue('s')
      const [late] = await claim(at(), minute)
      assert.deepEqual(await claim(at(0.5)), [])
      const [second] = await claim(at(1))
      assert.equal(second?.attempts, 2)
      await store.jobs.complete([late!])
      await store.jobs.fail(late!, 'too late', at(1))
      assert.equal((await store.jobs.counts())['refresh-story'].running, 1)
      await store.jobs.complete([second!])
      assert.equal((await store.jobs.counts())['refresh-story'].running, 0)
    })

    test('what a killed process of this machine had begun is free for the next, but once', async () => {
      await enqueue('s')
      await enqueue('mine')
      assert.equal((await claim(at(), hour)).length, 2)
      // A number that no process can have.
      const dead = `${hostname()}/4194999/another-life`
      await database.execute(`update job set locked_by = '${dead}' where key = 's'`)
      const claimByNext = async (now: string) => {
        const next = await database.open()
        const jobs = await next.jobs.claim('refresh-story', 100, hour, now)
        await next.close()
        return jobs.map(({ key, attempts }) => ({ key, attempts }))
      }
      const isTold = dialect === 'sqlite'
      assert.deepEqual(await claimByNext(at(1)), isTold ? [{ key: 's', attempts: 2 }] : [])
      await database.execute(`update job set locked_by = '${dead}', attempts = 2 where key = 's'`)
      assert.deepEqual(await claimByNext(at(2)), [])
    })

    test('what a process had begun that is silent for long is free for others; of one that lives nothing is', async () => {
      await enqueue('of-silent')
      await enqueue('of-living')
      assert.equal((await claim(at(), hour)).length, 2)
      const silentMs = dialect === 'sqlite' ? 61_000 : 31_000
      for (const [name, beatMs] of [
        ['silent', Date.now() - silentMs],
        ['living', Date.now() - silentMs / 2],
      ] as const) {
        await database.execute(`insert into node (id, machine, pid, roles, serves, version, since, beat_ms)
          values ('other/7/${name}', 'other', 7, 'story', 0, '1', '2026-03-17T08:00:00.000Z', ${beatMs})`)
        await database.execute(`update job set locked_by = 'other/7/${name}' where key = 'of-${name}'`)
      }
      const next = await database.open()
      const jobs = await next.jobs.claim('refresh-story', 100, hour, at(1))
      assert.deepEqual(
        jobs.map(({ key, attempts }) => ({ key, attempts })),
        [{ key: 'of-silent', attempts: 2 }],
      )
      assert.deepEqual(
        (await next.nodes.list()).map(({ id, isGone }) => [id, isGone]),
        [
          ['other/7/living', false],
          ['other/7/silent', true],
        ],
      )
      // What the silent one says of it when it comes back counts for nothing.
      await store.jobs.complete([{ ...jobs[0]!, attempts: 1 }])
      assert.equal((await store.jobs.counts())['refresh-story'].running, 2)
      await next.jobs.complete(jobs)
      await next.close()
      await database.execute('delete from node')
      await database.execute(`delete from job where key = 'of-living'`)
    })

    test('a job asked for while it runs is done once more', async () => {
      await enqueue('s')
      const [running] = await claim()
      await enqueue('s', at(3))
      await enqueue('s', at(2))
      assert.deepEqual(await claim(at()), [])
      await store.jobs.complete([running!])
      assert.deepEqual(await claim(at(1)), [])
      const again = await claim(at(2))
      assert.deepEqual(
        again.map(({ key, attempts }) => ({ key, attempts })),
        [{ key: 's', attempts: 1 }],
      )
    })

    test('a failing job is tried five times, ever later, and then stays for a person to see', async () => {
      await enqueue('s')
      let now = at()
      const waits: number[] = []
      for (let attempt = 1; attempt <= 5; attempt++) {
        const [job] = await claim(now)
        assert.equal(job?.attempts, attempt)
        await store.jobs.fail(job!, `error ${attempt}`, now)
        const [row] = await store.jobs.list(10)
        assert.equal(row?.lastError, `error ${attempt}`)
        if (attempt === 5) break
        waits.push(Date.parse(row!.runAt) - Date.parse(now))
        now = row!.runAt
      }
      assert.deepEqual(waits, [30_000, 120_000, 480_000, 1_920_000])
      assert.deepEqual(await claim(at(1_000_000)), [])
      const [failed] = await store.jobs.list(10)
      assert.equal(failed?.state, 'failed')
      assert.equal(await store.jobs.retryFailed([failed!.id], at()), 1)
      const [job] = await claim()
      assert.equal(job?.attempts, 1)
      await store.jobs.complete([job!])
      assert.deepEqual(await store.jobs.list(10), [])
    })

    test('a job whose worker dies each time ends as failed, not in a loop', async () => {
      await enqueue('deadly')
      for (let attempt = 1; attempt <= 5; attempt++) assert.equal((await claim(at(attempt * 2))).length, 1)
      assert.deepEqual(await claim(at(100)), [])
      const [row] = await store.jobs.list(10)
      assert.equal(row?.state, 'failed')
      assert.match(row?.lastError ?? '', /stopped before/)
      assert.equal(await store.jobs.retryFailed('all', at()), 1)
    })

    test('a job given up is tried again hours later, once at a time and not for ever; one that sends is not', async () => {
      await enqueue('deadly')
      await store.jobs.enqueue([{ kind: 'send', key: 'stale', runAt: at() }])
      for (let attempt = 1; attempt <= 5; attempt++) {
        await claim(at(attempt * 2))
        await store.jobs.claim('send', 1, 1_000, at(attempt * 2))
      }
      await claim(at(100))
      await store.jobs.claim('send', 1, 1_000, at(100))
      const sixHours = 6 * 60
      assert.equal(await store.jobs.retryLater(at(100 + sixHours - 1)), 0)
      let tries = 0
      for (let later = 100 + sixHours; await store.jobs.retryLater(at(later)); later += sixHours + 2) {
        assert.equal((await claim(at(later))).length, 1)
        assert.deepEqual(await claim(at(later + 2)), [], 'only once')
        assert.ok((tries += 1) < 20)
      }
      assert.equal(tries, 8)
      assert.deepEqual(
        (await store.jobs.list(10)).map(({ state }) => state),
        ['failed', 'failed'],
      )
      await store.jobs.retryFailed('all', at())
      await store.jobs.complete([...(await claimAll()), ...(await store.jobs.claim('send', 9, 1, at(1_000_000)))])
    })

    test('a failed job that is asked for again is tried anew', async () => {
      await enqueue('s')
      for (let attempt = 1; attempt <= 5; attempt++) {
        const [job] = await claim(at(attempt * 1_000))
        await store.jobs.fail(job!, 'no', at(attempt * 1_000))
      }
      await enqueue('s', at(9_000))
      assert.deepEqual(
        (await claim(at(9_000))).map(({ attempts }) => attempts),
        [1],
      )
    })

    test('many claimers share the jobs, none gets the same', async () => {
      const other = await database.open()
      const keys = Array.from({ length: 60 }, (_, index) => `job ${index}`)
      await store.jobs.enqueue(keys.map((key) => ({ kind: 'refresh-story', key, runAt: at() })))
      const claimed: string[] = []
      const claimer = async (from: Store) => {
        for (;;) {
          const jobs = await from.jobs.claim('refresh-story', 4, minute, at())
          if (jobs.length === 0) return
          claimed.push(...jobs.map((job) => job.key))
          await from.jobs.complete(jobs)
        }
      }
      await Promise.all([claimer(store), claimer(store), claimer(other), claimer(other)])
      // One claimer may see nothing free while another still writes; what is left is claimed last.
      await claimer(store)
      assert.deepEqual(claimed.toSorted(), keys.toSorted())
    })

    test('what is given back is due at once, as if it had not been tried, and its late end changes nothing', async () => {
      await enqueue('back')
      await enqueue('other')
      const [first, second] = await claim(at(), hour)
      assert.ok(first && second)
      await store.jobs.giveBack([first], at(1))
      await store.jobs.giveBack([], at(1))
      const again = await claim(at(1), hour)
      assert.deepEqual(
        again.map(({ key, attempts }) => [key, attempts]),
        [[first.key, 1]],
      )
      await store.jobs.complete(again)
      await store.jobs.giveBack([first], at(2))
      await store.jobs.fail(first, 'too late', at(2))
      assert.deepEqual(
        (await store.jobs.list(10)).map(({ key, state }) => [key, state]),
        [[second.key, 'running']],
      )
    })

    test('a lease begins anew where it is renewed, and not once somebody else has the job', async () => {
      await enqueue('long')
      const [job] = await claim(at(), 3 * minute)
      assert.equal(await store.jobs.renew(job!, 3 * minute, at(2)), true)
      assert.deepEqual(await claim(at(4)), [])
      const [taken] = await claim(at(6))
      assert.deepEqual([taken?.key, taken?.attempts], ['long', 2])
      assert.equal(await store.jobs.renew(job!, minute, at(6)), false)
      assert.equal(await store.jobs.renew(taken!, minute, at(6)), true)
      await store.jobs.complete([taken!])
      assert.equal(await store.jobs.renew(taken!, minute, at(6)), false)
    })

    test('the wait of the oldest due job of a kind is told in seconds', async () => {
      await enqueue('old', at(1))
      await enqueue('young', at(2))
      await enqueue('later', at(1000))
      assert.deepEqual(await store.jobs.waits(at(3)), { 'refresh-story': 120 })
      assert.deepEqual(await store.jobs.waits(at(0)), {})
    })
  })
