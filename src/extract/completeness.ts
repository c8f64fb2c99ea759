import type { ArticleKind, Completeness } from '../core/article.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'
import type { JsonLdNode } from './facts/json-ld.ts'
import { isRecord, listOf } from './facts/json-ld.ts'
import { whyNoArticle } from './no-article.ts'
import { breaksOff, sendsOn } from './surplus/teaser-ending.ts'
import { endingWallPhrase, wallLine, wallPhrase } from './surplus/wall-words.ts'
import { countWords, keyOf, wordsOf } from './words.ts'

const minimumWords: Readonly<Record<ArticleKind, number>> = {
  article: 60,
  opinion: 80,
  'press-release': 60,
  newsletter: 40,
  roundup: 40,
  live: 30,
  correction: 10,
  video: 0,
  audio: 0,
  gallery: 0,
  index: 0,
}

/** Below this many words a text may be a teaser of a longer one. */
const teaserWords = 200
/** Fewer words are no text of anything but a film or a list. */
const fewestWords = 8

/** What completeness is judged on. */
export type CompletenessSigns = {
  readonly kind: ArticleKind
  readonly texts: readonly string[]
  readonly node: JsonLdNode | undefined
  /** The title of the page and its first headings. */
  readonly headlines: readonly string[]
  /** The texts outside the article that may speak of a wall. */
  readonly walls: readonly string[]
  /** The lines right after the article. */
  readonly following: readonly string[]
  /** What is wrong with the opening, as a sentence. */
  readonly leadProblem: string | undefined
}

/** How much of the article stands in the text, with a reason a reader understands: the page's own words, or the numbers. */
export function judgeCompleteness(signs: CompletenessSigns): Completeness {
  const { kind, texts, node, walls, headlines, leadProblem } = signs
  const wordCount = texts.reduce((sum, text) => sum + countWords(text), 0)
  // Where the page describes an article, its headline is that article's.
  const isWalled = texts.some((text) => wallPhrase(text) !== undefined)
  const obstacle = isWalled ? undefined : whyNoArticle(node === undefined ? headlines : [], texts, walls)
  if (obstacle !== undefined) return { kind: 'failed', reason: obstacle }
  if (wordCount < (minimumWords[kind] > 0 ? fewestWords : 1)) return { kind: 'failed', reason: formatReason('no-text') }
  const wallReason = whyWalled(signs, wordCount)
  if (wallReason !== undefined) return { kind: 'paywalled', reason: wallReason }
  const promised = promisedWords(node)
  if (promised !== undefined && promised >= 100 && wordCount < promised * 0.6)
    return { kind: 'blurb', reason: formatReason('promised', promised, wordCount) }
  if (leadProblem !== undefined) return { kind: 'lead-missing', reason: leadProblem }
  const teaser = whyTeaser(signs, wordCount)
  if (teaser !== undefined) return { kind: 'blurb', reason: teaser }
  if (wordCount < minimumWords[kind] && !isAnnounced(wordCount, promised))
    return { kind: 'blurb', reason: formatReason('few-words', wordCount) }
  return { kind: 'complete' }
}

function whyWalled({ texts, walls, node, following }: CompletenessSigns, wordCount: number): string | undefined {
  const atEnd = [...texts.slice(-3), ...(wordCount < teaserWords ? following.slice(0, 2) : [])]
    .filter((text) => countWords(text) < 60)
    .map((text) => endingWallPhrase(text) ?? (wordCount < teaserWords ? wallLine(text) : undefined))
    .find((phrase) => phrase !== undefined)
  if (atEnd !== undefined) return formatReason('page-says', atEnd)
  const phrase = walls.map(wordCount < 60 ? endingWallPhrase : wallPhrase).find((found) => found !== undefined)
  const isPaid = isPaidContent(node)
  const promised = promisedWords(node)
  const isCut = promised !== undefined && wordCount < promised * 0.7
  if (isAnnounced(wordCount, promised)) return undefined
  if (phrase !== undefined && (isCut || wordCount < (isPaid ? 300 : teaserWords)))
    return formatReason('page-says', phrase)
  if (!isPaid) return undefined
  if (isCut) return formatReason('not-free-promised', promised, wordCount)
  return wordCount < 250 ? formatReason('not-free') : undefined
}

function whyTeaser({ texts, following }: CompletenessSigns, wordCount: number): string | undefined {
  if (wordCount >= teaserWords) return undefined
  const last = texts.at(-1) ?? ''
  const isCut = breaksOff(texts.findLast((text) => countWords(text) > 4) ?? last)
  const onward = sendsOn([...following, ...(countWords(last) <= 12 ? [last] : [])], isCut !== undefined)
  if (onward !== undefined && (isCut !== undefined || /\s/.test(onward) || wordCount < 80))
    return formatReason('sends-on', onward)
  return isCut === 'ellipsis' ? formatReason('breaks-off') : undefined
}

/** The page announces about as many words as there are, however few. */
function isAnnounced(wordCount: number, promised: number | undefined): boolean {
  return promised !== undefined && wordCount >= promised * 0.85
}

/** schema.org `isAccessibleForFree: false` on the article. https://schema.org/isAccessibleForFree */
function isPaidContent(node: JsonLdNode | undefined): boolean {
  if (node === undefined) return false
  const says = (value: unknown): boolean =>
    value === false || /^(?:false|no|https?:\/\/schema\.org\/false)$/i.test(String(value ?? ''))
  return (
    says(node.fields.isAccessibleForFree) ||
    (node.fields.isAccessibleForFree === undefined &&
      listOf(node.fields.hasPart).some((part) => isRecord(part) && says(part.isAccessibleForFree)))
  )
}

function promisedWords(node: JsonLdNode | undefined): number | undefined {
  const count = Number(node?.fields.wordCount)
  return Number.isFinite(count) && count > 0 && count < 100_000 ? Math.round(count) : undefined
}

/** The first sentence of a text, or undefined when it is too short to tell one text from another. */
export function firstSentence(text: string): string | undefined {
  const sentence = /^.{25,400}?[.!?。؟…]["”’»)]*(?=\s|$)/su.exec(text.trim())?.[0] ?? text.trim().slice(0, 400)
  return wordsOf(sentence).length >= 7 ? sentence : undefined
}

/** True when at least 70 % of the sentence's runs of three words stand in the text. */
export function standsIn(sentence: string, textKey: string): boolean {
  const words = wordsOf(sentence)
  if (words.length < 3) return textKey.includes(keyOf(sentence))
  let found = 0
  const total = words.length - 2
  for (let i = 0; i < total; i++) if (textKey.includes(` ${words.slice(i, i + 3).join(' ')} `)) found++
  return found >= total * 0.7
}
