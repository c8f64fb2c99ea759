import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { type Running, servePages } from '../../src/app/serve/serve.ts'
import { wordsIn } from '../../src/web/reader.ts'
import type { Words } from '../../src/web/words/en.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { until } from '../until.ts'
import { chromiumPath } from './browser.ts'
import { launchBrowser } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const mostClicks = 3
/** Long enough for a page on a slow machine, short enough that a link that is not there fails the task and not the walk. */
const stepMs = 10_000

type Language = 'en' | 'ar'

/** With scripts and without, to the right and to the left; what differs between languages is checked page by page elsewhere. */
const looks: readonly (readonly [Language, boolean])[] = [
  ['en', true],
  ['ar', false],
]

/** One way through the pages, with its clicks counted; typing and the Enter that ends it are no clicks. */
type Walk = {
  readonly page: Page
  readonly words: Words
  readonly clicks: () => number
  /** Clicks, opening the menu it is in first if that is closed; that counts too. */
  readonly press: (target: Locator) => Promise<void>
  /** A page of the main navigation, by its name. */
  readonly go: (place: keyof Words['frame']['places']) => Promise<void>
  /** Posts what a form of ours would, to take back what a task did. */
  readonly undo: (path: string, form: Readonly<Record<string, string>>) => Promise<void>
}

type Task = { readonly name: string; readonly run: (walk: Walk) => Promise<void> }

const topStory = (page: Page) => page.locator('main :is(h2, h3) a[href^="/stories/"]').first()

async function openTopStory({ page, press }: Walk): Promise<string> {
  await press(topStory(page))
  await page.waitForURL('**/stories/**')
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** What a newcomer wants first, each from the front page. */
const tasks: readonly Task[] = [
  {
    name: 'read the top story',
    async run(walk) {
      const title = await topStory(walk.page).textContent()
      await openTopStory(walk)
      assert.equal((await walk.page.locator('h1').textContent())?.trim(), title?.trim())
    },
  },
  {
    name: 'see who reported it first',
    async run(walk) {
      const { page, press } = walk
      const id = await openTopStory(walk)
      await press(page.locator(`main a[href^="/stories/${id}/coverage"]`).first())
      const { dossier } = (await (await page.request.get(`/api/v1/stories/${id}`)).json()) as {
        dossier: { members: readonly { publishedAt: string; sourceName: string }[] }
      }
      const [first] = dossier.members.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
      const list = ((await page.locator('#reports').textContent()) ?? '').replace(/\s+/g, ' ')
      assert.ok(first && list.includes(first.sourceName), `${first?.sourceName} in ${list}`)
    },
  },
  {
    name: 'check a quotation in its article',
    async run(walk) {
      await openTopStory(walk)
      const quotation = walk.page.locator('main .qt').first()
      const words = (await quotation.locator('blockquote bdi').first().textContent()) ?? ''
      await walk.press(quotation.locator('a.cite').first())
      const cited = walk.page.locator('dialog.pane mark, main mark').first()
      await cited.waitFor()
      assert.ok(words.length > 10)
      // The comma that leads on in the article is shown only there.
      assert.equal((await cited.textContent())?.replace(/[,،]$/u, ''), words)
    },
  },
  {
    name: 'follow the topic of a story',
    async run(walk) {
      const { page, press } = walk
      // Not every story has a topic.
      await press(page.locator('main [data-item]:has(a[href*="section="]) [data-open]').first())
      await page.waitForURL('**/stories/**')
      const topic = page.locator('form[action="/follow"]:has(input[name=kind][value=topic]) button')
      const section = page.locator('main a[href^="/?section="], main a[href^="/today?section="]').first()
      if ((await topic.count()) === 0 && (await section.count()) > 0) {
        await press(section)
        await page.waitForURL(/section=/)
      }
      if ((await topic.count()) === 0) throw new Error('neither the story nor its section offers to follow the topic')
      const form = page.locator('form[action="/follow"]:has(input[name=kind][value=topic])').first()
      const target = (await form.locator('input[name=target]').getAttribute('value')) ?? ''
      await press(topic.first())
      await until('the topic is followed', async () => {
        await page.goto('/following')
        return (await page.locator(`main .followed a[href*="section=${encodeURIComponent(target)}"]`).count()) > 0
      })
      await walk.undo('/unfollow', { kind: 'topic', target })
    },
  },
  {
    name: 'save a story',
    async run(walk) {
      const { page, press } = walk
      const id = await openTopStory(walk)
      await press(page.locator('main form[action="/save"] button').first())
      await until('the story is saved', async () => {
        await page.goto('/library')
        return (await page.locator(`main a[href="/stories/${id}"]`).count()) > 0
      })
      await walk.undo('/unsave', { kind: 'story', target: id })
    },
  },
  {
    name: 'search',
    async run({ page }) {
      const title = (await topStory(page).textContent()) ?? ''
      const word = title.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? ''
      const field = page.getByRole('banner').getByRole('searchbox')
      await field.fill(word)
      await field.press('Enter')
      await page.waitForURL('**/search?**')
      assert.ok((await page.locator('main a[href^="/stories/"]').count()) > 0, word)
    },
  },
  {
    name: 'get the brief by mail',
    async run(walk) {
      await walk.go('settings')
      await walk.press(walk.page.locator('main a[href="/settings/brief"]').first())
      await walk.page.locator('main form[action="/settings/brief"]').first().waitFor()
    },
  },
  {
    name: 'add a site without a feed',
    async run(walk) {
      await walk.go('add')
      const form = walk.page.locator('main form[action^="/feeds/page"]')
      if ((await form.count()) === 0) await walk.press(walk.page.locator('main a[href^="/feeds/page"]').first())
      await walk.page.locator('main form :is(input[name=url], input[name=address])').first().waitFor()
    },
  },
  {
    name: 'mute a word',
    async run(walk) {
      const { page } = walk
      await walk.go('settings')
      const field = page.locator('main form[action="/mute"] input[name=target]').first()
      if ((await field.count()) === 0) await walk.press(page.locator('main a[href="/settings/rules"]').first())
      await field.fill('zeppelin')
      await field.press('Enter')
      await until('the word is muted', async () => {
        await page.goto('/settings/rules')
        return (await page.locator('main [data-item]').allTextContents()).join(' ').includes('zeppelin')
      })
      await walk.undo('/unmute', { kind: 'word', target: 'zeppelin' })
    },
  },
  {
    name: 'change the font',
    async run(walk) {
      const { page } = walk
      await walk.go('settings')
      const before = await page.locator('html').getAttribute('data-type')
      const wanted = before === 'sans' ? 'serif' : 'sans'
      const choice = page.locator(`input[name=typeface][value=${wanted}]`)
      await walk.press(page.locator('main label').filter({ has: choice }).first())
      // A script has saved it by then; without one, Enter sends the form.
      await choice.press('Enter')
      await until('the font is changed', async () => {
        await page.goto('/settings')
        return (await page.locator('html').getAttribute('data-type')) !== before
      })
    },
  },
  {
    name: 'connect a phone app',
    async run(walk) {
      const { page } = walk
      await walk.go('settings')
      await walk.press(page.locator('main a[href="/settings/apps"]').first())
      const url = new URL(page.url()).origin
      await until('the server URL', async () =>
        (await page.locator('main code').allInnerTexts()).join(' ').includes(url),
      )
    },
  },
  {
    name: 'use a local language model',
    async run(walk) {
      await walk.go('settings')
      await walk.press(walk.page.locator('main a[href="/settings/model"]').first())
      await walk.page.locator('main form :is(input[name=address], input[name=url], input[name=base])').first().waitFor()
    },
  },
]

/** Goes through all tasks in one language; answers what was not done, and what took more clicks than it may. */
async function walkAll(page: Page, language: Language): Promise<readonly string[]> {
  const words = wordsIn(language)
  const wrong: string[] = []
  for (const { name, run } of tasks) {
    let clicks = 0
    const press = async (target: Locator) => {
      const menu = target.locator('xpath=ancestor::details[not(@open)][1]/summary').first()
      if (!(await target.isVisible()) && (await menu.count()) > 0) {
        clicks += 1
        await menu.click()
      }
      clicks += 1
      await target.click()
    }
    const walk: Walk = {
      page,
      words,
      clicks: () => clicks,
      press,
      async go(place) {
        const bar = page.getByRole('navigation', { name: words.mainNavigation })
        await press(bar.locator('a', { hasText: words.frame.places[place] }).first())
        await page.waitForLoadState()
      },
      async undo(path, form) {
        await page.request.post(path, { form, headers: { Origin: new URL(page.url()).origin } })
      },
    }
    await page.goto('/')
    const [failed] = await Promise.allSettled([run(walk)])
    if (failed.status === 'rejected') wrong.push(`${name}: ${String(failed.reason).split('\n')[0]}`)
    else if (clicks > mostClicks) wrong.push(`${name}: ${clicks} clicks`)
  }
  return wrong
}

describe('twelve tasks from the front page', { skip }, () => {
  let browser: Browser
  let run: DemoRun
  let pages: Running
  let url = ''

  before(async () => {
    browser = await launchBrowser()
    run = await runDemo()
    pages = await servePages(
      { ...run.context, config: { ...run.context.config, TWOSOURCE_PORT: 0 } },
      { trustsMachine: true },
    )
    url = new URL(pages.url).origin
  })
  after(async () => {
    await browser?.close()
    await pages?.close()
    await run?.close()
  })

  for (const [language, javaScriptEnabled] of looks)
    it(`take at most ${mostClicks} clicks in ${language}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const context = await browser.newContext({
        baseURL: url,
        locale: language === 'en' ? 'en-US' : language,
        viewport: { width: 1280, height: 800 },
        serviceWorkers: 'block',
        javaScriptEnabled,
      })
      context.setDefaultTimeout(stepMs)
      assert.deepEqual(await walkAll(await context.newPage(), language), [])
      await context.close()
    })
})
