import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { serveEdition } from '../../src/app/demo/serve-edition.ts'
import { wordsIn } from '../../src/web/reader.ts'
import { startProduct } from '../integration/product.ts'
import { limitsEnv } from '../other-limits.ts'
import { until } from '../until.ts'
import { chromiumPath } from './browser.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const packs = new URL('./loopback-packs.ts', import.meta.url).href
const clock = new URL('./shifted-clock.ts', import.meta.url).href
/** Enough outlets that stories have several sources, few enough that a first day is read in seconds. */
const outlets = 4

/** Each at an hour of its own (UTC): a day that has hardly begun has few stories, and a night shows the day before. */
const walks = [
  { language: 'en', hour: 1, locale: 'en-US', javaScriptEnabled: true },
  { language: 'ar', hour: 22, locale: 'ar', javaScriptEnabled: false },
] as const

/**
 * From an empty folder to the first brief, as a person goes: the real product in a process of its own, a store of its own
 * and the demo edition as the press of the world.
 */
describe('from the first start to the first brief', { skip }, () => {
  let browser: Browser

  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser?.close())

  for (const { language, hour, ...look } of walks)
    it(`in ${language} at ${hour} hours, scripts ${look.javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
      const aheadMs = msUntil(hour)
      const edition = await serveEdition({ now: new Date(Date.now() + aheadMs) })
      t.after(() => edition.close())
      const folder = await mkdtemp(join(tmpdir(), 'twosource-walk-'))
      t.after(() => rm(folder, { recursive: true, force: true }))
      const product = startProduct(['serve', '--json', '--only-me'], {
        TWOSOURCE_DATA: folder,
        TWOSOURCE_PORT: '0',
        TWOSOURCE_ALLOW_PRIVATE: 'true',
        TWOSOURCE_TEST_PACK_FEEDS: JSON.stringify(edition.feeds.slice(0, outlets)),
        TWOSOURCE_TEST_CLOCK_AHEAD_MS: String(aheadMs),
        ...limitsEnv({ perHost: 8 }, packs, clock),
      })
      t.after(() => product.child.kill('SIGKILL'))
      const [, url = ''] = await product.says(/"url":\s*"([^"]+)\/"/)
      const tab = await openTab(browser, url, look)
      await walk(tab, language, edition.url, look.javaScriptEnabled)
      assert.deepEqual(await tab.complaints(), [])
      await tab.page.context().close()
      product.child.kill('SIGTERM')
      assert.equal(await product.ended, 0, product.written.err)
    })
})

/** Milliseconds until it is so many hours and a quarter in UTC. */
function msUntil(hour: number): number {
  const at = new Date().setUTCHours(hour, 15, 0, 0)
  return at >= Date.now() ? at - Date.now() : at + 86_400_000 - Date.now()
}

async function walk(tab: Tab, language: 'en' | 'fr' | 'ar', outletUrl: string, hasScripts: boolean): Promise<void> {
  const { page } = tab
  const words = wordsIn(language)
  const main = page.locator('main')

  await tab.visit('/')
  const frame = await tab.ask<{ readonly lang: string; readonly dir: string }>('frame()')
  assert.deepEqual([frame.lang, frame.dir], [language, words.direction])
  assert.equal(await page.locator('h1').textContent(), words.welcome)
  await page.locator('input[type=checkbox][name=pack]').check()
  await page.locator('form[action="/packs"] button').click()
  await page.waitForURL('**/start')
  await untilRead(tab)
  // With scripts the page shows by itself what has come; without, it is asked again.
  if (!hasScripts) await tab.visit('/start')
  await main.locator('#first-stories a[href^="/stories/"]').first().waitFor()
  await main.locator('a.btn[href="/today"]').click()
  await page.waitForURL('**/today')

  await tab.visit('/')
  assert.ok((await main.locator('.today [data-item]').count()) > 0, 'stories of the day')
  await main.locator('.today h2 a').first().click()
  await page.waitForURL('**/stories/**')
  const story = page.url()
  const headline = await page.locator('h1').textContent()

  const cited = main.locator('a.cite').first()
  await cited.click()
  const marks = page.locator('dialog.pane mark, main mark')
  await marks.first().waitFor()
  assert.ok(((await marks.first().textContent()) ?? '').length > 10, 'the words a citation stands for')
  if (page.url() === story) await page.keyboard.press('Escape')
  else await page.goBack()

  await main.locator('#coverage a[href^="/articles/"]').first().click()
  await page.waitForURL('**/articles/**')
  const article = page.url()
  await main.locator(`a[href^="${outletUrl}"]`).first().click()
  await page.waitForURL(`${outletUrl}/**`)
  assert.ok((await page.locator('h1').count()) > 0, 'the article at its outlet')
  await tab.visit(article)

  await press(tab, 'form[action="/save"] button')
  await tab.visit(story)
  await press(tab, 'form[action="/follow"] button')
  await tab.visit('/library')
  assert.ok((await main.locator('a[href^="/articles/"]').count()) > 0, 'the article is saved')
  await tab.visit('/following')
  assert.ok(((await main.textContent()) ?? '').includes(headline ?? '—'), 'the story is followed')

  // The longest word: a headline may be made of short ones alone.
  const [word] = headline!.split(' ').toSorted((a, b) => b.length - a.length)
  await page.locator('input[data-search]').first().fill(word!)
  await page.locator('input[data-search]').first().press('Enter')
  await page.waitForURL('**/search?**')
  assert.ok((await main.locator('a[href^="/articles/"], a[href^="/stories/"]').count()) > 0, 'something is found')

  await tab.visit('/brief')
  assert.ok((await main.locator('a.cite').count()) > 0, 'the brief cites')
}

/** Presses a button of a form and waits until the server has answered. */
async function press({ page }: Tab, selector: string): Promise<void> {
  const button = page.locator(`main ${selector}`).first()
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), button.click()])
  await page.waitForLoadState()
}

/** Waits until everything that was fetched has been read and told. */
async function untilRead({ page }: Tab): Promise<void> {
  await until(
    'everything is read',
    async () => {
      // The server may close a connection that was kept in the moment it is taken again.
      const answer = await page.request.get('/progress', { maxRetries: 3 })
      const { isBusy, stories } = (await answer.json()) as {
        readonly isBusy: boolean
        readonly stories: { readonly done: number }
      }
      return !isBusy && stories.done > 0
    },
    250,
  )
}
