import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { idle } from '../examples/views.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { leave, pressGo } from './presses.ts'
import { loadAxe, violations } from './tabs.ts'

const mostBytes = 35 * 1024
const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('pages in a browser', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await browser.newPage()
    await prepare?.(page)
    await page.goto(site.origin + path)
    return page
  }

  for (const [name, path] of Object.entries(paths))
    it(`shows ${name} within 35 KB`, async () => {
      const bytes = await firstViewBytes(site.origin, path)
      assert.ok(bytes <= mostBytes, `${bytes} bytes`)
    })

  it('opens a citation beside the text, takes focus there and gives it back on Escape', async () => {
    const page = await open(paths.story)
    const link = page.locator('a.cite').first()
    await link.click()
    const pane = page.locator('dialog.pane')
    await pane.locator('mark').waitFor()
    assert.equal(
      await pane.locator('mark').textContent(),
      'The council will “accept” a shared night watch on the strait',
    )
    assert.equal(new URL(page.url()).pathname, paths.story)
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'H2')
    await loadAxe(page)
    assert.deepEqual(await violations(page), [])
    await page.keyboard.press('Escape')
    assert.equal(await pane.isVisible(), false)
    assert.equal(await page.evaluate('document.activeElement.className'), 'cite')
    await page.close()
  })

  it('follows the link of a citation when the pane cannot be filled', async () => {
    const page = await open(paths.story, (page) => page.route('**/*fragment=1', (route) => route.abort()))
    await page.locator('a.cite').first().click()
    await page.waitForURL('**/citations/**')
    assert.equal(await page.locator('main mark').count(), 1)
    await page.close()
  })

  it('marks an entry read in place, and undoes it', async () => {
    const page = await open(paths.feeds)
    site.example.changes.length = 0
    const entry = page.locator('.it').first()
    await entry.getByRole('button', { name: /^Mark read/ }).click()
    await page.locator('output.toast').waitFor()
    assert.match((await entry.getAttribute('class')) ?? '', /\brd\b/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await entry.getByRole('button', { name: /^Mark read/ }).waitFor()
    // It is shown before it is sent.
    await until('it is sent', () => site.example.changes.length > 1)
    assert.deepEqual(site.example.changes, [
      ['markRead', { entryIds: ['entry-1'], isRead: true }],
      ['markRead', { entryIds: ['entry-1'], isRead: false }],
    ])
    await page.close()
  })

  it('takes a mark back and says so when the server does not answer', async () => {
    const page = await open(paths.feeds, (page) => page.route('**/entries/read', (route) => route.abort()))
    const entry = page.locator('.it').first()
    await entry.getByRole('button', { name: /^Mark read/ }).click()
    await page.getByText('save that. Try again').waitFor()
    assert.doesNotMatch((await entry.getAttribute('class')) ?? '', /\brd\b/)
    await page.close()
  })

  it('walks, saves and opens entries by keyboard', async () => {
    const page = await open(paths.feeds)
    site.example.changes.length = 0
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.match(String(await page.evaluate('document.activeElement.textContent')), /Reyd disputes/)
    await page.keyboard.press('s')
    await page.locator('.it .on[name=star]').nth(1).waitFor()
    await page.keyboard.press('k')
    assert.match(String(await page.evaluate('document.activeElement.textContent')), /Harbor talks/)
    await page.keyboard.press('/')
    assert.equal(await page.evaluate('document.activeElement.name'), 'q')
    await page.keyboard.type('j')
    assert.equal(await page.inputValue('[data-search]'), 'j')
    await page.evaluate('document.activeElement.blur()')
    await pressGo(page, 's')
    await page.waitForURL('**/sources')
    await page.close()
  })

  it('lists the keys on ? and lets them be turned off', async () => {
    const page = await open(paths.feeds)
    await page.keyboard.press('?')
    const dialog = page.locator('keyboard-nav dialog')
    assert.equal(await dialog.isVisible(), true)
    await loadAxe(page)
    assert.deepEqual(await violations(page), [])
    await dialog.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    assert.doesNotMatch(String(await page.evaluate('document.activeElement.className')), /data-open/)
    assert.equal(await page.evaluate('document.activeElement.closest("[data-item]")'), null)
    await page.evaluate('localStorage.clear()')
    await page.close()
  })

  it('reaches every link and control by Tab', async () => {
    for (const path of [paths.today, paths.story, paths.add, paths['article-labels']]) {
      const page = await open(path)
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
      const count = Number(
        await page.evaluate(
          'window.__all = [...document.querySelectorAll("a[href]:not([aria-hidden=true]), button, input:not([type=hidden]), select, summary")].filter((e) => e.checkVisibility()); window.__all.length',
        ),
      )
      await page.evaluate(
        'window.__reached = new Set(); document.addEventListener("focusin", ({ target }) => { if (window.__all.includes(target)) window.__reached.add(target) })',
      )
      let reached = 0
      // Twice around at most: on a busy machine the focus may still be moved by what loads.
      for (let step = 0; step < 2 * count + 60 && reached < count; step += 10) {
        for (let press = 0; press < 10; press++) await page.keyboard.press('Tab')
        reached = Number(await page.evaluate('window.__reached.size'))
      }
      assert.equal(reached, count, path)
      // A picture is passed over where the words beside it lead to the same page.
      const others = await page.evaluate(
        '[...document.querySelectorAll("a[href][aria-hidden=true]")].filter(({ href }) => !window.__all.some((one) => one.href === href)).map(({ href }) => href)',
      )
      assert.deepEqual(others, [], path)
      await page.close()
    }
  })

  it('walks quotations to label by keyboard, and confirms one from its name', async () => {
    const page = await open(paths.labels)
    site.example.changes.length = 0
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.equal(await page.evaluate('document.activeElement.closest("li").id'), 'q-doc-arabic-113-134')
    const item = page.locator('.label').nth(1)
    await item.getByRole('textbox', { name: 'Other name' }).fill('Ada Bering')
    await leave(page, page.keyboard.press('Enter'))
    const [change] = site.example.changes as [[string, { verdict: string; speaker: string }]]
    assert.deepEqual([change[0], change[1].verdict, change[1].speaker], ['correctQuote', 'speaker', 'Ada Bering'])
    await page.close()
  })

  it('shows progress as it comes, and says when there are new stories', async () => {
    const page = await open(paths.gathering)
    const block = page.locator('live-progress')
    await block.getByText('7 / 12').waitFor()
    await until('the page listens', () => site.example.listenerCount() > 0)
    site.example.announce({ ...idle, stories: { ...idle.stories, done: 61 } })
    await block.getByText('12 / 12').waitFor()
    assert.equal(await block.locator('[data-new]').isVisible(), true)
    await page.close()
  })

  it('leaves no gap under a line that is full, and a headline room for its words when text is large', async () => {
    const page = await open(paths.article)
    const taken = await page.evaluate(
      '(({ offsetWidth }, { marginInlineStart, marginInlineEnd }) => offsetWidth + parseFloat(marginInlineStart) + parseFloat(marginInlineEnd))(document.querySelector(".add-note"), getComputedStyle(document.querySelector(".add-note")))',
    )
    assert.equal(taken, 0, 'the way to a note takes room in its line')
    await page.goto(site.origin + paths.today)
    await page.evaluate('document.documentElement.style.fontSize = "200%"')
    const letters = Number(
      await page.evaluate(
        '((title) => title.clientWidth / parseFloat(getComputedStyle(title).fontSize))(document.querySelector(".today h2"))',
      ),
    )
    assert.ok(letters > 6, `a headline ${letters} times as wide as its letters are high`)
    await page.close()
  })

  it('keeps the chosen appearance', async () => {
    const page = await open('/settings')
    await page.locator('label:has(input[name=theme][value=dark])').click()
    await until('it is dark', () => page.evaluate<boolean>('document.documentElement.dataset.theme === "dark"'))
    await page.goto(site.origin + paths.about)
    assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark')
    await site.example.app.set_preferences({ preferences: { theme: 'auto' } })
    await page.close()
  })
})

describe('pages without script', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ javaScriptEnabled: false, locale: 'en-US' })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  it('opens a citation as a page', async () => {
    const page = await browser.newPage()
    await page.goto(site.origin + paths.story)
    await leave(page, page.locator('a.cite').first().click())
    assert.match(page.url(), /\/citations\/doc-wire\/\d+-\d+$/)
    assert.equal(await page.locator('main mark').count(), 1)
    await leave(page, page.getByRole('link', { name: 'Open in article' }).click())
    assert.match(page.url(), /\/articles\/article-wire\?.*#cited$/)
    assert.ok((await page.locator('mark.cited').count()) > 0)
    await page.close()
  })

  it('labels a quotation and takes a label back by forms alone, led there by the article', async () => {
    const page = await browser.newPage()
    site.example.changes.length = 0
    await page.goto(site.origin + paths.article)
    await page.getByText('About this text', { exact: true }).click()
    await page.getByText('Correct speakers').click()
    await leave(page, page.getByRole('link', { name: /^Correct: I don’t think/ }).click())
    assert.match(page.url(), /\/labels\?article=article-wire#q-doc-wire-/)
    await page.goto(site.origin + paths.labels)
    const item = page.locator('.label').first()
    await item.getByRole('combobox', { name: 'Said by' }).selectOption('Tomas Reyd')
    await leave(page, item.getByRole('button', { name: 'Confirm' }).click())
    await leave(page, page.locator('.label').nth(2).getByRole('button', { name: 'Confirm' }).click())
    assert.match((await page.getByRole('alert').textContent()) ?? '', /Say who <said> it/)
    await leave(page, page.locator('.label').nth(2).getByRole('button', { name: 'Not a quote' }).click())
    assert.equal(new URL(page.url()).pathname, '/labels')
    const takeBack = page.getByRole('button', { name: /^Undo/ }).first()
    await leave(page, takeBack.click())
    const changes = site.example.changes as [string, { verdict?: string; speaker?: string; id?: string }][]
    assert.deepEqual(
      changes.map(([name, input]) => [name, input.verdict ?? input.id, input.speaker]),
      [
        ['correctQuote', 'speaker', 'Tomas Reyd'],
        ['correctQuote', 'not-a-quote', ''],
        ['removeCorrection', 'correction-1', undefined],
      ],
    )
    await page.close()
  })

  it('takes an article out of its story and takes that back by forms alone, and answers a proposal', async () => {
    const page = await browser.newPage()
    site.example.changes.length = 0
    await page.goto(site.origin + paths['story-coverage'])
    await page.getByText('Why these articles are together').click()
    await leave(page, page.getByRole('link', { name: 'All 25' }).and(page.locator('[href$="#why"]')).click())
    await leave(page, page.getByRole('link', { name: /صحيفة المضيق.*Not this story/ }).click())
    assert.equal(new URL(page.url()).search, '?article=article-arabic')
    await page.locator('#leave input[type=radio]').nth(1).check()
    await leave(page, page.getByRole('button', { name: 'Remove', exact: true }).click())
    assert.equal(new URL(page.url()).pathname, paths.choice)
    await leave(page, page.getByRole('button', { name: /^Undo: 2 articles/ }).click())
    await page.goto(site.origin + paths.arrange)
    await page.locator('#split summary').click()
    await page.locator('#split input').first().check()
    await leave(page, page.getByRole('button', { name: 'Split', exact: true }).click())
    await page.goto(site.origin + paths['story-coverage'])
    await leave(page, page.getByRole('button', { name: 'Dismiss' }).first().click())
    assert.equal(new URL(page.url()).pathname, paths['story-coverage'])
    assert.deepEqual(site.example.changes, [
      ['leaveStory', { story: 'story-1', article: 'article-arabic', to: 'story-2', hasReport: true }],
      ['undoChoice', { id: 'choice-1' }],
      ['splitStory', { story: 'story-1', articles: ['article-wire'] }],
      ['answerProposal', { story: 'story-1', proposal: 'proposal-1', isAccepted: false }],
    ])
    await page.close()
  })

  it('marks read, adds an address and changes language by forms alone', async () => {
    const page = await browser.newPage()
    site.example.changes.length = 0
    await page.goto(site.origin + paths.feeds)
    const markRead = page.getByRole('button', { name: /^Mark read/ }).first()
    await leave(page, markRead.click())
    assert.equal(new URL(page.url()).pathname, '/feeds')
    await page.goto(site.origin + paths.add)
    await page.fill('input[name=url]', 'news.example')
    await leave(page, page.getByRole('button', { name: 'Add', exact: true }).click())
    assert.match(page.url(), /\/add\?added=1/)
    assert.deepEqual(site.example.changes, [
      ['markRead', { entryIds: ['entry-1'], isRead: true }],
      ['addByUrl', { url: 'news.example', headers: [] }],
    ])
    await page.goto(`${site.origin}/settings`)
    await page.selectOption('select[name=language]', 'fr')
    await leave(page, page.getByRole('button', { name: 'Save changes' }).first().click())
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    await page.close()
  })
})

/** Bytes over the wire for everything a first visit loads, as this browser takes it: the page, its sheet, its script and its icon. */
async function firstViewBytes(origin: string, path: string): Promise<number> {
  const markup = (await wireBytes(origin + path, 'identity')).toString()
  const linked = [...markup.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  const parts = ['/favicon.svg', ...linked].map((part) => {
    const address = origin + part
    // A sheet or a script is the same for every page that names it.
    const known = assetBytes.get(address) ?? wireBytes(address, 'gzip, deflate, br, zstd')
    assetBytes.set(address, known)
    return known
  })
  const sent = await Promise.all([wireBytes(origin + path, 'gzip, deflate, br, zstd'), ...parts])
  return sent.reduce((sum, { length }) => sum + length, 0)
}
const assetBytes = new Map<string, Promise<Buffer>>()

/** The body of an answer as it is sent, over a connection of its own: one that was kept may be closed just then. */
async function wireBytes(url: string, encoding: string): Promise<Buffer> {
  const [answer] = (await once(get(url, { agent: false, headers: { 'accept-encoding': encoding } }), 'response')) as [
    IncomingMessage,
  ]
  return Buffer.concat(await answer.toArray())
}
