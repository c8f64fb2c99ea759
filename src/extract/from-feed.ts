import type { Extraction, Picture, Removal } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { FeedEntry } from '../core/entry.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'
import { kindOf } from './article-kind.ts'
import { joinBlocks, type LooseBlock } from './blocks/join-blocks.ts'
import { blocksOf, type PageBlock } from './blocks/page-blocks.ts'
import { readCredit } from './bylines/agency-credit.ts'
import { splitNames } from './bylines/authors.ts'
import { cutOffReason } from './completeness.ts'
import { readFacts } from './facts/page-facts.ts'
import { parsePage } from './markup/page-tree.ts'
import { excerpt, visibleText } from './markup/visible-text.ts'
import { readPictures } from './pictures/pictures.ts'
import { furnitureStep } from './surplus/boilerplate.ts'
import { endingWallPhrase } from './surplus/wall-words.ts'
import { countWords, keyOf } from './words.ts'

/** From this many words a feed's full text counts as an article rather than a teaser. */
const articleWords = 120

/**
 * The feed's own text as an article, for a page that is unavailable. `reason` says why, as a sentence for the reader. A full text is
 * `feed-only`, a teaser `blurb`, nothing at all `failed`.
 */
export function extractFromFeed(entry: FeedEntry, reason: string): Extraction {
  const html = longer(entry.contentHtml, entry.summaryHtml)
  const page = parsePage(asMarkup(html))
  const facts = readFacts(page.root)
  const removals: Removal[] = [...page.removals]
  const blocks = keepFeedBlocks(blocksOf(page.root), keyOf(entry.title), removals)
  const wordCount = blocks.reduce((sum, block) => sum + countWords(block.text), 0)
  const authors = entry.authors.flatMap((author) => splitNames(author.name))
  const base = entry.url ?? ''
  const { pictures } = readPictures({ articleRoot: page.root, node: undefined, facts, base })
  const leadPicture = leadOf(entry, pictures)
  const credit = readCredit({
    authors,
    bylines: [],
    sourceNames: entry.origin === undefined ? [] : [entry.origin.title],
    blocks: blocks.map((block) => block.text),
  })
  const { publishedAt, updatedAt, language } = entry
  return {
    title: visibleText(entry.title),
    ...joinBlocks(blocks),
    authors,
    ...defined({ publishedAt, updatedAt, section: entry.categories[0], language, credit, leadPicture }),
    ...defined({ canonicalUrl: entry.url, description: descriptionOf(entry) }),
    pictures,
    kind: kindOfEntry(entry, wordCount, blocks),
    completeness: completenessOf(blocks, wordCount, entry, reason, removals),
    removals,
  }
}

function longer(a: string | undefined, b: string | undefined): string {
  return (a ?? '').length >= (b ?? '').length ? (a ?? '') : (b ?? '')
}

/** Some feeds send plain text: its lines become paragraphs. */
function asMarkup(html: string): string {
  if (/<(?:p|br|div|li|h[1-6]|table|blockquote)\b/i.test(html) || !html.trim().includes('\n')) return html
  return html
    .split(/\n+/)
    .map((line) => `<p>${line}</p>`)
    .join('')
}

function keepFeedBlocks(blocks: readonly PageBlock[], titleKey: string, removals: Removal[]): LooseBlock[] {
  return blocks.flatMap((block, index) => {
    const step = feedStep(block, index, titleKey)
    if (step === undefined)
      return [{ kind: block.kind, text: block.text.replace(/\s*\[(?:…|\.\.\.|&hellip;)\]\s*$/, '…') }]
    removals.push({ step, text: excerpt(block.text) })
    return []
  })
}

/** Unlike a page, a feed's text is nearly all article: only captions, repeated titles and obvious furniture are removed. */
function feedStep(block: PageBlock, index: number, titleKey: string): string | undefined {
  if (block.place.isInCaption || block.place.isInFigure) return 'caption'
  if (index === 0 && block.key === titleKey) return 'title'
  if (block.linkShare > 0.9 && block.wordCount <= 12 && block.kind !== 'list-item') return 'links'
  return block.kind === 'code' ? undefined : furnitureStep(block.text, block.wordCount)
}

function leadOf(entry: FeedEntry, pictures: readonly Picture[]): Picture | undefined {
  const enclosed = entry.enclosures.find((enclosure) => enclosure.type?.startsWith('image/'))?.url
  const url = entry.imageUrl ?? enclosed
  if (url === undefined) return pictures[0]
  return pictures.find((picture) => picture.url === url) ?? { url }
}

function descriptionOf(entry: FeedEntry): string | undefined {
  if (entry.summaryHtml === undefined || entry.contentHtml === undefined) return undefined
  const text = blocksOf(parsePage(entry.summaryHtml).root)
    .map((block) => block.text)
    .join(' ')
  return text === '' ? undefined : excerpt(text, 1_000)
}

function kindOfEntry(entry: FeedEntry, wordCount: number, blocks: readonly LooseBlock[]): Extraction['kind'] {
  const type = entry.enclosures.find((enclosure) => /^(?:audio|video)\//.test(enclosure.type ?? ''))?.type
  if (type?.startsWith('audio') && wordCount < 400) return 'audio'
  if (type?.startsWith('video') && wordCount < 400) return 'video'
  return kindOf({
    url: entry.url ?? '',
    title: entry.title,
    section: entry.categories[0],
    node: undefined,
    nodes: [],
    facts: {
      metas: new Map([['og:type', ['article']]]),
      titleTag: '',
      headings: [],
      subheadings: [],
      feedNames: [],
      times: [],
      bylines: [],
      authorLinks: new Set(),
      portraits: new Set(),
      media: [],
      itemTypes: [],
    },
    wordCount,
    texts: blocks.map((block) => block.text),
    kickers: [],
    pictureCount: 0,
    shape: undefined,
  })
}

function completenessOf(
  blocks: readonly LooseBlock[],
  wordCount: number,
  entry: FeedEntry,
  reason: string,
  removals: readonly Removal[],
): Extraction['completeness'] {
  if (wordCount === 0) return { kind: 'failed', reason: formatReason('feed-empty', sentence(reason)) }
  const last = blocks.at(-1)?.text ?? ''
  const phrase = endingWallPhrase([...blocks.slice(-2), ...removals.slice(-2)].map((line) => line.text).join(' '))
  if (phrase !== undefined && wordCount < 400) return { kind: 'paywalled', reason: formatReason('feed-says', phrase) }
  const isCut = cutOffReason(last) === 'ellipsis'
  if (entry.contentHtml === undefined || wordCount < articleWords || isCut)
    return { kind: 'blurb', reason: formatReason('feed-summary', sentence(reason), wordCount) }
  return { kind: 'feed-only', reason: sentence(reason) }
}

function sentence(reason: string): string {
  const text = reason.trim()
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`
}
