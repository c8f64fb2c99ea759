import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ParsedFeed } from '../../core/entry.ts'
import { maxSelectorLength, type PageRule, parsePageRule } from '../../core/feed/page-rule.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { PageFeedResult } from '../../extract/rules/read-page-feed.ts'
import { plainText } from '../../feeds/plain-text.ts'
import { PAGE_TYPES } from '../../pipeline/pages/fetch-page.ts'
import type { FetchedPage } from '../../pipeline/pages/read-page.ts'
import { explainPageFeed, explainSlow } from '../../pipeline/polls/explain-page-feed.ts'
import { explainFailure } from '../../pipeline/polls/schedule-poll.ts'
import { completeAddress } from '../articles/complete-address.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type { AddResult } from '../views.ts'
import { subscribe } from './add-feed.ts'

/** An entry that a rule finds in a page. */
export type PreviewEntry = {
  readonly title: string
  readonly url: string
  readonly publishedAt?: string
  /** Plain text. */
  readonly summary?: string
  readonly author?: string
  readonly hasImage?: true
}

/** A page as a feed, before anybody subscribes to it. */
export type PageFeedView = {
  readonly kind: 'preview'
  readonly url: string
  readonly title: string
  readonly rule: PageRule
  /** Other rules that find a list on the page. */
  readonly others: readonly PageRule[]
  readonly entryCount: number
  /** The first of them. */
  readonly entries: readonly PreviewEntry[]
}

/** Why there is no preview. `reason` is the cause, `message` its English text, `field` the part of the rule that is wrong. */
export type NoPageFeed = {
  readonly kind: 'refused'
  readonly reason: string
  readonly message: string
  readonly url?: string
  readonly field?: string
}

const mostShown = 12
const selector = z.string().trim().min(1).max(maxSelectorLength)
const optional = selector.optional()
const rule = z.object({
  items: selector,
  title: optional,
  link: optional,
  date: optional,
  summary: optional,
  image: optional,
  author: optional,
})
const url = z.string().min(1).max(maxLength.pageAddress)

export const suggestPageFeed = defineOperation({
  name: 'suggest_page_feed',
  minRole: 'reader',
  summary:
    'Finds lists of headlines on a page and suggests rules to make a feed from it, the current one first; nothing is added',
  input: z.strictObject({ url }),
  async run(context, { url: written }): Promise<PageFeedView | NoPageFeed> {
    const page = await pageAt(context, written)
    if ('kind' in page) return page
    const asked = await context.sites.readPage({ of: 'rules', page })
    if (asked.kind !== 'done') return refused('page-too-slow', explainSlow(asked), page.url)
    if (asked.reading.of !== 'rules') throw new Error('A thread answered another question')
    const { rules, result } = asked.reading
    const kept = parsePageRule((await context.store.feeds.findIntake({ url: page.url }))?.intakeRule)
    const again = kept && (await readPageBy(context, page, kept))
    if (kept && again?.kind === 'read')
      return preview(
        page.url,
        kept,
        rules.filter(({ items }) => items !== kept.items),
        again.feed,
      )
    const [first, ...others] = rules
    if (first !== undefined && result?.kind === 'feed') return preview(page.url, first, others, result.feed)
    return refused(
      'no-list',
      'No list of headlines was found on this page. Enter CSS selectors for its articles.',
      page.url,
    )
  },
})

export const previewPageFeed = defineOperation({
  name: 'preview_page_feed',
  minRole: 'reader',
  summary: 'Previews the entries that a rule finds on a page; nothing is added',
  input: z.strictObject({ url, rule }),
  async run(context, input): Promise<PageFeedView | NoPageFeed> {
    const read = await readBy(context, input.url, input.rule as PageRule)
    return read.kind === 'refused' ? read : preview(read.page.url, input.rule as PageRule, [], read.feed)
  },
})

export const addPageFeed = defineOperation({
  name: 'add_page_feed',
  minRole: 'reader',
  summary: 'Subscribes to a page as a feed, with a rule that finds entries on it now',
  input: z.strictObject({
    url,
    rule,
    title: z.string().trim().max(maxLength.feedName).optional(),
    folder: z.string().max(maxLength.folder).default(''),
  }),
  async run(context, { title, folder, ...input }): Promise<AddResult> {
    const read = await readBy(context, input.url, input.rule as PageRule)
    if (read.kind === 'refused') return read
    return addPageFeedFor(context, {
      url: read.page.url,
      rule: input.rule as PageRule,
      title: title || read.feed.title,
      folder,
    })
  },
})

type ReadPage = { readonly kind: 'read'; readonly page: FetchedPage; readonly feed: ParsedFeed }

async function readBy(context: OperationContext, written: string, by: PageRule): Promise<NoPageFeed | ReadPage> {
  const page = await pageAt(context, written)
  return 'kind' in page ? page : readPageBy(context, page, by)
}

async function readPageBy(context: OperationContext, page: FetchedPage, by: PageRule): Promise<NoPageFeed | ReadPage> {
  const asked = await context.sites.readPage({ of: 'feed', page, rule: by })
  if (asked.kind !== 'done') return refused('page-too-slow', explainSlow(asked), page.url)
  if (asked.reading.of !== 'feed') throw new Error('A thread answered another question')
  const { result } = asked.reading
  return result.kind === 'feed' ? { kind: 'read', page, feed: result.feed } : notMade(result, page.url)
}

function notMade(result: Exclude<PageFeedResult, { kind: 'feed' }>, at: string): NoPageFeed {
  const reason = result.kind === 'rule-empty' && result.itemCount > 0 ? 'rule-untitled' : result.kind
  const field = result.kind === 'bad-selector' ? { field: result.field } : {}
  return { ...refused(reason, explainPageFeed(result), at), ...field }
}

async function pageAt(context: OperationContext, written: string): Promise<FetchedPage | NoPageFeed> {
  const address = completeAddress(written)
  if (address === undefined) return refused('no-address', `“${written}” is not a web address.`)
  const { http, sites } = context
  const tooOften = refuseTurn(context, 'fetch')
  if (tooOften) return refused('too-often', tooOften.message, address)
  const page = await http.get(address, {
    accept: PAGE_TYPES,
    maxBytes: sites.feedBytes,
  })
  if (page.kind === 'not-modified')
    return refused('unknown', 'The server’s answer can’t be read. Try again later.', address)
  if (page.kind !== 'ok') return refused(page.kind, explainFailure(page), address)
  return { body: page.body, contentType: page.contentType, url: page.url }
}

function refused(reason: string, message: string, at?: string): NoPageFeed {
  return { kind: 'refused', reason, message, ...defined({ url: at }) }
}

function preview(at: string, by: PageRule, others: readonly PageRule[], feed: ParsedFeed): PageFeedView {
  const entries = feed.entries.slice(0, mostShown).map(
    ({ title, url: to = at, publishedAt, summaryHtml, authors, imageUrl }): PreviewEntry => ({
      title,
      url: to,
      ...defined({
        publishedAt,
        summary: summaryHtml === undefined ? undefined : plainText(summaryHtml).slice(0, 300),
        author: authors[0]?.name,
        hasImage: imageUrl === undefined ? undefined : (true as const),
      }),
    }),
  )
  return { kind: 'preview', url: at, title: feed.title, rule: by, others, entryCount: feed.entries.length, entries }
}

/**
 * Subscribes to a page as a feed. If the instance already reads the page, the new rule replaces the old one when the reader is its only
 * subscriber or the owner, or the old rule no longer works.
 */
async function addPageFeedFor(
  context: OperationContext,
  {
    url,
    rule,
    title,
    folder,
  }: { readonly url: string; readonly rule: PageRule; readonly title: string; readonly folder: string },
): Promise<AddResult> {
  const { store, reader, now } = context
  const intakeRule = JSON.stringify(rule)
  const known = await store.feeds.findIntake({ url })
  const isOther = known !== undefined && !isDeepStrictEqual(parsePageRule(known.intakeRule), rule)
  if (known !== undefined && isOther) {
    const feed = await store.feeds.get(reader.id, known.id)
    const readers = await store.feeds.readerCount(known.id)
    const isTheirs = feed.isSubscribed && readers === 1
    if (readers > 0 && !isTheirs && feed.lastError === undefined && !mayActAs(reader.role, 'owner'))
      return {
        kind: 'refused',
        reason: 'others-read-it',
        message:
          'Somebody here already follows this page with another rule. Subscribe to that feed, or ask the owner to change it.',
      }
    await store.feeds.setIntake(known.id, { intake: 'page', intakeRule }, now().toISOString())
  }
  return subscribe(context, [{ url, title, intake: 'page', intakeRule }], folder)
}
