import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { openAuthentication } from '../../src/operations/accounts/authentication.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { identifyBy } from '../../src/web/accounts/identify.ts'
import type { createWeb } from '../../src/web/routes.ts'
import { mailToken } from '../examples/alerts.ts'
import type { Answers } from '../examples/answers.ts'
import { exampleOperations, exampleWeb } from '../examples/operations.ts'
import { now } from '../examples/views.ts'
import { patienceMs } from '../until.ts'

/** The whole browser, which takes pushes. */
export const wholeChromiumPath = process.env.TWOSOURCE_TEST_CHROMIUM ?? '/usr/bin/chromium'

/**
 * What shows the pages: where it is there, the same engine without what a person would click on around it, which takes two thirds
 * of the processor time.
 */
export const chromiumPath =
  process.env.TWOSOURCE_TEST_CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium'

/**
 * A browser started with these talks to nobody of its own accord. Not among them: `--disable-threaded-compositing`, which saves a third of
 * the processor time because nothing is drawn any more; then nothing is seen to shift, no color changes over time, and no click arrives.
 */
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
export async function openBrowser(
  options: NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]> = {},
): Promise<BrowserContext> {
  // Without a folder of its own it makes one, and takes it away when it closes.
  const browser = await chromium.launchPersistentContext('', {
    executablePath: chromiumPath,
    headless: true,
    // A service worker answers before a test can: only the tests of the worker let it.
    serviceWorkers: 'block',
    args: [...browserArguments],
    ...options,
  })
  browser.on('page', boundClosing)
  browser.setDefaultTimeout(patienceMs)
  return browser
}

/**
 * Chromium now and then does not say that a tab is gone; what is left of it goes with the browser, and no test waits for it
 * longer than this.
 */
const longestCloseMs = 5000

/** From now on, closing this tab ends within a bounded time. */
export function boundClosing(page: Page): void {
  const close = page.close.bind(page)
  page.close = async (options) => {
    const waiting = new AbortController()
    const enough = setTimeout(longestCloseMs, undefined, { signal: waiting.signal }).catch(() => {})
    await Promise.race([close(options), enough]).finally(() => waiting.abort())
  }
}

type Site = { readonly origin: string; readonly close: () => Promise<void> }

/** The example views on a free port of loopback; `dress` may put something around what they answer. */
export async function serveExamples(
  dress: (app: Answers) => Answers = (app) => app,
): Promise<Site & { readonly example: ReturnType<typeof exampleOperations> }> {
  const example = exampleOperations()
  const web = exampleWeb(dress(example.app), { version: '0.1.0', now: () => now, live: example.live })
  return { ...(await listen(web)), example }
}

/** The pages over real operations, with their clock, on a free port of loopback. */
export async function serveWeb(operations: OperationContext): Promise<Site> {
  return listen(openWeb(operations, { version: '0.1.0', now: () => operations.now().toISOString() }))
}

/** The same as `serve` makes them: who comes in has to sign in. */
export async function serveInstance(operations: OperationContext): Promise<Site> {
  const identify = identifyBy(openAuthentication(operations), {})
  const now = () => operations.now().toISOString()
  return listen(openWeb(operations, { version: '0.1.0', now, identify }))
}

async function listen(web: ReturnType<typeof createWeb>): Promise<Site> {
  const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
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
  start: '/start',
  gathering: '/days/2026-01-02',
  'quiet-day': '/days/2026-01-03',
  'busy-day': '/days/2026-01-04',
  brief: '/brief',
  'brief-of-a-day': '/brief/2026-03-16',
  'empty-brief': '/brief/2026-01-03',
  'brief-settings': '/settings/brief?said=saved',
  'feeds-out': '/settings/feeds?made=address-2',
  newsletters: '/newsletters?made=letterbox-1',
  'text-report': '/articles/article-wire/text?said=told',
  'old-text-report': '/articles/article-old/text',
  'told-desk': '/admin/texts?said=revised',
  'told-page': '/admin/texts/told-1',
  'told-without-page': '/admin/texts/told-2',
  'newsletter-letter': '/entries/entry-letter',
  embargoed: '/articles/article-held',
  'embargoed-letter': '/feeds?feed=feed-held&show=all',
  'feed-of-a-story': '/settings/feeds?kind=story&target=story-1',
  ranking: '/settings/ranking',
  'ranking-tried': '/settings/ranking?reports=150&newness=100&follows=200&sources=0&differs=80',
  'end-mail': '/unsubscribe/a-secret-token-of-the-example',
  'end-mail-unknown': '/unsubscribe/nobody',
  'last-page': '/days/2026-01-04?page=6',
  'by-section': '/?view=sections',
  'nothing-chosen': '/?section=Sport&language=ar&source=source-2',
  'nothing-new': '/?period=visit',
  story: '/stories/story-1',
  'story-pack': '/stories/story-1/pack?new=1',
  compare: '/stories/story-1/compare',
  revisions: '/articles/article-wire/changes',
  'revisions-beside': '/articles/article-wire/changes?view=sides',
  'revisions-in-arabic': '/articles/article-arabic/changes',
  'compare-copy': '/stories/story-1/compare?b=article-copy',
  'story-audit': '/stories/story-1/audit',
  'quiet-audit': '/stories/story-1/audit?part=said&page=2',
  api: '/api',
  'api-area': '/api/areas/marks',
  'house-audit': '/audit',
  'house-audit-again': '/audit?again=1',
  summary: '/stories/story-1/summary',
  'long-summary': '/stories/story-1/summary?length=long',
  'written-summary': '/stories/story-1/summary?length=medium&by=model',
  'no-summary': '/stories/story-big/summary?length=short',
  'big-story': '/stories/story-big',
  'story-quotes': '/stories/story-1/quotes',
  'story-timeline': '/stories/story-1/timeline',
  'story-coverage': '/stories/story-1/coverage',
  'big-coverage': '/stories/story-big/coverage',
  'big-quotes': '/stories/story-big/quotes',
  'what-changed': '/stories/story-1/changes?since=2026-03-16',
  article: '/articles/article-wire?start=141&end=200',
  translated: '/articles/article-wire/in/fr',
  'translated-beside': '/articles/article-wire/in/fr?beside=1',
  'translation-under-way': '/articles/article-wire/in/ar',
  'translation-stopped': '/articles/article-wire/in/de',
  'not-translated': '/articles/article-wire/in/pt-BR',
  'translated-from-arabic': '/articles/article-arabic/in/en',
  'choose-translation': '/articles/article-wire/in?said=over-budget.200',
  'translation-settings': '/settings/translation?said=saved',
  'arabic-article': '/articles/article-arabic',
  'live-article': '/articles/article-live',
  citation: '/citations/doc-wire/163-224',
  entry: '/entries/entry-2',
  'recorded-entry': '/entries/entry-heard',
  'entry-recording': '/entries/entry-heard/recording?t=90',
  'entry-transcript': '/entries/entry-heard/transcripts/0',
  'no-transcript': '/entries/entry-heard/transcripts/1',
  feeds: '/feeds',
  'one-feed': '/feeds?feed=feed-varn&show=all',
  'no-feeds': '/feeds?feed=none',
  'new-reader': '/feeds?feed=new-reader',
  'feed-of-the-house': '/feeds?feed=house-1',
  'feeds-list': '/feeds?look=list&done=all-read.43~12345678',
  'feeds-text': '/feeds?look=expanded&order=oldest&undone=1',
  'many-feeds': '/feeds?folder=many',
  'caught-up': '/feeds?feed=feed-varn',
  'no-stars': '/feeds?show=starred',
  'all-feeds': '/feeds/all',
  people: '/people',
  'people-found': '/people?q=re&days=30',
  organizations: '/people?kind=organization&days=30',
  'no-places': '/people?kind=place',
  'no-name-found': '/people?q=nobody',
  person: '/people/person%3Atomas-reyd',
  'older-quotations': '/people/person%3Atomas-reyd?before=2026-03-10T08%3A00%3A00.000Z%20story-0',
  'two-of-one-name': '/people/person%3Amara-ellind',
  place: '/people/place%3Avarn',
  'shared-name': '/people/person%3Areyd',
  sources: '/sources',
  'sources-sorted': '/sources?sort=own&order=reversed&health=fine',
  'no-sources-fit': '/sources?language=fi',
  'failing-source': '/sources/source-varn',
  source: '/sources/source-1',
  'outlets-compared': '/sources/compare?a=source-1&b=source-3',
  'outlets-compared-few': '/sources/compare?a=source-1&b=source-4',
  'outlets-compared-list': '/sources/compare?a=source-1&b=source-3&list=own-b',
  'outlets-the-same': '/sources/compare?a=source-1&b=source-1',
  search: '/search?q=ferry',
  'nothing-found': '/search?q=nothing',
  'search-form': '/search',
  'found-articles': '/search?q=ferry&tab=articles&page=2',
  'found-quotations': '/search?q=ferry&tab=quotes',
  'found-people': '/search?q=ferry&tab=people',
  'narrowed-search': '/search?q=bridge+said%3AEllind',
  ask: '/ask',
  check: '/check',
  checked: '/share?text=A+text+with+words',
  'ask-story': '/ask?story=story-1',
  'ask-person': '/ask?entity=person%3Atomas-reyd',
  answer: '/ask?q=Will+there+be+a+toll%3F&from=2026-03-01',
  'answer-without-model': '/ask?q=a+toll%3F+no+model',
  'answer-on-and-on':
    '/ask?q=and+when%3F&story=story-1&entity=person%3Amara-ellind&follows=Who+leads+the+council%3F&follows=a+toll%3F',
  'no-answer': '/ask?q=Who+paid+for+the+bridge%3F',
  'nothing-to-answer': '/ask?q=nothing',
  'answer-being-judged': '/ask?q=judging',
  'judged-answer': '/ask?q=judged',
  'written-answer': '/ask?q=a+toll%2C+written%3F',
  'too-little-written': '/ask?q=a+toll%2C+too+little%3F',
  'answer-being-written': '/ask?q=a+toll%2C+writing%3F',
  'answer-not-written': '/ask?q=a+toll%2C+busy%3F',
  add: '/add?added=3&existing=1',
  'page-feed': '/feeds/page?url=https%3A%2F%2Fpaper.example%2Fnews%2F',
  'page-feed-none': '/feeds/page?url=https%3A%2F%2Fpaper.example%2Fnone',
  'page-feed-wrong': '/feeds/page?url=https%3A%2F%2Fpaper.example%2F&items=li&date=a%3A%3Ab',
  admin: '/server',
  speech: '/admin/speech',
  labels: '/labels',
  'article-labels': '/labels?article=article-wire',
  'no-labels': '/labels?article=article-none',
  arrange: '/stories/story-1/arrange?article=article-arabic',
  'arrange-alone': '/stories/story-alone/arrange?q=nothing',
  choice: '/choices/choice-1',
  'undone-choice': '/choices/choice-2',
  settings: '/settings?saved=appearance&was=theme:dark',
  'sign-in': '/sign-in?back=%2Ffollowing',
  'open-link': '/setup',
  'set-up': '/setup?token=some',
  'set-up-closed': '/setup?token=used',
  invitation: '/invitations/open',
  'sign-in-ways': '/settings/sign-in?done=passkey',
  'enter-code': '/sign-in/code?back=%2Ffollowing',
  'not-in': '/sign-in/elsewhere/back?state=x',
  account: '/settings/account?saved=profile',
  accounts: '/server/people',
  'model-settings': '/settings/model?said=saved',
  following: '/following',
  'following-shown': '/following?muted=show&done=mute.mute-1',
  saved: '/library',
  'none-saved': '/library?q=nothing',
  notes: '/library/notes',
  tags: '/library/tags',
  links: '/settings/links?revoked=1',
  'new-link': '/settings/links/new?story=story-1',
  'shared-story': '/shared/example-token-of-a-link',
  'shared-brief': '/shared/brief',
  'no-notes': '/library/notes?cursor=none',
  'new-note': '/notes/new?article=article-wire&start=141&end=200',
  'edit-note': '/notes/note-1/edit',
  history: '/library/history',
  'history-off': '/library/history?cursor=off',
  desk: '/desk',
  'my-desk': '/desk?mine=1',
  'desk-story': '/desk/story-1',
  'new-desk-story': '/desk/desk-story-2',
  'desk-log': '/desk/log',
  data: '/data?what=snapshot&person=x&name=Mara+Ellind',
  alerts: '/alerts',
  'no-alerts': '/alerts?cursor=none',
  'alert-settings': '/settings/alerts?said=tested',
  watch: '/settings/alerts/watches/watch-1?said=saved',
  'shared-watch': '/settings/alerts/watches/watch-3',
  'new-watch': '/settings/alerts/watches/new?kind=topic&target=world&label=World',
  destinations: '/settings/send?said=added',
  sendings: '/settings/send/destination-1?again=2',
  send: '/send?article=article-wire&sent=1',
  'alert-stop': `/alerts/stop/${mailToken}`,
  'alert-stopped': `/alerts/stop/${'m'.repeat(42)}n`,
  discussion: '/stories/story-1/discussion',
  'no-comments': '/stories/story-1/discussion?cursor=none',
  'article-discussion': '/articles/article-wire/discussion',
  'sentence-discussion': '/articles/article-wire/discussion?revision=doc-wire&start=141&end=200',
  comment: '/comments/comment-1',
  'own-comment': '/comments/comment-3?said=held',
  'comment-on-words': '/comments/new?article=article-wire&revision=doc-wire&start=141&end=200',
  'answer-comment': '/comments/new?answers=comment-1',
  'change-comment': '/comments/comment-3/edit',
  'newest-comments': '/discussion',
  mentions: '/mentions',
  moderation: '/moderation',
  'nothing-waits': '/moderation?cursor=none',
  'moderation-log': '/moderation/log',
  'discussion-switch': '/admin/discussion',
  about: '/about',
  offline: '/offline',
  shared: '/share?url=https%3A%2F%2Fsite.example%2Fnews',
  'shared-nothing': '/share?text=Look',
  import: '/settings/import',
  listImport: '/settings/import/lists/list-1',
  'save-page': '/save?url=https%3A%2F%2Fsite.example%2Fnews&title=Harbor+news',
  'save-nothing': '/save',
  'with-pictures': '/articles/article-wire?pictures=1',
  'not-found': '/nowhere',
} as const

/**
 * The first and the last state of each kind of page, as it comes in `paths`: pages of one kind are written by one template. What takes
 * long is asked of these alone.
 */
export const samples: ReadonlySet<string> = new Set(
  Object.values(
    Object.groupBy(Object.entries(paths), ([, path]) =>
      path.replace(/\?.*/, '').replace(/(?<=\/[^/]+\/)[^/]*(?:-\w|%|\d)[^/]*/g, '*'),
    ),
  ).flatMap((states = []) => [states[0]![0], states.at(-1)![0]]),
)
