import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { setKeptPages } from '../../src/operations/admin/kept-pages.ts'
import { readWarc } from '../../src/pipeline/imports/read-warc.ts'
import { chromiumPath } from './browser.ts'
import { download, follow, look, type Newsroom, openCitation, openNewsroom, textOf } from './newsroom.ts'

/** Each look saves an article of its own. */
const articles = { on: 'aldmere-courier/chalice-guard', off: 'aldmere-courier/cup-final' } as const

describe('a researcher', { skip: existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}` }, () => {
  let room: Newsroom
  before(async () => {
    room = await openNewsroom()
    await setKeptPages.run(room.run.context.operations, { megabytes: 10 })
  })
  after(() => room?.[Symbol.asyncDispose]())

  for (const scripts of ['on', 'off'] as const)
    it(`takes data, a snapshot, a kept page and a figure's history with them, scripts ${scripts}`, async () => {
      const page = await room.signIn(scripts === 'on' ? 'Rhea' : 'Tom', 'reader', scripts === 'on')
      const link = (name: string | RegExp) => page.locator('main').getByRole('link', { name })
      const choose = (name: string) => page.locator('main details.menu :is(a, button)', { hasText: name })

      // All quotations of a person in a period, twice, and everything about them as a snapshot.
      await page.goto('/people?q=aldous')
      await follow(link('Gwen Aldous').first())
      await follow(choose('Download data'))
      await look(page)
      const take = async (what: string, format: string, from = '') => {
        await page.locator('[name=what]').selectOption(what)
        await page.locator('[name=format]').selectOption(format)
        await page.locator('[name=from]').fill(from)
        return download(page.locator('main form button'))
      }
      const said = async (from: string) => {
        const { name, bytes } = await take('quotations', 'jsonl', from)
        assert.equal(name, 'quotations.jsonl')
        const lines = Buffer.from(bytes).toString().trim().split('\n')
        return lines.map((line) => JSON.parse(line) as { readonly id: string; readonly speaker: string })
      }
      const all = await said('')
      const rows = await said('2026-03-12')
      assert.ok(rows.length > 0 && rows.length < all.length, `${rows.length} of ${all.length}`)
      assert.ok(all.every(({ speaker }) => speaker === 'Gwen Aldous'))
      const csv = Buffer.from((await take('quotations', 'csv', '2026-03-12')).bytes).toString()
      assert.equal(csv.trim().split('\r\n').length, 1 + rows.length)
      const parquet = await parquetReadObjects({
        file: (await take('quotations', 'parquet', '2026-03-12')).bytes.buffer,
      })
      assert.deepEqual(
        parquet.map(({ id }) => id),
        rows.map(({ id }) => id),
      )
      const snapshot = await take('snapshot', 'parquet')
      assert.match(snapshot.name, /^twosource-data-[0-9a-f]{12}\.zip$/)
      assert.deepEqual((await verifyPack(snapshot.bytes)).problems, [])

      // A name that nobody has loses nothing else that was chosen.
      await page.goto('/data')
      await page.locator('[name=person]').fill('Nobody Atall')
      await page.locator('[name=from]').fill('2026-03-12')
      await follow(page.locator('main form button'))
      assert.match(await textOf(page, '[role=alert]'), /Nobody by that name/)
      assert.equal(await page.locator('[name=person]').inputValue(), 'Nobody Atall')
      assert.equal(await page.locator('[name=from]').inputValue(), '2026-03-12')
      await look(page)

      // The page of a saved article, as it was served.
      const { article } = room.run.article(articles[scripts])
      await page.goto(`/articles/${article.id}`)
      const save = page.locator('main form[action="/save"] button').first()
      await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), save.click()])
      await room.settle()
      await page.goto(`/articles/${article.id}`)
      assert.match(await textOf(page, '#revisions'), /page kept/i)
      await look(page)
      const kept = await download(page.locator('#revisions a[download]'))
      assert.match(kept.name, /\.warc\.gz$/)
      const { pages } = readWarc(gunzipSync(kept.bytes))
      assert.equal(pages.length, 1)
      assert.match(Buffer.from(pages[0]!.body).toString(), new RegExp(`<h1[^>]*>${article.title}`))

      // How a figure changed, each value in its article.
      await page.goto(`/stories/${room.run.storyOf('aldmere-courier/ferry-deaths')!.id}`)
      await follow(page.locator('.tabs a', { hasText: 'Timeline' }))
      const readings = page.locator('article.figure', { hasText: 'people killed' }).locator('.readings li')
      assert.match(await textOf(page), /people killed: from 2 to 3/)
      await look(page)
      const cited = await openCitation(readings.last().locator('a.cite'))
      assert.match((await cited.locator('mark').first().textContent()) ?? '', /third|three|dead|died|killed/i)
      await page.context().close()
    })
})
