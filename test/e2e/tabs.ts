import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { patienceMs } from '../until.ts'
import { boundClosing, browserArguments, chromiumPath } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const proofsPath = fileURLToPath(new URL('./in-page/proofs.js', import.meta.url))

/** One browser for a whole file; each look of it (a language, scripts off) is a context of its own. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: [...browserArguments] })
  browser.on('context', (context) => context.setDefaultTimeout(patienceMs))
  return browser
}

/** A tab that goes from page to page and keeps account of what each one asked for and complained about. */
export type Tab = {
  readonly page: Page
  /** Opens a page of this server; what the last one did is forgotten. Answers the status. */
  visit(path: string): Promise<number>
  /** Opens a page unless it is the one that was opened last. */
  stayAt(path: string): Promise<void>
  /** Requests that left for another server since the visit began. */
  readonly foreign: readonly string[]
  /** Errors on the console, in scripts and of the content policy since the visit began. */
  complaints(): Promise<readonly string[]>
  /** Asks one of the questions of in-page/proofs.js. */
  ask<Answer = readonly string[]>(question: string): Promise<Answer>
}

/** A tab of its own context over `origin`, with the proofs loaded into every page. */
export async function openTab(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block', ...options })
  if (options.javaScriptEnabled !== false) await context.addInitScript({ path: proofsPath })
  context.on('page', boundClosing)
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && new URL(request.url()).origin !== origin)
      foreign.push(request.url())
  })
  page.on('console', (message) => {
    // A page that is not there says so on the console; that is what it is for.
    if (message.type() === 'error' && !/status of 40[14] /.test(message.text())) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  let opened: string | undefined
  const ask = <Answer>(question: string) => page.evaluate(`proofs.${question}`) as Promise<Answer>
  const visit = async (path: string) => {
    foreign.length = 0
    errors.length = 0
    opened = undefined
    const answer = await page.goto(path, { waitUntil: 'load' })
    if (options.javaScriptEnabled === false) await page.evaluate(readFileSync(proofsPath, 'utf8'))
    opened = path
    return answer?.status() ?? 0
  }
  return {
    page,
    foreign,
    visit,
    async stayAt(path) {
      if (opened !== path) await visit(path)
    },
    async complaints() {
      return [...errors, ...(await ask<readonly string[]>('refused()'))]
    },
    ask,
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const
const some = {
  /** What a change of theme can touch. */
  colors: ['color-contrast', 'link-in-text-block'],
  /** What a change of width or direction can touch besides what is shown at all. */
  layout: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'region', 'meta-viewport'],
} as const

/** Loads axe into the page that is open. The policy forbids inline scripts; this is the browser's own doing. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource)
}

/** Rules of WCAG 2.2 A and AA and of good practice that the open page breaks, each with the elements that do. */
export async function violations(page: Page, which: 'all' | keyof typeof some = 'all'): Promise<readonly string[]> {
  const runOnly = which === 'all' ? { type: 'tag', values: standards } : { type: 'rule', values: some[which] }
  const rules = which === 'all' ? { 'target-size': { enabled: true } } : {}
  const options = JSON.stringify({ resultTypes: ['violations'], runOnly, rules, preload: false, iframes: false })
  return page.evaluate(
    `axe.run(document, ${options}).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")))`,
  ) as Promise<readonly string[]>
}
