import { nth } from '../../core/nth.ts'
import type { KeptBlocks } from '../blocks/keep-blocks.ts'
import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import { hasNameShape } from '../bylines/person-name.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { excerpt } from '../markup/visible-text.ts'
import { isFilmTitle, isTeaserLabel, leadsToArticle, noticeStep } from './notice-phrase.ts'
import { surplusPhrase } from './surplus-phrase.ts'
import { teaserBoxes } from './teaser-boxes.ts'
import { teaserDecks } from './teaser-decks.ts'
import { isNamedCaption, linesUnderPictures } from './under-picture.ts'
import { withoutEmptyHeadings } from './without-repeats.ts'

const shortestRun = 3
const linkedShare = 0.9
const levels = 3
const maxLookedAt = 12

/** The indexes of tables of contents: at least three consecutive lines that link to places on the page itself. */
export function contentsLines(kept: readonly PageBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let start = 0; start < kept.length; ) {
    let end = start
    while (end < kept.length && leadsWithin(nth(kept, end))) end++
    if (end - start >= shortestRun) for (let at = start; at < end; at++) found.add(at)
    start = Math.max(end, start + 1)
  }
  return found
}

function leadsWithin({ kind, linkShare, place }: PageBlock): boolean {
  if (linkShare < linkedShare || kind === 'quote' || kind === 'table-row') return false
  const href = linkOf(place.element)?.attributes.href
  return href !== undefined && /#[^#:]+$/.test(href)
}

function linkOf(element: PageElement): PageElement | undefined {
  let around: PageElement | undefined = element
  for (let level = 0; around !== undefined && level < levels; level++, around = around.parent)
    if (around.tag === 'a') return around
  const waiting: PageElement[] = [element]
  for (let at = 0; at < waiting.length && at < maxLookedAt; at++)
    for (const child of nth(waiting, at).children) {
      if (typeof child === 'string') continue
      if (child.tag === 'a') return child
      waiting.push(child)
      if (waiting.length > maxLookedAt) break
    }
  return undefined
}

const longestButton = 8
const shortestShout = 5
const longestShout = 20

const asking =
  /^(?:[\p{Extended_Pictographic}\u{fe0f}👉→»>]\s*)?(?:shop|buy|order|book|try|get|start|check (?:price|latest|availability|current|here)|go to|visit (?:site|website|the|store|our|us)|find (?:a|an|your|out)|view (?:on|deal|price|at|product)|see (?:on|deal|price|it|at|more|all|reviews?)|learn more|discover more|use code|download|claim|sign up|join (?:the|us|our|now)|watch (?:now|video|the video)|read (?:more|report|the report|full)|explore more|request (?:a|your)|contact us|subscribe|add to (?:cart|basket)|leave a comment|back to|directions$|homepage$|source$|website$|jetzt (?:kaufen|bestellen|buchen)|zum (?:angebot|shop|produkt)|mehr erfahren|acheter|commander|réserver|voir (?:le prix|l['’]offre)|en savoir plus|comprar|reservar|ver (?:oferta|precio)|saber? más|saiba mais|acquista|scopri di più|купить|заказать|подробнее|اشتر|احجز|اطلب)(?![\p{Ll}])/iu

const priced = /(?:^|\s)(?:check price|now [$€£]\d|[$€£]\d[\d.,]* (?:at|on|from) \p{Lu})/iu
const leading =
  /^(?:👉\s*)?(?:find out|learn (?:about|how|more|why|to)|see (?:how|the|which|why|what|our)|check out|get more|read (?:more|about|our|the)|discover (?:how|what|the|our)|explore (?:our|the|more)|watch (?:our|the|how)|shop (?:the|now|all)|buy (?:the|now))\b/iu
/** The share of capitals in a line in capitals: some names keep a small letter. */
const capitalShare = 0.85
const buttonClass = /(?:^|[\s_-])(?:btn|buttons?|cta)(?:$|[\s_-])/i

/**
 * True for a paragraph that is a button: a few words, all of them one link, which ask for something, name a price, are in capitals or are
 * in an element whose class names it a button. Linked headings and list items don't count.
 */
function isButton(block: PageBlock): boolean {
  const { kind, text, wordCount, linkShare, place } = block
  if (linkShare < 0.9 || wordCount > longestShout || /^h\d$/.test(place.element.tag)) return false
  if (wordCount >= shortestShout && kind !== 'list-item' && isShouted(text)) return true
  if (kind === 'heading') return false
  if (wordCount >= shortestShout && leading.test(text)) return true
  if (kind !== 'paragraph' || wordCount > longestButton) return false
  if (asking.test(text) || priced.test(text)) return true
  const { element } = place
  const link = element.children.find((child) => typeof child !== 'string')
  return [link, element, element.parent].some(
    (part) => typeof part === 'object' && buttonClass.test(part.attributes.class ?? ''),
  )
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters.length >= 15 && capitals >= letters.length * capitalShare
}

const label =
  /^(?:more(?=\s*[:：]$)|related(?: (?:reads?|readings?|posts?|articles?|stories|resources?|content|coverage|links?|publications?|topics?|videos?))?|more (?:great |top |recent |popular )?(?:[\p{L}\d]+ ){0,2}(?:stories|articles|posts|news)|(?:other|more|similar) (?:posts|articles|stories|reads)(?: (?:you (?:may|might|will) (?:enjoy|like|love)|like this|for you))?|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|check out next|read next|what to read next|recommended(?: (?:reading|for you|posts|articles))?|keep reading|articles (?:liés|similaires|connexes)|à lire (?:aussi|également)|das könnte (?:sie|dich) auch interessieren|weitere artikel|artículos relacionados|te puede interesar|artigos relacionados|leia também|articoli correlati|potrebbe interessarti|lees ook|читайте также|مقالات ذات صلة|اقرأ أيضا)\s*[:：.…]?$/iu

const longestTeaser = 30
/** Share of links in a teaser. At the end of a text, items may have more text beside them. */
const mostlyLinked = 0.6
const partlyLinked = 0.25
const lateFrom = 0.6
const shortestLine = 3

/** The indexes of lists of other articles: a label for them with the linked lines or items directly below it, and linked lines at the end. */
function linkLists(kept: readonly PageBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  kept.forEach((block, at) => {
    if (block.wordCount > 8 || !label.test(block.text)) return
    let end = at + 1
    while (end < kept.length && isTeaser(nth(kept, end), at >= kept.length * lateFrom)) end++
    if (end === at + 1 && end < kept.length && kept[end]?.kind !== 'heading') return
    for (let i = at; i < end; i++) found.add(i)
  })
  for (let at = kept.length - 1; at > 0 && isLinkedLine(nth(kept, at)); at--) found.add(at)
  return found
}

/** A line that is only a link: lines like this at the end of a text lead to other pages. */
function isLinkedLine({ kind, wordCount, linkShare, text }: PageBlock): boolean {
  if (kind === 'code' || kind === 'table-row' || kind === 'quote') return false
  return linkShare >= 0.95 && wordCount >= shortestLine && !/^https?:/.test(text)
}

function isTeaser({ kind, wordCount, linkShare }: PageBlock, isLate: boolean): boolean {
  if (kind === 'code' || kind === 'table-row' || wordCount > longestTeaser) return false
  return linkShare >= (isLate && kind === 'list-item' ? partlyLinked : mostlyLinked)
}

const nearEnd = 3
const longestNote = 80
const named =
  /^(?:about )?((?:\p{Lu}[\p{L}.'’-]*\s){1,4})(?:\([^()]{3,60}\) )?(?:is|writes|covers|reports|has (?:been|written|covered))\s/u
const trade =
  /^.{0,60}\b(?:is|was) (?:an?|the|our|[\p{Lu}][\p{L}'’&. ]{1,40}['’]s?) (?:[\p{L}&'’-]+ ){0,6}(?:reporter|writer|journalist|editor|correspondent|columnist|contributor|blogger|curator|freelancer|staffer|publisher)\b/iu
const noteClass =
  /(?:^|[\s_-])(?:author|about-?author)-?_?(?:bio|box|card|note|info|description)(?:$|[\s_-])|(?:^|\s)(?:byline|bio|authorbio)(?:$|\s)/i

/**
 * The indexes of author notes at the end of an article: a name that the text does not mention, with a writer's profession, or an element
 * whose class names it such a note. A text about a reporter mentions them earlier.
 */
function authorNotes(kept: readonly PageBlock[], authors: readonly string[]): ReadonlySet<number> {
  const notes = new Set<number>()
  for (let at = kept.length - 1; at > 0 && at >= kept.length - nearEnd; at--) {
    const block = nth(kept, at)
    if (block.wordCount <= longestNote && isNote(block, kept.slice(0, at), authors)) notes.add(at)
  }
  return notes
}

function isNote({ text, kind, place }: PageBlock, before: readonly PageBlock[], authors: readonly string[]): boolean {
  if (kind !== 'paragraph') return false
  if (authors.some((author) => isAboutAuthor(text, author))) return true
  const name = named.exec(text)?.[1]?.trim()
  if (name === undefined) return false
  if (noteClass.test(`${place.element.attributes.class ?? ''} ${place.element.parent?.attributes.class ?? ''}`))
    return true
  if (name.includes(' ') && authors.some((author) => author.toLowerCase().includes(name.toLowerCase()))) return true
  const last = name.split(/\s+/).at(-1) ?? name
  return trade.test(text) && !before.some((block) => block.text.includes(last))
}

/** After an author's name, in the languages of most outlets: who they are and what they do. */
const does =
  /^,? (?:is|was|writes|covers|reports|ist|war|arbeitet|schreibt|berichtet|leitet|est|écrit|travaille|dirige|es|escribe|trabaja|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|är|skriver|er|arbeider|jest|pisze)(?![\p{L}\p{M}])/u
const longestRole = 40

/** Whether a line begins with an author's full name, perhaps after an office, and says what they do. */
function isAboutAuthor(text: string, author: string): boolean {
  const name = author.trim()
  if (!name.includes(' ')) return false
  const at = text.indexOf(name)
  return (
    at >= 0 && at <= longestRole && !/[.!?:,“”"«»]/.test(text.slice(0, at)) && does.test(text.slice(at + name.length))
  )
}

const firstLines = 3
const longestByline = 8
const proseWords = 12
const bylineClass = /author|byline/i

/** Whether one of the first lines is who wrote the text: full names alone, not in a heading's element, or a class says so. */
function isByline({ text, wordCount, kind, place }: PageBlock, next: PageBlock | undefined): boolean {
  if (wordCount > longestByline || next === undefined || kind === 'list-item' || kind === 'quote') return false
  const classes = place.element.attributes.class ?? ''
  if (/quote|zitat/i.test(classes)) return false
  if (bylineClass.test(classes) && !/[.!?:]$/.test(text)) return true
  if (next.kind === 'heading' || next.wordCount < proseWords || place.element.tag !== 'p') return false
  return text.split(/\s*[/|,]\s*|\s(?:and|und|et|y|&)\s/u).every(hasNameShape)
}

const shortest = 7
const longest = 45
/** Each is searched in the whole text. */
const maxQuotes = 100

/** The indexes of pull quotes: quotations set apart that a longer block contains word for word. */
function pullQuotes(kept: readonly PageBlock[]): ReadonlySet<number> {
  const isQuote = ({ kind, wordCount }: PageBlock): boolean =>
    kind === 'quote' && wordCount >= shortest && wordCount <= longest
  const quotes = kept.flatMap((block, at) => (isQuote(block) ? [at] : [])).slice(0, maxQuotes)
  if (quotes.length === 0) return new Set()
  const text = kept.flatMap((block) => (block.kind === 'quote' ? [] : [` ${block.key} `])).join('\n')
  return new Set(quotes.filter((at) => text.includes(` ${nth(kept, at).key} `)))
}

/** At most this share of a text's words may be surplus; more is the subject of the page. */
const maxShare = 0.3

/**
 * Removes the lines that are certainly not the article's, however likely they looked: captions, buttons, notices, tables of contents, pull
 * quotes, lists of other articles and boxes that lead to them, and author notes at the end.
 */
export function withoutSurplus(chosen: KeptBlocks, title: string, authors: readonly string[]): KeptBlocks {
  const { kept, removals } = withoutDecks(chosen)
  const notes = authorNotes(kept, authors)
  const captions = linesUnderPictures(kept)
  const links = linkLists(kept)
  const boxes = teaserBoxes(kept)
  const contents = contentsLines(kept)
  const pulled = pullQuotes(kept)
  const steps = kept.map((block, at) => {
    if (notes.has(at)) return 'byline'
    if (links.has(at) || boxes.has(at)) return 'related link'
    if (contents.has(at)) return 'navigation'
    if (pulled.has(at)) return 'repeated'
    if (captions.has(at)) return 'caption'
    if (at > 2 && isTeaserLabel(block)) return 'related link'
    const step = at === 0 && isHeadline(block, title) ? 'title' : surplusStep(block)
    return step ?? (at < firstLines && isByline(block, kept[at + 1]) ? 'byline' : undefined)
  })
  const left = kept.filter((_, at) => steps[at] === undefined)
  if (left.length === kept.length || wordsIn(left) < wordsIn(kept) * (1 - maxShare)) return { kept, removals }
  const dropped = kept.flatMap(({ text }, at) =>
    steps[at] === undefined ? [] : [{ step: steps[at], text: excerpt(text) }],
  )
  const all = [...removals, ...dropped]
  return { kept: withoutEmptyHeadings(left, all), removals: all }
}

/** Removes the lines below the headlines of other articles: they may be a third of a short text. */
function withoutDecks({ kept, removals }: KeptBlocks): KeptBlocks {
  const decks = teaserDecks(kept)
  if (decks.size === 0) return { kept, removals }
  const dropped = [...decks].map((at) => ({ step: 'related link', text: excerpt(nth(kept, at).text) }))
  return { kept: kept.filter((_, at) => !decks.has(at)), removals: [...removals, ...dropped] }
}

/** Why a block is certainly not text, whatever its surroundings. */
export function surplusStep(block: PageBlock): string | undefined {
  if (isButton(block)) return 'appeal'
  if (isNamedCaption(block)) return 'caption'
  const step = surplusPhrase(block) ?? noticeStep(block)
  return step ?? (leadsToArticle(block) || isFilmTitle(block) ? 'related link' : undefined)
}

/** The headline in other words: a first-level heading with most of the title's words. */
function isHeadline({ place, key }: PageBlock, title: string): boolean {
  if (place.element.tag !== 'h1') return false
  const named = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const own = key.split(' ')
  return own.filter((word) => named.has(word)).length >= own.length * 0.6
}
