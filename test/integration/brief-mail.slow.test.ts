import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type PostContext, postDueBriefs } from '../../src/app/background.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { defaultBrief } from '../../src/core/brief-choice.ts'
import { defaultSliders } from '../../src/core/ranking.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { createMailer } from '../../src/delivery/mail.ts'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { getBrief } from '../../src/operations/day/get-brief.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import {
  endBriefMail,
  findBriefReader,
  getBriefSettings,
  makeBriefAddress,
  setBrief,
} from '../../src/operations/day/my-brief.ts'
import { answerLift, getRanking, resetRanking, setRanking } from '../../src/operations/day/ranking.ts'
import { follow, unfollow } from '../../src/operations/library/follow.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { mute, unmute } from '../../src/operations/library/mute.ts'
import { save } from '../../src/operations/library/save.ts'
import { startMailServer } from '../mail-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const texts = [
  [
    'Harbour bridge closed',
    'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.',
  ],
  [
    'Tram strike goes on',
    'Tram drivers of Velmar struck for a second night over shifts. “We want rest between carriages,” said Petra Novak, who leads the union. The company went to court over the depot.',
  ],
] as const

for (const dialect of dialects)
  describe(`the brief of a reader on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let server: Awaited<ReturnType<typeof startMailServer>>
    let post: PostContext
    let clock = Date.parse('2026-03-26T03:00:00Z')
    const logged: string[] = []

    /** The news of an hour, so that there is something to tell. */
    async function takeIn(hour: string) {
      const lines = texts.flatMap(([title, text], story) =>
        ['one', 'two'].map((outlet, index) =>
          JSON.stringify({
            title: `${title}, ${outlet}`,
            outlet: `Outlet ${outlet}`,
            url: `https://${outlet}.example/${story}/${hour}`,
            publishedAt: `${hour}:0${story}:00Z`,
            text: `${text}\nAside ${index} of ${hour}: a baker of street ${index * 7 + story} counted her lost customers and wrote a sign.`,
          }),
        ),
      )
      const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
    }
    const at = (time: string) => {
      clock = Date.parse(time)
      return postDueBriefs(post)
    }
    const subjects = () => server.received.map(({ source }) => /^Subject: (.*)\r$/m.exec(source)?.[1])
    const stateOf = (day: string) => context.operations.store.briefs.stateOf(ownerId, 'day', day)

    before(async () => {
      server = await startMailServer()
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-brief-'))
      const config = { TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }
      const mail = { TWOSOURCE_SMTP_URL: server.url, TWOSOURCE_MAIL_FROM: 'Twosource <news@example.org>' }
      context = await createContext(
        readConfig({ ...config, ...mail }),
        () => {},
        () => new Date((clock += 10)),
      )
      post = {
        operations: context.operations,
        log: (event) => logged.push(event),
        base: 'https://news.example.org',
      }
      await context.operations.store.accounts.setEmail(ownerId, 'reader@example.org')
      await setPreferences.run(context.operations, { preferences: { timeZone: 'Europe/Paris' } })
      await takeIn('2026-03-26T02')
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    })

    test('comes at its hour in the zone of the reader, once, however often the server looks', async () => {
      await setBrief.run(context.operations, { ...defaultBrief, isMailed: true })
      await at('2026-03-26T05:59:00Z')
      assert.equal(server.received.length, 0)
      await Promise.all([at('2026-03-26T06:00:05Z'), postDueBriefs(post)])
      await at('2026-03-26T06:30:00Z')
      await at('2026-03-26T23:59:00Z')
      assert.equal(server.received.length, 1)
      assert.equal(await stateOf('2026-03-26'), 'sent')
      const { source, to } = server.received[0]!
      assert.deepEqual(to, ['reader@example.org'])
      const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n /g, ' ')
      assert.match(head, /^Subject: =\?UTF-8\?Q\?Daily_brief_.*March_26/m)
      assert.match(head, /^List-Unsubscribe: <https:\/\/news\.example\.org\/unsubscribe\/[\w-]{43}>\r?$/m)
      assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
      const settings = await getBriefSettings.run(context.operations, {})
      assert.equal(settings.lastSentAt?.slice(0, 16), '2026-03-26T06:00')
    })

    test('is sent late, and once, when the server slept at the hour', async () => {
      clock = Date.parse('2026-03-27T03:00:00Z')
      await takeIn('2026-03-27T02')
      server.received.length = 0
      await at('2026-03-27T15:00:00Z')
      await at('2026-03-27T15:01:00Z')
      assert.deepEqual([server.received.length, await stateOf('2026-03-27')], [1, 'sent'])
    })

    test('comes at seven by the clock on the day the clock changes', async () => {
      clock = Date.parse('2026-03-29T01:30:00Z')
      await takeIn('2026-03-29T01')
      server.received.length = 0
      await at('2026-03-29T04:59:00Z')
      assert.equal(server.received.length, 0)
      await at('2026-03-29T05:00:05Z')
      assert.equal(server.received.length, 1, 'summer time is two hours ahead')
    })

    test('is not sent again after a crash between handing over and noting it', async () => {
      clock = Date.parse('2026-03-30T03:00:00Z')
      await takeIn('2026-03-30T02')
      server.received.length = 0
      clock = Date.parse('2026-03-30T05:00:05Z')
      // What a program that ends at that point leaves behind: the mail is out, the job runs, the note says it was begun.
      const { store } = context.operations
      await store.briefs.plan(ownerId, 'day', '2026-03-30', new Date(clock).toISOString())
      assert.equal((await store.jobs.claim('send-brief', 1, 60_000, new Date(clock).toISOString())).length, 1)
      assert.ok(await store.briefs.begin(ownerId, 'day', '2026-03-30', new Date(clock).toISOString()))
      for (let minutes = 1; minutes <= 600; minutes += 30)
        await at(new Date(Date.parse('2026-03-30T05:00:05Z') + minutes * 60_000).toISOString())
      assert.deepEqual([server.received.length, await stateOf('2026-03-30')], [0, 'sending'])
      assert.equal((await store.jobs.counts())['send-brief'].waiting, 0)
    })

    test('is tried again where the mail server said no for now, and not where it may have it', async () => {
      clock = Date.parse('2026-03-31T03:00:00Z')
      await takeIn('2026-03-31T02')
      server.received.length = 0
      server.answers.RCPT = '450 later'
      await at('2026-03-31T05:00:05Z')
      assert.deepEqual([server.received.length, await stateOf('2026-03-31')], [0, 'planned'])
      delete server.answers.RCPT
      await at('2026-03-31T05:01:00Z')
      assert.deepEqual([server.received.length, await stateOf('2026-03-31')], [1, 'sent'])

      clock = Date.parse('2026-04-01T03:00:00Z')
      await takeIn('2026-04-01T02')
      server.received.length = 0
      server.answers['.'] = 'silence'
      const impatient = {
        ...context.operations,
        mailer: {
          ...context.operations.mailer,
          isSet: true,
          send: createMailer({ url: server.url, from: 'a@example.org', timeoutMs: 3_000 }).send,
        },
      }
      clock = Date.parse('2026-04-01T05:00:05Z')
      await postDueBriefs({ ...post, operations: impatient })
      delete server.answers['.']
      await at('2026-04-01T06:00:00Z')
      await at('2026-04-01T12:00:00Z')
      assert.deepEqual([server.received.length, await stateOf('2026-04-01')], [1, 'sending'], 'it was handed over once')
      assert.ok(logged.includes('brief-uncertain'))
    })

    test('ends at the address that stands in it', async () => {
      const source = server.received[0]!.source
      const token = /unsubscribe\/([\w-]{43})>/.exec(source)![1]!
      assert.equal(await endBriefMail.run(context.operations, { token: `${token.slice(1)}x` }), undefined)
      assert.equal(await endBriefMail.run(context.operations, { token }), true)
      const { choice } = await getBriefSettings.run(context.operations, {})
      assert.deepEqual([choice.isMailed, choice.hour], [false, 7])
      clock = Date.parse('2026-04-02T03:00:00Z')
      await takeIn('2026-04-02T02')
      server.received.length = 0
      await at('2026-04-02T08:00:00Z')
      assert.equal(server.received.length, 0)
    })

    test('a week comes on Sundays, and a day without news sends nothing', async () => {
      await setBrief.run(context.operations, { ...defaultBrief, isWeekly: true })
      server.received.length = 0
      await at('2026-04-05T05:00:05Z')
      assert.equal(subjects().length, 1)
      await setBrief.run(context.operations, { ...defaultBrief, isMailed: true })
      server.received.length = 0
      await at('2026-04-09T05:00:05Z')
      assert.deepEqual([server.received.length, await stateOf('2026-04-09')], [0, 'empty'])
    })

    test('a secret address leads to its reader, until another is made or the account may not sign in', async () => {
      const { token } = await makeBriefAddress.run(context.operations, {})
      const found = await findBriefReader.run(context.operations, { token })
      assert.deepEqual([found?.id, found?.role], [ownerId, 'guest'])
      assert.equal(JSON.stringify(await context.operations.store.briefs.find(ownerId)).includes(token), false)
      await makeBriefAddress.run(context.operations, {})
      assert.equal(await findBriefReader.run(context.operations, { token }), undefined)
    })

    test('tells what is followed first and why, says what mutes hid, and keeps to the length chosen', async () => {
      clock = Date.parse('2026-04-12T03:00:00Z')
      await takeIn('2026-04-12T02')
      const { operations } = context
      const [, second] = (await getBrief.run(operations, {})).stories
      assert.ok(second)
      await follow.run(operations, { kind: 'story', target: second.id, label: 'My story' })
      const mine = await getBrief.run(operations, {})
      assert.deepEqual([mine.stories[0]?.id, mine.stories[0]?.followedAs], [second.id, ['My story']])
      assert.match(mine.stories[0]?.documents[mine.stories[0].points[0]!.citation.documentId]?.url ?? '', /^https:/)
      await setBrief.run(operations, { ...defaultBrief, stories: 1 })
      assert.equal((await getBrief.run(operations, {})).stories.length, 1)
      const muted = await mute.run(operations, { kind: 'word', target: 'tram', label: 'tram', period: 'week' })
      const sifted = await getBrief.run(operations, {})
      assert.ok((sifted.hidden?.total ?? 0) > 0)
      await unmute.run(operations, { id: muted.id })
      await setBrief.run(operations, { ...defaultBrief, languages: ['fr'] })
      const french = await getBrief.run(operations, {})
      assert.deepEqual([french.stories.length, french.otherLanguageCount > 0], [0, true])
      await setBrief.run(operations, { ...defaultBrief, isOnlyNew: true })
      const since = new Date(clock).toISOString()
      const nothingNew = await getBrief.run(operations, { since })
      assert.deepEqual([nothingNew.stories.length, nothingNew.unchangedCount > 0], [0, true])
      await unfollow.run(operations, { kind: 'story', target: second.id })
      await setBrief.run(operations, defaultBrief)
    })

    test('the news is weighed as the reader says, and what is suggested applies only when accepted', async () => {
      const { operations } = context
      const order = async () => (await getToday.run(operations, {})).stories.map(({ id }) => id)
      const standing = await order()
      const sliders = { reports: 100, newness: 100, follows: 100, sources: 0, differs: 0, suggests: true }
      await setRanking.run(operations, { sliders, lifts: [] })
      assert.deepEqual(await order(), standing, 'the order that stands by itself')
      const [first] = standing
      const lowered = (await operations.store.stories.findOutlines([first!]))[0]!
      const target = String(lowered.outline.mainEntityIds[0])
      const other = (await operations.store.stories.findOutlines([standing[1]!]))[0]!
      assert.ok(!other.outline.mainEntityIds.some((id) => id === target), 'only the first is about it')
      const lifts = [{ kind: 'entity', target, weight: -100 } as const]
      // What is raised or lowered by hand is kept under its own name; a name that is no field of the page is none that is tried.
      await setRanking.run(operations, { sliders, lifts: [{ ...lifts[0]!, weight: -10 }] })
      const tried = await getRanking.run(operations, { tried: sliders, triedLifts: lifts })
      assert.deepEqual([tried.isTried, tried.first[1]?.id, tried.first[1]?.standingPlace], [true, first, 1])
      await setRanking.run(operations, { sliders, lifts })
      assert.equal((await order())[1], first, 'lowered, it stands second')
      await operations.store.rankings.removeLift(ownerId, 'entity', target)

      clock = Date.parse('2026-04-20T03:00:00Z')
      await takeIn('2026-04-20T02')
      const until = new Date(clock).toISOString()
      const all = await operations.store.stories.listOutlines({ from: '2026-03-01T00:00:00.000Z', until })
      for (const { id } of all) await save.run(operations, { kind: 'story', target: id })
      const { suggestions } = await getRanking.run(operations, {})
      assert.ok(suggestions.length > 1, `of ${all.length} stories`)
      assert.deepEqual(await operations.store.rankings.listLifts(ownerId), [], 'a suggestion does nothing by itself')
      const [accepted, declined] = suggestions
      await answerLift.run(operations, { ...accepted!, answer: 'accept' })
      await answerLift.run(operations, { ...declined!, answer: 'decline' })
      const kept = await operations.store.rankings.listLifts(ownerId)
      const weights = new Map(kept.map((lift) => [lift.target, [lift.weight, lift.why]]))
      assert.deepEqual(weights.get(accepted!.target), [50, `saved:${accepted!.savedCount}`])
      assert.deepEqual(weights.get(declined!.target), [0, `saved:${declined!.savedCount}`])
      const again = (await getRanking.run(operations, {})).suggestions.map((each) => each.target)
      assert.ok(!again.includes(accepted!.target) && !again.includes(declined!.target), 'neither is asked again')
      assert.equal(await answerLift.run(operations, { ...accepted!, answer: 'remove' }), true)
      const quiet = { ...sliders, suggests: false }
      await setRanking.run(operations, { sliders: quiet, lifts: [] })
      assert.deepEqual((await getRanking.run(operations, {})).suggestions, [], 'none unless asked for')
      await setRanking.run(operations, { sliders: { ...quiet, reports: 0 }, lifts: [] })
      await resetRanking.run(operations, {})
      assert.deepEqual((await getRanking.run(operations, {})).sliders, defaultSliders)
      assert.deepEqual(await operations.store.rankings.listLifts(ownerId), [])
    })

    test('what one reader chose is not what another has', async () => {
      const other = { ...context.operations, reader: { id: 'reader-2', name: 'Two', role: 'reader' as const } }
      await setBrief.run(other, { ...defaultBrief, hour: 20 })
      assert.equal((await getBriefSettings.run(context.operations, {})).choice.hour, 7)
      assert.equal((await getBriefSettings.run(other, {})).choice.hour, 20)
    })
  })
