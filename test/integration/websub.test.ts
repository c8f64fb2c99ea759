import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedId } from '../../src/core/ids.ts'
import type { HubPersona } from '../hub-server.ts'
import { dialects, skipReason } from './databases.ts'
import { openWebsubInstance, type WebsubInstance } from './websub-instance.ts'

const day = 24 * 3_600_000
/** Feeds are looked at, and each has one more entry, so often. */
const stepHours = 6
const steps = (10 * 24) / stepHours

/** What hubs do, and whether they are relied on. */
const personas: Readonly<Record<string, HubPersona & { readonly isReliedOn: boolean; readonly what: string }>> = {
  good: { isReliedOn: true, what: 'does all as it should' },
  quick: { isReliedOn: true, verifies: 'before-it-answers', what: 'asks back before it has answered' },
  short: { isReliedOn: true, leaseSeconds: '172800', what: 'gives two days' },
  old: { isReliedOn: true, signs: 'sha1', what: 'signs by SHA-1' },
  strong: { isReliedOn: true, signs: 'sha512', what: 'signs by SHA-512' },
  long: { isReliedOn: true, leaseSeconds: '315360000', what: 'gives ten years' },
  denies: { isReliedOn: false, denies: true, what: 'says no' },
  other: { isReliedOn: false, verifies: 'with-another-topic', what: 'asks back about another topic' },
  wrong: { isReliedOn: false, verifies: 'with-another-mode', what: 'asks back for another mode' },
  never: { isReliedOn: false, verifies: 'never', what: 'never asks back' },
  broken: { isReliedOn: false, status: 500, what: 'answers 500' },
  refuses: { isReliedOn: false, status: 403, what: 'refuses' },
  second: { isReliedOn: false, leaseSeconds: '1', what: 'gives one second' },
  odd: { isReliedOn: false, leaseSeconds: '-5', what: 'gives what is no time' },
  forged: { isReliedOn: false, signs: 'with-another-secret', what: 'signs with another secret' },
  unsigned: { isReliedOn: false, signs: 'nothing', what: 'does not sign' },
}

for (const dialect of dialects)
  describe(`hubs on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let instance: WebsubInstance
    const ids = new Map<string, FeedId>()
    let pushed = new Map<string, (number | undefined)[]>()

    before(async () => {
      instance = await openWebsubInstance(dialect, personas)
      const names = Object.keys(personas)
      for (const name of names) instance.publish(name, `${name}-0`)
      const added = await instance.add(...names)
      names.forEach((name, index) => void ids.set(name, added[index]!))
      pushed = new Map(names.map((name) => [name, []]))
      await instance.settle()
      for (let step = 1; step <= steps; step++) {
        instance.pass(stepHours)
        for (const name of names) {
          instance.publish(name, `${name}-${step}`)
          // Of each two one has all of the feed, the other its news alone; every third comes twice.
          const document = step % 2 === 0 ? instance.documentOf(name) : instance.documentOf(name, [`${name}-${step}`])
          pushed.get(name)!.push(await instance.hub.send(name, document))
          if (step % 3 === 0) await instance.hub.send(name, document)
        }
        await instance.settle()
      }
    })
    after(() => instance.close())

    test('lose no entry and bring none twice, whatever they do', async () => {
      for (const [name, id] of ids) {
        const wanted = Array.from({ length: steps + 1 }, (_, step) => `${name}-${step}`)
        const keys = await instance.keys(id)
        assert.deepEqual(keys.toSorted(), wanted.toSorted(), name)
        assert.equal((await instance.feed(id)).entryCount, steps + 1, name)
      }
    })

    for (const [name, { isReliedOn, what }] of Object.entries(personas))
      test(`one that ${what} is ${isReliedOn ? '' : 'not '}relied on`, async (t) => {
        const feed = await instance.feed(ids.get(name)!)
        const lately = instance.polls(name).filter((at) => Date.parse(at) >= Date.parse(instance.iso()) - 5 * day)
        t.diagnostic(
          `polled ${lately.length} times in the last five days, asked ${instance.hub.asked(name).length} times`,
        )
        const wait = Date.parse(feed.nextPollAt!) - Date.parse(feed.lastPolledAt!)
        if (isReliedOn) {
          assert.ok(lately.length >= 4 && lately.length <= 6, `${lately.length} polls in five days`)
          assert.ok(wait >= day, `${wait}`)
          assert.equal(feed.hub?.host, new URL(instance.hub.address).host)
          assert.ok(feed.hub.until > instance.iso())
        } else {
          assert.ok(lately.length > 10, `${lately.length} polls in five days`)
          assert.ok(wait < day, `${wait}`)
        }
        assert.equal(feed.lastError, undefined)
      })

    test('are asked anew before their time ends, for a while at a time, and left alone where they fail', () => {
      const counts = Object.fromEntries([...ids.keys()].map((name) => [name, instance.hub.asked(name).length]))
      assert.equal(counts.good, 2, JSON.stringify(counts))
      assert.ok(counts.short! >= 5 && counts.short! <= 7, JSON.stringify(counts))
      assert.equal(counts.long, 1)
      assert.equal(counts.denies, 1)
      assert.equal(counts.refuses, 2)
      for (const name of ['never', 'broken', 'other', 'wrong', 'second', 'odd'])
        assert.ok(counts[name]! >= 3 && counts[name]! <= 9, `${name} ${JSON.stringify(counts)}`)
      for (const asked of instance.hub.asked('good')) {
        assert.equal(asked['hub.mode'], 'subscribe')
        assert.equal(asked['hub.topic'], instance.topicOf('good'))
        assert.equal(asked['hub.lease_seconds'], '864000')
        assert.match(asked['hub.callback']!, new RegExp(`^${instance.base}/websub/[\\w-]{43}$`))
        assert.match(asked['hub.secret']!, /^[\w-]{43}$/)
      }
      const [good] = instance.hub.asked('good')
      const [quick] = instance.hub.asked('quick')
      assert.notEqual(good!['hub.secret'], quick!['hub.secret'])
      assert.notEqual(good!['hub.callback'], quick!['hub.callback'])
      assert.notEqual(good!['hub.secret'], good!['hub.callback']!.slice(-43))
    })

    test('are told nothing of whether a signature held', () => {
      for (const name of ['good', 'forged', 'unsigned'])
        assert.deepEqual(new Set(pushed.get(name)), new Set([202]), name)
      assert.equal(instance.logged.filter((line) => line.startsWith('push-ignored')).length >= 2 * steps, true)
      for (const line of instance.logged) assert.doesNotMatch(line, /\/websub\/|secret/)
    })

    test('are answered in bytes that no browser shows', () => {
      const [first] = instance.hub.answers('good')
      assert.deepEqual(first, { status: 200, body: 'challenge-good', type: 'application/octet-stream' })
      for (const name of ['other', 'wrong', 'second', 'odd'])
        assert.equal(instance.hub.answers(name)[0]?.status, 404, name)
    })
  })
