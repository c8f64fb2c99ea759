import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createWeb } from '../../src/web/routes.ts'
import { exampleOperations } from '../examples/operations.ts'
import { now } from '../examples/views.ts'

export const chromiumPath = process.env.TWOSOURCE_TEST_CHROMIUM ?? '/usr/bin/chromium'

/** A browser started with these talks to nobody of its own accord. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** One browser with one context. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'twosource-browser-')), {
    executablePath: chromiumPath,
    headless: true,
    args: [...browserArguments],
    ...options,
  })
}

/**
 * Closes a tab. Chromium now and then does not say that a tab is gone; what is left of it goes with the browser, and the
 * tests do not wait for it.
 */
export async function closePage(page: Page): Promise<void> {
  const waiting = new AbortController()
  await Promise.race([page.close(), setTimeout(5000, undefined, { signal: waiting.signal, ref: false })])
  waiting.abort()
}

/** The example views on a free port of loopback. */
export async function serveExamples(): Promise<{
  readonly origin: string
  readonly example: ReturnType<typeof exampleOperations>
  readonly close: () => Promise<void>
}> {
  const example = exampleOperations()
  const web = createWeb(example.app, { version: '0.1.0', now: () => now })
  const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    example,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** Every page there is, at least once in each of its states. */
export const paths = {
  today: '/',
  welcome: '/days/2026-01-01',
  gathering: '/days/2026-01-02',
  'quiet-day': '/days/2026-01-03',
  story: '/stories/story-1',
  'big-story': '/stories/story-big',
  'what-changed': '/stories/story-1?since=2026-03-16',
  article: '/articles/article-wire?start=141&end=200',
  'arabic-article': '/articles/article-arabic',
  citation: '/citations/doc-wire/163-224',
  entry: '/entries/entry-2',
  feeds: '/feeds',
  'one-feed': '/feeds?feed=feed-varn&show=all',
  'no-feeds': '/feeds?feed=none',
  sources: '/sources',
  source: '/sources/source-1',
  search: '/search?q=ferry',
  'nothing-found': '/search?q=nothing',
  'search-form': '/search',
  add: '/add?added=3&existing=1',
  jobs: '/jobs',
  labels: '/labels',
  'article-labels': '/labels?article=article-wire',
  'no-labels': '/labels?article=article-none',
  arrange: '/stories/story-1/arrange?article=article-arabic',
  'arrange-alone': '/stories/story-alone/arrange?q=nothing',
  choice: '/choices/choice-1',
  'undone-choice': '/choices/choice-2',
  settings: '/settings?saved=appearance&was=theme:dark',
  about: '/about',
  'not-found': '/nowhere',
} as const
