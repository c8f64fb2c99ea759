import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { until } from '../until.ts'
import { chromiumPath, serveWeb } from './browser.ts'
import { leave, pressGo } from './presses.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

/** What people come for, done on the demo edition in a real store with nothing but the keys of a keyboard. */
describe('tasks by keyboard alone', { skip }, () => {
  let run: DemoRun
  let site: Awaited<ReturnType<typeof serveWeb>>
  let browser: Browser
  let tab: Tab
  let page: Page

  before(async () => {
    run = await runDemo()
    site = await serveWeb(run.context.operations)
    browser = await launchBrowser()
    tab = await openTab(browser, site.origin, { locale: 'en-US', viewport: { width: 1280, height: 900 } })
    page = tab.page
  })
  beforeEach(() => tab.visit('/'))
  after(async () => {
    await browser?.close()
    await site?.close()
    await run?.close()
  })

  it('skips to the content', async () => {
    await page.keyboard.press('Tab')
    assert.match(await focused(page), /^A\.skip/)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.hash !== '')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.closest("main") !== null'), true)
  })

  it('opens the first story', async () => {
    await page.keyboard.press('j')
    const headline = String(await page.evaluate('document.activeElement.textContent'))
    await leaveBy(page, 'o')
    assert.match(page.url(), /\/stories\//)
    assert.equal(await page.locator('h1').textContent(), headline)
  })

  it('opens a citation, comes back to where it was, and goes on to the next', async () => {
    await openFirstStory()
    await tabTo(page, 'main a.cite')
    const first = await focusedCitation()
    await page.keyboard.press('Enter')
    await page.locator('dialog.pane mark').first().waitFor()
    assert.match(await focused(page), /^H2/)
    await page.keyboard.press('Escape')
    assert.equal(await focusedCitation(), first)
    await page.keyboard.press('Tab')
    await tabTo(page, 'main a.cite')
    const second = await focusedCitation()
    assert.notEqual(second, first)
    await page.keyboard.press('Enter')
    await page.locator('dialog.pane mark').first().waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await focusedCitation(), second)
  })

  it('saves an entry', async () => {
    await tab.visit('/feeds')
    await page.keyboard.press('j')
    await Promise.all([page.waitForResponse('**/entries/star'), page.keyboard.press('s')])
    await page.locator('.it .on[name=star]').waitFor()
    await tab.visit('/feeds?show=starred')
    assert.equal(await page.locator('.it').count(), 1)
  })

  it('marks an entry read, and takes that back', async () => {
    await tab.visit('/feeds')
    const title = await page.locator('.it [data-open]').first().textContent()
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await page.locator('.it.rd').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor()
    await Promise.all([page.waitForResponse('**/entries/read'), page.keyboard.press('u')])
    await tab.visit('/feeds')
    assert.equal(await page.locator('.it [data-open]').first().textContent(), title)
  })

  it('searches', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('bridge')
    await leaveBy(page, 'Enter')
    assert.match(page.url(), /\/search\?.*q=bridge/)
    assert.ok((await page.locator('main [data-item] [data-open]').count()) > 0)
  })

  it('filters Today by a section', async () => {
    await tabTo(page, 'main a[href*="section="]')
    await leaveBy(page, 'Enter')
    assert.match(page.url(), /section=/)
    assert.ok((await page.locator('.today [data-item]').count()) > 0)
  })

  it('changes the appearance', async () => {
    await leave(page, pressGo(page, 'e'))
    await tabTo(page, 'input[name=theme]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await until('it is dark', () => page.evaluate<boolean>('document.documentElement.dataset.theme === "dark"'))
    await tab.visit('/about')
    assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark')
    await tab.visit('/settings')
    await tabTo(page, 'input[name=theme]')
    await page.keyboard.press('ArrowRight')
    await until('it is as the system has it', () =>
      page.evaluate<boolean>('document.documentElement.dataset.theme === undefined'),
    )
  })

  it('reads which keys there are, and turns them off', async () => {
    await page.keyboard.press('?')
    await page.locator('keyboard-nav dialog[open]').waitFor()
    await tabTo(page, 'keyboard-nav input[type=checkbox]')
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    assert.equal(await page.evaluate('document.activeElement.closest("[data-item]")'), null)
    await page.keyboard.press('?')
    await tabTo(page, 'keyboard-nav input[type=checkbox]')
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    assert.notEqual(await page.evaluate('document.activeElement.closest("[data-item]")?.className ?? null'), null)
  })

  it('follows a story, and finds it among what is followed', async () => {
    await openFirstStory()
    const headline = await page.locator('h1').textContent()
    await Promise.all([page.waitForResponse('**/follow'), page.keyboard.press('f')])
    await leave(page, pressGo(page, 'o'))
    assert.match(page.url(), /\/following$/)
    assert.ok(((await page.locator('main').textContent()) ?? '').includes(headline!))
  })

  it('saves an article, and finds it among what is saved', async () => {
    await openFirstStory()
    await tabTo(page, '#coverage a[href^="/articles/"]')
    await leaveBy(page, 'Enter')
    const title = await page.locator('h1').textContent()
    await tabTo(page, 'main form[action="/save"] button')
    await Promise.all([page.waitForResponse('**/save'), page.keyboard.press('Enter')])
    await leave(page, pressGo(page, 'v'))
    assert.match(page.url(), /\/library$/)
    assert.ok(((await page.locator('main').textContent()) ?? '').includes(title!))
  })

  it('writes a note on an article', async () => {
    await openFirstStory()
    await tabTo(page, '#coverage a[href^="/articles/"]')
    await leaveBy(page, 'Enter')
    await tabTo(page, 'main a[href^="/notes/new"]')
    await leaveBy(page, 'Enter')
    await tabTo(page, 'main textarea')
    await page.keyboard.type('Ask the harbor board.')
    await tabTo(page, 'main form button')
    await leaveBy(page, 'Enter')
    await leave(page, pressGo(page, 'v'))
    await tabTo(page, 'main a[href="/library/notes"]')
    await leaveBy(page, 'Enter')
    assert.ok(((await page.locator('main').textContent()) ?? '').includes('Ask the harbor board.'))
  })

  it('adds a feed', async () => {
    await leave(page, pressGo(page, 'a'))
    assert.match(page.url(), /\/add$/)
    await tabTo(page, 'input[name=url]')
    await page.keyboard.type(run.feeds[0]!.url)
    await leaveBy(page, 'Enter')
    assert.match(page.url(), /existing=1/)
  })

  /** Which of the page's citations has focus: two may stand for the same words. */
  function focusedCitation(): Promise<unknown> {
    return page.evaluate('[...document.querySelectorAll("main a.cite")].indexOf(document.activeElement)')
  }

  async function openFirstStory(): Promise<void> {
    await page.keyboard.press('j')
    await leaveBy(page, 'o')
  }
})

/** Presses a key that leads to another page, and waits for it. */
function leaveBy(page: Page, key: string): Promise<void> {
  return leave(page, page.keyboard.press(key))
}

/** Presses Tab until focus is on what is meant; a reader would not try more often than there are stops. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 400; stops += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab does not reach ${selector}`)
}

/** The element that has focus, as `A.cite`. */
async function focused(page: Page): Promise<string> {
  return String(await page.evaluate('document.activeElement.tagName + "." + document.activeElement.className'))
}
