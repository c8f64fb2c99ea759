import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { addArticle } from '../../src/operations/articles/add-article.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { serve } from '../loopback-server.ts'
import { type Dialect, dialects, makeDatabase, skipReason } from './databases.ts'

const filler = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>The crane was looked at by the council on its ${at + 1}th day of talks, and nobody who was there said that it would be cheap to mend.</p>`,
).join('')
const honest = `<p>“The crane will stand again by May,” mayor Anna Holm said on Monday.</p>${filler}`
const forged = `<p>“I took the money and I am not sorry,” mayor Anna Holm said on Monday.</p>${filler}`

type Instance = Awaited<ReturnType<typeof openInstance>>

/** An instance with outlets on loopback, each its own host by its port: those of one test are nobody's of another. */
async function openInstance(dialect: Dialect) {
  let clock = Date.parse('2026-03-10T12:00:00Z')
  const database = await makeDatabase(dialect)
  const folder = mkdtempSync(join(tmpdir(), 'twosource-whose-'))
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATA: folder,
      TWOSOURCE_DATABASE: database.url,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      TWOSOURCE_ANALYSIS_THREADS: '1',
    }),
    () => {},
    () => new Date(clock),
  )
  const { store } = context.operations
  const outlet = async () => {
    const answers = new Map<string, string>()
    const origin = await serve((request, response) => {
      const answer = answers.get(request.url ?? '')
      const type = answer?.startsWith('<rss') ? 'application/rss+xml' : 'text/html'
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': type }).end(answer)
    })
    return { origin, answers }
  }
  type Outlet = Awaited<ReturnType<typeof outlet>>
  return {
    outlet,
    /** The outlet delivers one entry for an address, whoever's that is, and the instance reads it. */
    async delivers({ origin, answers }: Outlet, name: string, link: string, title: string, text: string) {
      answers.set(
        '/feed',
        `<rss version="2.0"><channel><title>${name}</title><link>${origin}/</link><item><guid>1</guid><title>${title}</title><link>${link}</link><description><![CDATA[${text}]]></description></item></channel></rss>`,
      )
      await addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}/feed` }))
      await context.pipeline.runOnce()
      clock += 1_800_000
    },
    page: ({ answers }: Outlet, path: string, text: string, head = '') =>
      answers.set(
        path,
        `<!doctype html><html lang="en"><head><title>Crane falls in Sandvik</title>${head}</head><body><article><h1>Crane falls in Sandvik</h1>${text}</article></body></html>`,
      ),
    /** The outlet’s feed, of whatever it says there, is subscribed to and read. */
    async reads({ origin, answers }: Outlet, feed: string) {
      answers.set('/feed', feed)
      await addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}/feed` }))
      await context.pipeline.runOnce()
      clock += 1_800_000
    },
    /** Writes down a source as an earlier release had it. */
    async forget(name: string, before: string, homeUrl: string) {
      await database.execute(`update source set name = '${before}', home_url = '${homeUrl}' where name = '${name}'`)
    },
    async again() {
      clock += 86_400_000
      await store.feeds.pollNow('all', new Date(clock).toISOString())
      await context.pipeline.runOnce()
    },
    sources: async () => (await store.feeds.listSources('owner')).map(({ name, homeUrl }) => [name, homeUrl] as const),
    /** What a reader who saves an address has of it. */
    async save(url: string) {
      const saved = await addArticle.run(context.operations, addArticle.input.parse({ url }))
      assert.ok(saved.kind === 'saved', JSON.stringify(saved))
      return (await store.articles.find(saved.articleId))?.document.text ?? ''
    },
    /** By source, the articles at the addresses of an outlet: what each says first, and how many texts it had. */
    async articles({ origin }: Outlet) {
      const stored = await store.articles.listNewest(100)
      return stored
        .filter(({ article }) => article.url.startsWith(`${origin}/`))
        .map(({ source, document, revisions }) => [source.name, document.text.slice(0, 8), revisions.length] as const)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
    },
    async close() {
      await context[Symbol.asyncDispose]()
      await database.remove()
      rmSync(folder, { recursive: true })
    },
  }
}

for (const dialect of dialects)
  describe(`whose article on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let instance: Instance
    before(async () => {
      instance = await openInstance(dialect)
    })
    after(() => instance.close())
    const inHouse = (name: string, run: (instance: Instance) => Promise<void>) => test(name, () => run(instance))

    inHouse('a feed that names the page of another outlet does not become its source', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      instance.page(real, '/crane', honest)
      await instance.delivers(real, 'Real 1', `${real.origin}/crane`, 'Crane falls', honest)
      await instance.delivers(other, 'Other 1', `${real.origin}/crane`, 'Mayor admits theft', forged)
      assert.deepEqual(await instance.articles(real), [['Real 1', '“The cra', 1]])
    })

    inHouse(
      'a feed puts no words of its own into the article of another outlet whose page is not to be had',
      async (instance) => {
        const [real, other] = [await instance.outlet(), await instance.outlet()]
        await instance.delivers(real, 'Real 2', `${real.origin}/crane`, 'Crane falls', honest)
        await instance.delivers(other, 'Other 2', `${real.origin}/crane`, 'Mayor admits theft', forged)
        assert.deepEqual(await instance.articles(real), [
          [`Other 2 (${new URL(other.origin).host})`, '“I took ', 1],
          ['Real 2', '“The cra', 1],
        ])
      },
    )

    inHouse('nor when it comes first', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      await instance.delivers(other, 'Other 3', `${real.origin}/crane`, 'Mayor admits theft', forged)
      instance.page(real, '/crane', honest)
      await instance.delivers(real, 'Real 3', `${real.origin}/crane`, 'Crane falls', honest)
      assert.deepEqual(await instance.articles(real), [
        [`Other 3 (${new URL(other.origin).host})`, '“I took ', 1],
        ['Real 3', '“The cra', 1],
      ])
    })

    inHouse('nor by a page of the same host that gives itself out for the other', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      instance.page(real, '/crane', honest)
      instance.page(real, '/somebody/crane', forged, `<link rel="canonical" href="${real.origin}/crane">`)
      await instance.delivers(real, 'Real 4', `${real.origin}/crane`, 'Crane falls', honest)
      await instance.delivers(other, 'Other 4', `${real.origin}/somebody/crane`, 'Crane falls', forged)
      assert.deepEqual(await instance.articles(real), [
        [`Other 4 (${new URL(other.origin).host})`, '“I took ', 1],
        ['Real 4', '“The cra', 1],
      ])
    })

    inHouse('who saves the address gets its page, not what another’s feed says of it', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      await instance.delivers(other, 'Other 5', `${real.origin}/crane`, 'Mayor admits theft', forged)
      instance.page(real, '/crane', honest)
      const first = await instance.save(`${real.origin}/crane`)
      assert.match(first, /^“The cra/)
      assert.equal(await instance.save(`${real.origin}/crane`), first)
      assert.deepEqual(
        (await instance.articles(real)).map(([, text, count]) => [text, count]),
        [
          ['“The cra', 1],
          ['“I took ', 1],
        ],
      )
    })

    inHouse('nor beside what a feed named while there was no page', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      await instance.delivers(other, 'Other 6', `${real.origin}/crane`, 'Crane falls in Sandvik', '')
      instance.page(real, '/crane', honest)
      assert.match(await instance.save(`${real.origin}/crane`), /^“The cra/)
      assert.equal((await instance.articles(real)).length, 1)
    })

    inHouse(
      'an article that somebody pointed at first becomes that of the outlet whose page it is',
      async (instance) => {
        const [real, other] = [await instance.outlet(), await instance.outlet()]
        instance.page(real, '/crane', honest)
        await instance.delivers(other, 'Other 7', `${real.origin}/crane`, 'Seen elsewhere', '<p>Look.</p>')
        assert.deepEqual(await instance.articles(real), [[new URL(real.origin).host, '“The cra', 1]])
        await instance.delivers(real, 'Real 7', `${real.origin}/crane`, 'Crane falls', honest)
        assert.deepEqual(await instance.articles(real), [['Real 7', '“The cra', 1]])
      },
    )

    const feedOf = (title: string, site: string, items: readonly (readonly [link: string, text: string])[]) =>
      `<rss version="2.0"><channel><title>${title}</title><link>${site}</link>${items.map(([link, text], at) => `<item><guid>${link}#${at}</guid><title>Crane falls in Sandvik</title><link>${link}</link><source url="${site}feed">${title}</source><description><![CDATA[${text}]]></description></item>`).join('')}</channel></rss>`
    const hostOf = ({ origin }: { readonly origin: string }) => new URL(origin).host

    inHouse('a feed under the name and link of an outlet is shown with its own host', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      instance.page(real, '/crane', honest)
      await instance.reads(real, feedOf('Courier A', `${real.origin}/`, [[`${real.origin}/crane`, honest]]))
      await instance.reads(other, feedOf('Courier A', `${real.origin}/`, [[`${real.origin}/gone`, forged]]))
      assert.deepEqual(await instance.articles(real), [
        ['Courier A', '“The cra', 1],
        [`Courier A (${hostOf(other)})`, '“I took ', 1],
      ])
      const sources = (await instance.sources()).filter(([name]) => name.startsWith('Courier A'))
      assert.deepEqual(sources, [
        ['Courier A', `${real.origin}/`],
        [`Courier A (${hostOf(other)})`, other.origin],
      ])
    })

    inHouse('nor does it help to name no site, or its own, or to spell the name otherwise', async (instance) => {
      const [real, second, third] = [await instance.outlet(), await instance.outlet(), await instance.outlet()]
      await instance.reads(real, feedOf('Courier B', `${real.origin}/`, [[`${real.origin}/crane`, honest]]))
      await instance.reads(second, feedOf('Courier B', '', [[`${real.origin}/gone`, forged]]))
      instance.page(third, '/own', forged)
      await instance.reads(third, feedOf('COURIER B', `${third.origin}/`, [[`${third.origin}/own`, forged]]))
      const names = (await instance.sources()).map(([name]) => name).filter((name) => /^courier b/i.test(name))
      assert.deepEqual(
        new Set(names),
        new Set(['Courier B', `Courier B (${hostOf(second)})`, `COURIER B (${hostOf(third)})`]),
      )
    })

    inHouse('what a feed of another host leads to is the outlet’s where its page was read', async (instance) => {
      const [real, service] = [await instance.outlet(), await instance.outlet()]
      instance.page(real, '/crane', honest)
      await instance.reads(
        service,
        feedOf('Courier C', `${real.origin}/`, [
          [`${real.origin}/crane`, 'Look.'],
          [`${real.origin}/gone`, forged],
        ]),
      )
      assert.deepEqual(await instance.articles(real), [
        [hostOf(real), '“The cra', 1],
        [`Courier C (${hostOf(service)})`, '“I took ', 1],
      ])
    })

    inHouse('an aggregator gives each outlet its own, also one whose feed is here', async (instance) => {
      const [first, second, planet] = [await instance.outlet(), await instance.outlet(), await instance.outlet()]
      instance.page(first, '/crane', honest)
      instance.page(first, '/old', honest.replace('Monday', 'Tuesday'))
      instance.page(second, '/crane', honest.replace('May', 'June'))
      await instance.reads(first, feedOf('First D', `${first.origin}/`, [[`${first.origin}/old`, honest]]))
      await instance.reads(
        planet,
        feedOf('Planet D', `${planet.origin}/`, [
          [`${first.origin}/crane`, 'One.'],
          [`${second.origin}/crane`, 'Two.'],
        ]),
      )
      assert.deepEqual(
        (await instance.articles(first)).map(([name]) => name),
        ['First D', 'First D'],
      )
      assert.deepEqual(await instance.articles(second), [[hostOf(second), '“The cra', 1]])
      assert.ok((await instance.sources()).some(([name]) => name === `Planet D (${hostOf(planet)})`))
    })

    inHouse(
      'a feed that the outlet’s own site names is the outlet’s, also where only its text is there',
      async (instance) => {
        const [real, service] = [await instance.outlet(), await instance.outlet()]
        real.answers.set(
          '/',
          `<html><head><link rel="alternate" type="application/rss+xml" href="${service.origin}/feed"></head><body></body></html>`,
        )
        await instance.reads(service, feedOf('Courier E', `${real.origin}/`, [[`${real.origin}/gone`, honest]]))
        assert.deepEqual(await instance.articles(real), [['Courier E', '“The cra', 1]])
        assert.deepEqual(
          (await instance.sources()).find(([name]) => name.startsWith('Courier E')),
          ['Courier E', `${real.origin}/`],
        )
      },
    )

    inHouse('a link in the text of its page, or in that of somebody else, names no feed', async (instance) => {
      const [real, service] = [await instance.outlet(), await instance.outlet()]
      const link = `<link rel="alternate" type="application/rss+xml" href="${service.origin}/feed">`
      real.answers.set(
        '/',
        `<html><head></head><body><p>${link} <a href="${service.origin}/feed.xml">RSS</a></body></html>`,
      )
      service.answers.set('/', `<html><head>${link}</head><body></body></html>`)
      await instance.reads(service, feedOf('Courier F', `${real.origin}/`, [[`${real.origin}/gone`, forged]]))
      assert.deepEqual(await instance.articles(real), [[`Courier F (${hostOf(service)})`, '“I took ', 1]])
    })

    inHouse('its article pages may name the feed, too', async (instance) => {
      const [real, service] = [await instance.outlet(), await instance.outlet()]
      const link = `<link rel="alternate" type="application/rss+xml" href="${service.origin}/feed">`
      instance.page(real, '/crane', honest, link)
      await instance.reads(service, feedOf('Courier G', `${real.origin}/`, [[`${real.origin}/crane`, 'Look.']]))
      assert.deepEqual(await instance.articles(real), [['Courier G', '“The cra', 1]])
    })

    inHouse('a page that gives itself out for that of another outlet stays its own host’s', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      const claims = `<link rel="canonical" href="${real.origin}/crane"><meta property="og:site_name" content="Courier H"><meta property="og:url" content="${real.origin}/crane"><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Courier H"},"mainEntityOfPage":"${real.origin}/crane"}</script>`
      instance.page(other, '/fake', forged, claims)
      await instance.reads(other, feedOf('Other H', `${other.origin}/`, [[`${other.origin}/fake`, 'Look.']]))
      assert.deepEqual(await instance.articles(real), [])
      assert.deepEqual(await instance.articles(other), [['Other H', '“I took ', 1]])
    })

    inHouse('a name that was taken before is set right the next time its feed is read', async (instance) => {
      const [real, other] = [await instance.outlet(), await instance.outlet()]
      const feed = feedOf('Courier I', `${real.origin}/`, [[`${real.origin}/gone`, forged]])
      await instance.reads(other, feed)
      await instance.forget(`Courier I (${hostOf(other)})`, 'Courier I', `${real.origin}/`)
      assert.deepEqual(await instance.articles(real), [['Courier I', '“I took ', 1]])
      await instance.again()
      assert.deepEqual(await instance.articles(real), [[`Courier I (${hostOf(other)})`, '“I took ', 1]])
    })
  })
