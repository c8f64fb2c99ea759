import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { setTranslator } from '../../src/operations/articles/translation/set-translator.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { serveTranslations, type TranslateServer } from '../translate-server.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, serveWeb } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const closed = 'Engineers closed the harbour bridge of Port Alder on 3 March after divers found cracks in 12 piers.'
const quoted = '“The piers will be mended by spring,” Mayor Ada Lindqvist said.'
const refused = 'The council did not approve the plan of $2.5 million.'
const inFrench = {
  closed:
    'Les ingénieurs ont fermé le pont du port de Port Alder le 3 mars après que des plongeurs ont trouvé des fissures dans 12 piles.',
  quoted: '« Les piles seront réparées d’ici au printemps », a dit la maire Ada Lindqvist.',
  // What the council refused is approved here: the check finds it.
  refused: 'Le conseil a approuvé le plan de 2,5 millions de dollars.',
}

describe('an article translated in place', { skip }, () => {
  let server: TranslateServer
  let folder: string
  let context: Context
  let site: Awaited<ReturnType<typeof serveWeb>>
  const paths: string[] = []

  before(async () => {
    server = await serveTranslations({
      [closed]: { fr: inFrench.closed },
      [quoted]: { fr: inFrench.quoted },
      [refused]: { fr: inFrench.refused },
      'Harbour bridge closed': { fr: 'Le pont du port est fermé' },
    })
    folder = await mkdtemp(join(tmpdir(), 'twosource-translated-'))
    context = await createContext(readConfig({ TWOSOURCE_DATA: folder }), () => {})
    await setTranslator.run(context.operations, {
      by: 'server',
      address: server.origin,
      forgetsKey: false,
      perDay: 200,
    })
    for (const outlet of ['wire', 'echo']) {
      const url = `https://${outlet}.example/news`
      const line = { title: 'Harbour bridge closed', outlet, url, text: [closed, quoted, refused].join(' ') }
      const bytes = new TextEncoder().encode(JSON.stringify({ ...line, publishedAt: '2026-03-12T06:30:00Z' }))
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
      paths.push(`/articles/${(await context.operations.store.articles.findByUrl(url))!.article.id}`)
    }
    site = await serveWeb(context.operations)
  })
  after(async () => {
    server?.release()
    await site?.close()
    await context?.[Symbol.asyncDispose]()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  for (const [index, javaScriptEnabled] of [true, false].entries())
    describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
      let browser: BrowserContext
      let page: Page

      before(async () => {
        browser = await openBrowser({ locale: 'fr', javaScriptEnabled, viewport: { width: 1100, height: 900 } })
        page = await browser.newPage()
      })
      after(async () => {
        if (page) await page.close()
        await browser?.close()
      })

      it('is asked for, and the original stands there meanwhile, even when the translator hangs', async () => {
        server.behavior = 'stalls'
        server.asked.length = 0
        await page.goto(site.origin + paths[index])
        await page.locator('.tools summary[aria-label="Plus"]').click()
        await page.getByRole('button', { name: 'Traduire : français' }).click()
        await page.waitForURL(`**${paths[index]}/in/fr`)
        const work = context.pipeline.runOnce()
        await until('it is asked', () => server.asked.length > 0)
        await page.reload()
        assert.ok(((await page.locator('#text').textContent()) ?? '').includes(closed))
        await page.getByRole('link', { name: 'Actualiser' }).waitFor()
        // A connection that was cut may be asked once more: that is refused.
        server.behavior = 'fails'
        server.release()
        await work
        server.behavior = 'honest'
      })

      it('says that it stopped, goes on when asked, and then stands in place', async () => {
        const again = page.getByRole('link', { name: 'Actualiser' })
        if (!javaScriptEnabled) await leave(page, again.click())
        await leave(page, page.getByRole('button', { name: 'Continuer' }).click())
        await context.pipeline.runOnce()
        if (!javaScriptEnabled) await page.reload()
        const sentence = page.locator('#text a.tr')
        await sentence.first().waitFor()
        assert.deepEqual(await sentence.allInnerTexts(), [inFrench.closed])
        const text = (await page.locator('#text').textContent()) ?? ''
        assert.ok(text.indexOf(quoted) >= 0 && text.indexOf(quoted) < text.indexOf(inFrench.quoted))
        assert.ok(text.includes(refused) && !text.includes(inFrench.refused))
        assert.equal(await page.locator('h1').textContent(), 'Le pont du port est fermé')
        const bar = (await page.locator('.tr-bar').textContent()) ?? ''
        assert.match(bar, /1 phrase sur 3/)
        assert.match(bar, /négation différente/)
      })

      it('opens the original of a sentence, and the whole original with one press', async () => {
        await page.locator('#text a.tr').first().press('Enter')
        await page.locator('.citation blockquote mark', { hasText: closed }).waitFor()
        if (javaScriptEnabled) await page.keyboard.press('Escape')
        else await page.goBack()
        await leave(page, page.getByRole('link', { name: 'Voir l’original' }).click())
        await page.locator('#text', { hasText: closed }).waitFor()
        assert.equal(await page.locator('#text').getAttribute('lang'), 'en')
        assert.equal(await page.locator('#text a.tr').count(), 0)
      })
    })
})
