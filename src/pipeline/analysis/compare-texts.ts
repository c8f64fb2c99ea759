import { sentences } from '../../analyze/sentences.ts'
import { type ArticleKind, type Completeness, isAggregation } from '../../core/article.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import { countDiff, hasSameContent, type RevisedText, type RevisionDiff } from '../../core/reading/revision-diff.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'

/** `5 minutes ago` and similar: another number at each request. */
const ago =
  /\b(?:\d+|an?|one|two|three)\s+(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)\s+ago\b|\bil y a \d+ (?:secondes?|min(?:utes?)?|heures?|h|jours?)(?!\p{L})|\bvor (?:\d+|einer|einem) (?:sekunden?|min(?:uten?)?\.?|stunden?|std\.?|tag(?:en)?)(?!\p{L})|\bhace \d+ (?:segundos?|min(?:utos?)?|horas?|h|días?)(?!\p{L})|\b\d+ (?:secondi|minut[oi]|or[ae]|giorn[oi]) fa\b|\bhá \d+ (?:segundos?|min(?:utos?)?|horas?|h|dias?)(?!\p{L})|\b\d+ (?:seconden?|minu(?:ut|ten)|uur|dag(?:en)?) geleden\b|(?:منذ|قبل) [\d٠-٩]+ (?:ثوان|ثانية|دقائق|دقيقة|ساعات|ساعة|أيام|يوما?)/giu
/** `12 comments`, `1.2K shares`, `3 min read`. */
const counted =
  /(?:^|\s)[\d.,٠-٩]+\s?[km]?\+?\s(?:comments?|shares?|views?|likes?|reactions?|replies|min(?:ute)?s?(?: to)? read|commentaires?|partages?|kommentare?|comentarios?|commenti|comentários?|reacties|تعليقات?|مشاركات?)(?=$|[\s.,·|])/giu
/** How a line of furniture begins; another page's headline follows a colon. */
const furniture =
  /^\W*(?:advertisement|sponsored(?: content)?|most (?:read|popular|viewed|shared)|trending(?: now)?|read (?:more|next|also)|related(?: (?:stories|articles|topics|content|coverage))?|recommended(?: for you)?|more on this (?:story|topic)|more from \p{L}+|see also|share(?: this)?(?: (?:article|story|page))?|sign up|subscribe(?: now)?|follow us|publicité|les plus lus|(?:à )?lire aussi|sur le même sujet|partager|werbung|anzeige|meistgelesen|lesen sie auch|mehr zum thema|teilen|publicidad|lo más (?:leído|visto)|(?:lee|lea) también|compartir|pubblicità|i più letti|leggi anche|condividi|publicidade|mais lid[ao]s|leia também|compartilhe|advertentie|meest gelezen|lees ook|delen|إعلان|الأكثر قراءة|اقرأ أيضا|شارك)(?<rest>\s*[:：]\s*.{0,160}|\W*)$/iu
/** A time of the page itself. */
const stamped =
  /^\W*(?:(?:last )?(?:updated|published|posted|modified)|mis à jour|publié|aktualisiert|veröffentlicht|actualizado|publicado|aggiornato|pubblicato|atualizado|bijgewerkt|gepubliceerd|آخر تحديث|نُ?شر)(?:\s*[:：])?\s*(?:on |at |le |à |am |um |el |a las |il |alle |em |às |op |om |في )?/iu
/** The byline with its day and time, inside the text. */
const byline = /^(?:by|par|von|por|di|door)\s.{3,80}?\b(?:19|20)\d\d\b.{0,60}\d\d?(?::\d\d)?\s*(?:[ap]\.?m\.?)?\W*$/iu
const maxWords = 14

/** A line without news: it comes and goes, or counts, whatever the article says. */
export function isTransient(line: string): boolean {
  const text = line.trim()
  if ((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > (text.includes(':') ? 2 * maxWords : maxWords)) return false
  if (furniture.test(text) || byline.test(text)) return true
  const rest = withoutTransient(text).replace(stamped, '')
  if (!/\p{L}/u.test(rest)) return true
  // A stamp of only day and time: it ends in a number, a zone, or `pm`.
  return (
    stamped.test(text) &&
    /^(?:\P{L}*\p{L}+){0,5}\P{L}*$/u.test(rest) &&
    /(?:\d|[ap]\.?m\.?|\b[A-Z]{2,4}|Uhr)\W*$/u.test(rest)
  )
}

/** A line without the words that differ at each request. */
export function withoutTransient(line: string): string {
  return line.replace(ago, ' ').replace(counted, ' ')
}

export type ReadText = {
  readonly document: Document
  readonly annotations: Annotations
  readonly completeness: Completeness
  /** The kind of page; without it, one article. */
  readonly kind?: ArticleKind
}

/**
 * How a text that was just read differs from the stored one: `same`, identical; `furniture`: only typography, or text around the article
 * (most read, 5 minutes ago); `less`: cut off, behind a paywall, or the feed's text in place of the page's; `other-page`: an entirely
 * different text; `news`: it says something else.
 */
export type TextVerdict = 'same' | 'furniture' | 'less' | 'other-page' | 'news'

const held: Readonly<Record<Completeness['kind'], number>> = {
  complete: 3,
  'lead-missing': 2,
  paywalled: 1,
  blurb: 1,
  'feed-only': 1,
  failed: 0,
}
/** A text with fewer of the older one's sentences than this share is a different one, if its headline differs too. */
const minSharedShare = 0.1
/** A text that ends before this share of the older one was cut. */
const cutShare = 0.6

/** Compares a text with the stored one. An outlet's own note (a correction, a retraction) always makes it news. */
export function compareTexts(known: ReadText, read: ReadText): TextVerdict {
  if (known.document.id === read.document.id) return 'same'
  const [wasSpoken, isSpoken] = [known, read].map(({ document }) => document.cues !== undefined)
  // The page of a recording says what it is about, its transcript what is said.
  if (wasSpoken && !isSpoken) return 'less'
  if (isSpoken && (!wasSpoken || known.document.text === read.document.text)) return 'news'
  // A retraction is short but complete, so having less text is no reason to keep the old one.
  if (isRetracted(read) && !isRetracted(known)) return 'news'
  const gain = held[read.completeness.kind] - held[known.completeness.kind]
  const isNowList = isAggregation(read.kind) && !isAggregation(known.kind)
  if (gain !== 0 && !isNowList) return gain < 0 ? 'less' : 'news'
  const [before, after] = [withoutPassingParts(known), withoutPassingParts(read)]
  const diff = compareRevisions(before, after)
  // However complete it is, a list of other articles isn't the article's text.
  if (isNowList && isOther(before, diff)) return 'other-page'
  if (gain !== 0) return gain < 0 ? 'less' : 'news'
  if (hasSameContent(diff)) return 'furniture'
  if (notesOf(read) > notesOf(known)) return 'news'
  const counts = countDiff(diff)
  const isCut =
    counts.added + counts.changed === 0 &&
    lengthOf(after) < cutShare * lengthOf(before) &&
    diff.rows.findLastIndex(({ kind }) => kind !== 'removed') < diff.rows.findIndex(({ kind }) => kind === 'removed')
  if (isCut) return 'less'
  return isOther(before, diff) && before.sentences.length >= 3 && !sharesWords(before.title, after.title)
    ? 'other-page'
    : 'news'
}

/** Another headline, and almost none of the sentences. */
function isOther(before: RevisedText, diff: RevisionDiff): boolean {
  const { isHeadlineChanged, removed } = countDiff(diff)
  const { length } = before.sentences
  return isHeadlineChanged && length - removed < minSharedShare * length
}

function notesOf({ annotations }: ReadText): number {
  return annotations.amendments?.items.length ?? 0
}

function lengthOf({ sentences }: RevisedText): number {
  return sentences.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The text without passing parts: its sentences joined, since only their content is compared. */
function withoutPassingParts({ document }: ReadText): RevisedText {
  const passing = passingBlocks(document)
  // Detected here: stored sentences may have been split by older rules.
  const kept = sentences.run(document, {}).flatMap(({ span, block }) => {
    if (passing.has(block)) return []
    const text = document.text.slice(span.start, span.end)
    return isTransient(text) ? [] : withoutTransient(text)
  })
  let at = 0
  const spans = kept.map((text) => {
    const start = at
    at += text.length + 1
    return { start, end: start + text.length }
  })
  return { title: document.title, text: kept.join('\n'), sentences: spans }
}

/** Lists below a line of furniture: the headlines of other pages. */
function passingBlocks({ blocks, text }: Document): ReadonlySet<number> {
  const found = new Set<number>()
  let isUnder = false
  blocks.forEach(({ kind, start, end }, number) => {
    isUnder = isTransient(text.slice(start, end)) || (isUnder && kind === 'list-item')
    if (isUnder) found.add(number)
  })
  return found
}

/** Two headlines of one article share a word of some length. */
function sharesWords(one: string, other: string): boolean {
  const words = (title: string) => new Set(title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu))
  return words(one).intersection(words(other)).size > 0
}
