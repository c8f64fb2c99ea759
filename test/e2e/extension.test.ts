import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { BrowserContext, Page, Worker } from 'playwright-core'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { programApis } from '../../src/app/serve/program-apis.ts'
import type { Scope } from '../../src/core/account.ts'
import { sureEnough } from '../../src/core/quote.ts'
import { makeApiToken } from '../../src/operations/accounts/access-keys.ts'
import { trustThisMachine } from '../../src/web/arrival.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { until } from '../until.ts'
import { browserArguments, openBrowser, wholeChromiumPath } from './browser.ts'
import { loadAxe, violations } from './tabs.ts'

const skip = existsSync(wholeChromiumPath) ? false : `no browser at ${wholeChromiumPath}`
const source = fileURLToPath(new URL('../../extension/', import.meta.url))

/** A browser with the extension: its pages, and its background, which calls the API of browsers. */
type Extended = { readonly browser: BrowserContext; readonly origin: string; readonly background: Worker }

async function openExtended(folder: string, locale: string, colorScheme: 'light' | 'dark'): Promise<Extended> {
  const browser = await openBrowser({
    executablePath: wholeChromiumPath,
    serviceWorkers: 'allow',
    locale,
    colorScheme,
    viewport: { width: 380, height: 700 },
    ignoreDefaultArgs: ['--disable-extensions'],
    // The messages of an extension are in the language of the browser, not of a page.
    env: { ...process.env, LANGUAGE: locale },
    args: [
      ...browserArguments,
      `--lang=${locale}`,
      `--accept-lang=${locale}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  })
  const background = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'))
  return { browser, origin: new URL('.', background.url()).href.slice(0, -1), background }
}

describe('the browser extension', { skip }, () => {
  let run: DemoRun
  let server: { readonly origin: string; readonly close: () => Promise<void> }
  let folder: string
  let extended: Extended
  let page: Page
  const tokens: Partial<Record<Scope, string>> = {}

  before(async () => {
    run = await runDemo()
    const { operations } = run.context
    for (const scope of ['read', 'write'] as const)
      tokens[scope] = (await makeApiToken.run(operations, { name: scope, scopes: [scope] }))?.secret ?? ''
    server = await serveProduct(0)
    folder = mkdtempSync(join(tmpdir(), 'twosource-extension-'))
    cpSync(source, folder, { recursive: true })
    // Nobody is there to answer the browser's question, so this copy has the answer.
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({
        ...manifest,
        host_permissions: [`${server.origin}/*`, `${new URL(run.feeds[0]!.url).origin}/*`],
      }),
    )
    extended = await openExtended(folder, 'en-US', 'light')
    page = await extended.browser.newPage()
  })
  after(async () => {
    await extended?.browser.close()
    await server?.close()
    await run?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => connect(tokens.write))

  async function serveProduct(port: number) {
    const { context } = run
    const programs = programApis(context, trustThisMachine())
    const web = openWeb(context.operations, { version: '0.1.0', now: () => context.operations.now().toISOString() })
    const listening = serve({
      fetch: (request, env) => programs(request, env) ?? web.fetch(request, env),
      hostname: '127.0.0.1',
      port,
    })
    await new Promise((resolve) => listening.once('listening', resolve))
    return {
      origin: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
      close: () =>
        new Promise<void>((resolve) => {
          listening.close(() => resolve())
          if ('closeAllConnections' in listening) listening.closeAllConnections()
        }),
    }
  }

  const inBackground = (script: string) => extended.background.evaluate(script)
  const connect = (token: string | undefined) =>
    inBackground(`chrome.storage.local.set(${JSON.stringify({ server: server.origin, token })})`)

  /** The popup in a tab, as it opens where the browser refuses to open it: for a page, with words to check if given. */
  async function openPopup(url: string, words = ''): Promise<void> {
    await inBackground(`chrome.storage.session.set(${JSON.stringify({ asked: { url, words } })})`)
    await page.goto(`${extended.origin}/popup.html`)
    await page.locator('#tools').waitFor()
  }
  /** What a part of a page says in the end, without the marks around names that may run the other way. */
  const resultOf = (part: string, element = `#${part}-result`) =>
    until(`${part} is answered`, async () => {
      const text = ((await page.locator(element).textContent()) ?? '').replace(/[\u2066-\u2069]/g, '')
      return text !== '' && text !== 'Working…' && text
    })
  async function press(part: string): Promise<string> {
    await page.locator(`#${part}`).click()
    return resultOf(part)
  }

  /** A direct quotation of an article with a speaker who is known. */
  function someQuotation() {
    for (const { dossier } of run.stories)
      for (const { speaker, utterances } of dossier?.ledger ?? [])
        for (const { wordings } of utterances) {
          const [{ citation, kind, confidence }] = wordings
          const isLong = citation.exact.split(' ').length > 9 && /^[\x20-\x7e’]+$/.test(citation.exact)
          if (speaker && isLong && kind === 'direct' && confidence >= sureEnough)
            return { speaker: speaker.name, words: citation.exact }
        }
    throw new Error('The edition quotes nobody')
  }
  const storyOfMany = () => run.stories.find(({ reportCount }) => reportCount > 1)!
  const articleOf = (story: ReturnType<typeof storyOfMany>) =>
    story.dossier!.members.map(({ articleId }) => articleId)[0]!
  async function pageOf(articleId: string): Promise<string> {
    return (await run.context.operations.store.articles.find(articleId as never))!.article.url
  }

  it('connects to a server with a token that opens it, and to nothing else', async () => {
    await inBackground('chrome.storage.local.clear()')
    await page.goto(`${extended.origin}/popup.html`)
    await page.getByText('Connect your Twosource server').waitFor()
    await page.goto(`${extended.origin}/options.html`)
    const [url, token] = [page.getByLabel('Server URL'), page.getByLabel('API token')]
    const send = async () => {
      await page.getByRole('button', { name: 'Connect', exact: true }).click()
      return resultOf('connecting', '#result')
    }
    await url.fill('no server')
    assert.match(await send(), /Enter the URL/)
    await url.fill(server.origin)
    await token.fill('wrong')
    await page.locator('#result').evaluate('(result) => result.replaceChildren()')
    assert.match(await send(), /doesn’t accept this token/)
    assert.deepEqual(await inBackground('chrome.storage.local.get()'), {})
    await token.fill(tokens.write!)
    await page.locator('#result').evaluate('(result) => result.replaceChildren()')
    assert.match(await send(), /Connected/)
    assert.deepEqual(await inBackground('chrome.storage.local.get()'), { server: server.origin, token: tokens.write })
    assert.equal(
      await page.getByRole('link', { name: 'Create a token' }).getAttribute('href'),
      `${server.origin}/settings/tokens`,
    )
  })

  it('saves the page, and leads to it', async () => {
    await openPopup(await pageOf(articleOf(storyOfMany())))
    assert.match(await press('save'), /Saved\. Open/)
    const href = await page.locator('#save-result a').getAttribute('href')
    assert.equal(href, `${server.origin}/articles/${articleOf(storyOfMany())}`)
    const saved = await run.context.operations.store.saves.list('owner')
    assert.ok(saved.some(({ target }) => target === articleOf(storyOfMany())))
  })

  it('subscribes to the site of the page', async () => {
    const [feed] = run.feeds
    const { store } = run.context.operations
    await openPopup(feed!.siteUrl)
    assert.equal(await press('subscribe'), `Already subscribed: ${feed!.title}`)
    const { id } = (await store.feeds.list('owner')).find(({ url }) => url === feed!.url)!
    await store.feeds.unsubscribe('owner', id)
    await openPopup(feed!.siteUrl)
    assert.equal(await press('subscribe'), `Subscribed: ${feed!.title}`)
    assert.ok((await store.feeds.list('owner')).some(({ url }) => url === feed!.url))
    await openPopup(new URL('/nowhere', feed!.url).href)
    assert.equal(await press('subscribe'), 'The server couldn’t subscribe to this site.')
  })

  it('shows the story of the page with its reports and outlets, or says that the page is not known', async () => {
    const story = storyOfMany()
    await openPopup(await pageOf(articleOf(story)))
    const text = await press('story')
    assert.ok(text.includes(story.title) && text.includes(`Independent reports: ${story.reportCount}`), text)
    for (const { sourceName } of story.dossier!.members) assert.ok(text.includes(sourceName), sourceName)
    assert.equal(await page.locator('#story-result a').getAttribute('href'), `${server.origin}/stories/${story.id}`)
    await openPopup(`${server.origin}/nowhere`)
    assert.match(await press('story'), /doesn’t have this page/)
  })

  it('checks a quotation: word for word, another speaker, other words, not found', async () => {
    const { words, speaker } = someQuotation()
    await openPopup('https://elsewhere.example/', words)
    const found = await resultOf('check')
    assert.match(found, /Quoted word for word/)
    assert.ok(found.includes(`Said by ${speaker}`), found)
    const href = await page.locator('#check-result a').first().getAttribute('href')
    const cited = await page.request.get(href!)
    assert.ok((await cited.text()).includes('<mark'), href!)

    const check = async (text: string, by: string) => {
      await page.getByLabel('Quotation', { exact: true }).fill(text)
      await page.getByLabel('Said by').fill(by)
      await page.locator('#check-result').evaluate('(result) => result.replaceChildren()')
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      return resultOf('check')
    }
    assert.match(await check(words, 'Zebulon Quist'), /Same words, another speaker/)
    assert.match(await check(words.replace(/(?<=^\S+ \S+ )\S+/, 'zebras'), ''), /Not quoted in these words/)
    assert.equal(await page.locator('#check-result mark').first().textContent(), 'zebras')
    assert.match(await check('nobody in this edition has ever uttered quite that', ''), /Not found/)
  })

  it('reads the selected words and the page behind the real popup, and sends nothing before a button is pressed', async () => {
    const { browser, background } = extended
    const asked: string[] = []
    const url = await pageOf(articleOf(storyOfMany()))
    await page.goto(url)
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('h1, h2, p'))")
    const title = String(await page.evaluate('String(getSelection())')).trim()
    const listening = await background.evaluate('chrome.action.openPopup().then(() => true)')
    assert.equal(listening, true)
    const popup = await attachTo(browser, page, `${extended.origin}/popup.html`)
    const shown = await until('the popup is filled', async () => {
      const [host, words] = (await popup.run(
        `[document.getElementById('page')?.textContent, document.getElementById('words')?.value]`,
      )) as readonly [string, string]
      return Boolean(words) && { host, words }
    })
    assert.deepEqual(shown, { host: new URL(url).host, words: title })
    const requests = await popup.run(`performance.getEntriesByType('resource').map(({ name }) => name)`)
    for (const request of requests as readonly string[]) if (!request.startsWith(extended.origin)) asked.push(request)
    assert.deepEqual(asked, [])
    await popup.run(`document.getElementById('story').click()`)
    await until('the story is shown', async () =>
      String(await popup.run(`document.getElementById('story-result')?.textContent`)).includes(storyOfMany().title),
    )
    await popup.close()
  })

  it('checks the words for which the menu was used', async () => {
    const { words } = someQuotation()
    await page.goto('about:blank')
    await inBackground(
      `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: 'check', selectionText: words })}, { url: 'https://elsewhere.example/' })`,
    )
    const popup = await attachTo(extended.browser, page, `${extended.origin}/popup.html`)
    await until('it is checked', async () =>
      String(await popup.run(`document.getElementById('check-result')?.textContent`)).includes('Quoted word for word'),
    )
    await popup.close()
  })

  it('says what is wrong: the token, what it may do, the server', async () => {
    const url = await pageOf(articleOf(storyOfMany()))
    await connect('wrong')
    await openPopup(url)
    assert.match(await press('save'), /doesn’t accept this token/)
    await page.locator('#save-result').getByRole('button', { name: 'Settings' }).waitFor()
    await connect(tokens.read)
    await openPopup(url)
    assert.match(await press('save'), /may only read/)
    assert.match(await press('story'), /Independent reports/)
    const { port } = new URL(server.origin)
    await server.close()
    await openPopup(url)
    assert.match(await press('story'), /Can’t reach 127\.0\.0\.1/)
    server = await serveProduct(Number(port))
    assert.match(await press('story'), /Independent reports/)
  })

  it('breaks no rule of axe, in the dark, in French and from right to left too', async () => {
    for (const [locale, scheme] of [
      ['en-US', 'light'],
      ['fr', 'dark'],
      ['ar', 'dark'],
    ] as const) {
      const own = locale === 'en-US' ? extended : await openExtended(folder, locale, scheme)
      const tab = await own.browser.newPage()
      try {
        await own.background.evaluate(
          `chrome.storage.local.set(${JSON.stringify({ server: server.origin, token: tokens.write })})`,
        )
        const asked = { url: await pageOf(articleOf(storyOfMany())), words: `${someQuotation().words} zebras` }
        await own.background.evaluate(`chrome.storage.session.set(${JSON.stringify({ asked })})`)
        for (const name of ['popup', 'options']) {
          await tab.goto(`${own.origin}/${name}.html`)
          if (name === 'popup') {
            for (const part of ['save', 'subscribe', 'story']) await tab.locator(`#${part}`).click()
            await tab.locator('#story-result a').waitFor()
            await tab.locator('#check-result mark').first().waitFor()
          }
          await tab.locator('h1').waitFor()
          assert.equal(await tab.locator('html').getAttribute('dir'), locale === 'ar' ? 'rtl' : 'ltr', locale)
          const shots = process.env.TWOSOURCE_TEST_SHOTS
          if (shots) await tab.screenshot({ path: join(shots, `${name}-${locale}.png`), fullPage: true })
          await loadAxe(tab)
          assert.deepEqual(await violations(tab), [], `${name}, ${locale}`)
        }
      } finally {
        await tab.close()
        if (own !== extended) await own.browser.close()
      }
    }
  })
})

/** A page that is no tab: the popup of a toolbar button. */
type Popup = { readonly run: (script: string) => Promise<unknown>; readonly close: () => Promise<void> }

async function attachTo(browser: BrowserContext, tab: Page, url: string): Promise<Popup> {
  const session = await browser.newCDPSession(tab)
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.find((target) => target.url === url)
  }
  const { targetId } = await until('the popup is open', find)
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  let last = 0
  const run = (script: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last
      const hear = ({ message }: { readonly message: string }) => {
        const answer = JSON.parse(message)
        if (answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', hear)
        if (answer.result?.exceptionDetails) reject(new Error(JSON.stringify(answer.result.exceptionDetails)))
        else resolve(answer.result?.result?.value)
      }
      session.on('Target.receivedMessageFromTarget', hear)
      const params = { expression: script, returnByValue: true, awaitPromise: true }
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params })
      session.send('Target.sendMessageToTarget', { message, sessionId }).catch(reject)
    })
  return {
    run,
    async close() {
      await session.send('Target.closeTarget', { targetId })
      await until('the popup is closed', async () => (await find()) === undefined)
      await session.detach()
    },
  }
}
