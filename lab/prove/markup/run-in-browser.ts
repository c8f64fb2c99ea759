import type { Page } from 'playwright-core'
import { openBrowser } from '../../../test/e2e/browser.ts'

/** What a browser did with markup it should only have shown. */
export type BrowserFelt = {
  readonly executed: number
  readonly dialogs: number
  readonly messages: number
  readonly requests: number
  readonly navigations: number
  /** Elements that run, load, submit or style. */
  readonly dangerous: number
  readonly pages: number
}

/** So much markup is on one page of the browser. */
const MOST_ON_PAGE = 400_000

const traps = `for (const name of ['alert', 'confirm', 'prompt', 'print', 'ran', 'xss', 'open', 'fetch'])
  globalThis[name] = () => globalThis.ranOnce()`

/** Everything a reader's hand can set off, on every element; a link that leads elsewhere is not followed. */
const touchAll = `(() => {
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]')
    if (link && !/^javascript:/i.test(link.getAttribute('href').trim())) event.preventDefault()
  })
  addEventListener('submit', (event) => event.preventDefault())
  let count = 0
  for (const element of document.body.querySelectorAll('*')) {
    // Handlers and addresses are attributes. Our own controls are left alone.
    if (element.attributes.length === 0 || element.matches('button, input, select, summary, form')) continue
    for (const name of ['mouseover', 'focus', 'load', 'error', 'toggle']) element.dispatchEvent(new Event(name))
    element.click?.()
    count++
  }
  return count
})()`

/** Where pages under a policy stand; answered by the browser's own network layer, so that nothing is asked for. */
const ownPlace = 'http://own.invalid/'

/**
 * Loads markup in Chromium with scripts on and no policy, or under `policy`, touches every element, and counts what came of it.
 * Nothing is fetched.
 */
export async function runInBrowser(
  markup: readonly string[],
  ownRequest: RegExp,
  policy?: string,
): Promise<BrowserFelt> {
  await using stack = new AsyncDisposableStack()
  const options = policy === undefined ? { offline: true, bypassCSP: true } : {}
  const context = stack.adopt(await openBrowser(options), (one) => one.close())
  const felt = { executed: 0, dialogs: 0, messages: 0, requests: 0, navigations: 0, dangerous: 0, pages: 0 }
  await context.exposeFunction('ranOnce', () => {
    felt.executed++
  })
  await context.addInitScript(traps)
  const page = await context.newPage()
  page.on('dialog', async (dialog) => {
    felt.dialogs++
    await dialog.dismiss()
  })
  page.on('console', (message) => {
    if (!/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(message.text())) felt.messages++
  })
  page.on('request', (request) => {
    if (!ownRequest.test(request.url()) && request.url() !== ownPlace) felt.requests++
  })
  for (const text of pagesOf(markup)) {
    felt.pages++
    await show(page, `<!doctype html><body>${text}`, policy)
    let left = 0
    const count = () => {
      left++
    }
    page.on('framenavigated', count)
    await page.evaluate(touchAll)
    felt.dangerous += await page
      .locator(
        'script, style, iframe, object, embed, base, meta, link, template, [onerror], [onload], [onclick], [style], [srcdoc]',
      )
      .count()
    page.off('framenavigated', count)
    felt.navigations += left
  }
  return felt
}

async function show(page: Page, html: string, policy: string | undefined): Promise<void> {
  if (policy === undefined) return page.setContent(html, { waitUntil: 'domcontentloaded' })
  await page.unrouteAll()
  await page.route('**/*', (route) =>
    route.request().url() === ownPlace
      ? route.fulfill({
          body: html,
          contentType: 'text/html; charset=utf-8',
          headers: { 'Content-Security-Policy': policy },
        })
      : route.abort(),
  )
  await page.goto(ownPlace, { waitUntil: 'domcontentloaded' })
}

function* pagesOf(markup: readonly string[]): Generator<string> {
  let text = ''
  for (const one of markup) {
    text += `${one}\n<hr>\n`
    if (text.length < MOST_ON_PAGE) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
