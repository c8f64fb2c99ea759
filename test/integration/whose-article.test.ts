import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { createContext } from '../../src/context.ts'
import { addArticle } from '../../src/operations/add-article.ts'
import { addFeed } from '../../src/operations/add-feed.ts'
import { serve } from '../loopback-server.ts'
import { type Dialect, dialects, makeDatabase, skipReason } from './databases.ts'

const filler = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>The crane was looked at by the council on its ${at + 1}th day of talks, and nobody who was there said that it would be cheap to mend.</p>`,
).join('')
const honest = `<p>“The crane will stand again by May,” mayor Anna Holm said on Monday.</p>${filler}`
const forged = `<p>“I took the money and I am not sorry,” mayor Anna Holm said on Monday.</p>${filler}`

type House = Awaited<ReturnType<typeof openHouse>>

/** A house with outlets on loopback, each its own host by its port: those of one test are nobody's of another. */
async function openHouse(dialect: Dialect) {
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
    /** The outlet delivers one entry for an address, whoever's that is, and the house reads it. */
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
    let house: House
    before(async () => {
      house = await openHouse(dialect)
    })
    after(() => house.close())
    const inHouse = (name: string, run: (house: House) => Promise<void>) => test(name, () => run(house))

    inHouse('a feed that names the page of another outlet does not become its source', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      house.page(real, '/crane', honest)
      await house.delivers(real, 'Real', `${real.origin}/crane`, 'Crane falls', honest)
      await house.delivers(other, 'Other', `${real.origin}/crane`, 'Mayor admits theft', forged)
      assert.deepEqual(await house.articles(real), [['Real', '“The cra', 1]])
    })

    inHouse(
      'a feed puts no words of its own into the article of another outlet whose page is not to be had',
      async (house) => {
        const [real, other] = [await house.outlet(), await house.outlet()]
        await house.delivers(real, 'Real', `${real.origin}/crane`, 'Crane falls', honest)
        await house.delivers(other, 'Other', `${real.origin}/crane`, 'Mayor admits theft', forged)
        assert.deepEqual(await house.articles(real), [
          ['Other', '“I took ', 1],
          ['Real', '“The cra', 1],
        ])
      },
    )

    inHouse('nor when it comes first', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      await house.delivers(other, 'Other', `${real.origin}/crane`, 'Mayor admits theft', forged)
      house.page(real, '/crane', honest)
      await house.delivers(real, 'Real', `${real.origin}/crane`, 'Crane falls', honest)
      assert.deepEqual(await house.articles(real), [
        ['Other', '“I took ', 1],
        ['Real', '“The cra', 1],
      ])
    })

    inHouse('nor by a page of the same host that gives itself out for the other', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      house.page(real, '/crane', honest)
      house.page(real, '/somebody/crane', forged, `<link rel="canonical" href="${real.origin}/crane">`)
      await house.delivers(real, 'Real', `${real.origin}/crane`, 'Crane falls', honest)
      await house.delivers(other, 'Other', `${real.origin}/somebody/crane`, 'Crane falls', forged)
      assert.deepEqual(await house.articles(real), [
        ['Other', '“I took ', 1],
        ['Real', '“The cra', 1],
      ])
    })

    inHouse('who saves the address gets its page, not what another’s feed says of it', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      await house.delivers(other, 'Other', `${real.origin}/crane`, 'Mayor admits theft', forged)
      house.page(real, '/crane', honest)
      const first = await house.save(`${real.origin}/crane`)
      assert.match(first, /^“The cra/)
      assert.equal(await house.save(`${real.origin}/crane`), first)
      assert.deepEqual(
        (await house.articles(real)).map(([, text, count]) => [text, count]),
        [
          ['“The cra', 1],
          ['“I took ', 1],
        ],
      )
    })

    inHouse('nor beside what a feed named while there was no page', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      await house.delivers(other, 'Other', `${real.origin}/crane`, 'Crane falls in Sandvik', '')
      house.page(real, '/crane', honest)
      assert.match(await house.save(`${real.origin}/crane`), /^“The cra/)
      assert.equal((await house.articles(real)).length, 1)
    })

    inHouse('an article that somebody pointed at first becomes that of the outlet whose page it is', async (house) => {
      const [real, other] = [await house.outlet(), await house.outlet()]
      house.page(real, '/crane', honest)
      await house.delivers(other, 'Other', `${real.origin}/crane`, 'Seen elsewhere', '<p>Look.</p>')
      assert.deepEqual(await house.articles(real), [['Other', '“The cra', 1]])
      await house.delivers(real, 'Real', `${real.origin}/crane`, 'Crane falls', honest)
      assert.deepEqual(await house.articles(real), [['Real', '“The cra', 1]])
    })
  })
