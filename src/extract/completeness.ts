import type { ArticleKind, Completeness } from '../core/article.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'
import { isRecord, type JsonLdNode, listOf } from './facts/json-ld.ts'
import { findObstacle } from './find-obstacle.ts'
import { endingWallPhrase, wallLine, wallPhrase } from './surplus/wall-words.ts'
import { countWords, keyOf, wordsOf } from './words.ts'

const whole =
  /\b(?:read|view|see|get) (?:the )?(?:full|whole|entire|complete|original|rest of (?:the|this)) (?:story|article|post|report|piece)\b|^(?:continue|keep) reading\b|\bread more (?:at|on) \S+|\bread on at\b|lire la suite|lire l['’]article (?:complet|entier|en entier)|^weiterlesen\b|zum (?:ganzen|vollständigen) artikel|leer (?:más\b|la noticia completa|el artículo completo|la nota completa)|^seguir leyendo|^sigue leyendo|^continua a leggere|^continua\b$|leggi (?:tutto|l['’]articolo completo)|leia (?:mais\b|a (?:matéria|notícia|reportagem) completa|o artigo completo)|^continue lendo|^lees (?:verder|meer|het hele)|^verder lezen|اقرأ (?:المزيد|المقال كاملا|بقية)|(?:تابع|لمتابعة) القراءة|للمزيد اضغط|читать (?:далее|полностью|дальше|продолжение)|続きを読む|全文を読む|記事全文/iu
const more = /^(?:read more|more|more…|more\.\.\.|mehr|plus|más|altro|mais|meer|المزيد|ещё|もっと見る)\W*$/iu

/**
 * The words in the lines directly after the text that lead to the whole text. `Read more` alone also heads lists of other articles: it
 * counts only below a text that is cut off.
 */
function readMorePhrase(following: readonly string[], isCut: boolean): string | undefined {
  const line = following.find((text) => text.length <= 90 && (whole.test(text) || (isCut && more.test(text))))
  return line?.trim()
}

/** Whether a text is cut off: an ellipsis that no quotation mark closes, or no sentence end at all. */
export function cutOffReason(last: string): 'ellipsis' | 'no end' | undefined {
  const text = last.trim()
  if (
    /(?:…|\.\.\.)\s*(?:[[(]?(?:read (?:more|on)|continue reading|lire (?:la suite|plus)|weiterlesen|mehr|leer más|seguir leyendo|leggi (?:tutto|di più)|continua|leia mais|lees (?:meer|verder)|читать (?:далее|дальше)|اقرأ المزيد|続きを読む|more)[\])]?\s*[»›>→]*)?$/iu.test(
      text,
    )
  )
    return 'ellipsis'
  if (/[[(](?:…|\.\.\.)[\])]$/u.test(text)) return 'ellipsis'
  return /[\p{L}\p{N},]$/u.test(text) && text.length > 60 ? 'no end' : undefined
}

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

/** A text with fewer words may be a teaser of a longer one. */
const teaserWords = 200
/** With fewer words, only a film or a list is complete. */
const minWords = 8

export type CompletenessSigns = {
  readonly kind: ArticleKind
  readonly texts: readonly string[]
  readonly node: JsonLdNode | undefined
  /** The title of the page and its first headings. */
  readonly headlines: readonly string[]
  /** The texts outside the article that may mention a paywall. */
  readonly walls: readonly string[]
  readonly following: readonly string[]
  /** What is wrong with the opening, as a sentence. */
  readonly leadProblem: string | undefined
}

/** How much of the article the text contains, with a reason for readers: the page's own words, or the numbers. */
export function judgeCompleteness(signs: CompletenessSigns): Completeness {
  const { kind, texts, node, walls, headlines, leadProblem } = signs
  const wordCount = texts.reduce((sum, text) => sum + countWords(text), 0)
  // Where the page describes an article, its headline is that article's.
  const isWalled = texts.some((text) => wallPhrase(text) !== undefined)
  const obstacle = isWalled ? undefined : findObstacle(node === undefined ? headlines : [], texts, walls)
  if (obstacle !== undefined) return { kind: 'failed', reason: obstacle }
  if (wordCount < (minimumWords[kind] > 0 ? minWords : 1)) return { kind: 'failed', reason: formatReason('no-text') }
  const wallReason = paywallReason(signs, wordCount)
  if (wallReason !== undefined) return { kind: 'paywalled', reason: wallReason }
  const promised = promisedWords(node)
  if (promised !== undefined && promised >= 100 && wordCount < promised * 0.6)
    return { kind: 'blurb', reason: formatReason('promised', promised, wordCount) }
  if (leadProblem !== undefined) return { kind: 'lead-missing', reason: leadProblem }
  const teaser = teaserReason(signs, wordCount)
  if (teaser !== undefined) return { kind: 'blurb', reason: teaser }
  if (wordCount < minimumWords[kind] && !isAnnounced(wordCount, promised))
    return { kind: 'blurb', reason: formatReason('few-words', wordCount) }
  return { kind: 'complete' }
}

function paywallReason({ texts, walls, node, following }: CompletenessSigns, wordCount: number): string | undefined {
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

function teaserReason({ texts, following }: CompletenessSigns, wordCount: number): string | undefined {
  if (wordCount >= teaserWords) return undefined
  const last = texts.at(-1) ?? ''
  const isCut = cutOffReason(texts.findLast((text) => countWords(text) > 4) ?? last)
  const onward = readMorePhrase([...following, ...(countWords(last) <= 12 ? [last] : [])], isCut !== undefined)
  if (onward !== undefined && (isCut !== undefined || /\s/.test(onward) || wordCount < 80))
    return formatReason('sends-on', onward)
  return isCut === 'ellipsis' ? formatReason('breaks-off') : undefined
}

/** The page announces about this many words, however few. */
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

/** The first sentence of a text, or undefined when it is too short to distinguish texts. */
export function firstSentence(text: string): string | undefined {
  const sentence = /^.{25,400}?[.!?。؟…]["”’»)]*(?=\s|$)/su.exec(text.trim())?.[0] ?? text.trim().slice(0, 400)
  return wordsOf(sentence).length >= 7 ? sentence : undefined
}

/** True when at least 70% of the sentence's runs of three words appear in the text. */
export function appearsIn(sentence: string, textKey: string): boolean {
  const words = wordsOf(sentence)
  if (words.length < 3) return textKey.includes(keyOf(sentence))
  let found = 0
  const total = words.length - 2
  for (let i = 0; i < total; i++) if (textKey.includes(` ${words.slice(i, i + 3).join(' ')} `)) found++
  return found >= total * 0.7
}
