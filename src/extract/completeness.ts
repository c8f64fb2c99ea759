import type { ArticleKind, Completeness } from '../core/article.ts'
import type { JsonLdNode } from './json-ld.ts'
import { isRecord, listOf } from './json-ld.ts'
import { countWords, keyOf, wordsOf } from './words.ts'

const wall =
  /(?:\bsubscribe(?: now)? (?:to|for|and) (?:continue|keep|read|unlock|access|full|unlimited|view)|\b(?:to|and) (?:continue|keep) reading\b.{0,60}\b(?:subscri|sign|register|log|account|trial|free)|\b(?:subscribe|register|sign up|sign in|log in|create (?:a|an) (?:free )?account).{0,60}\bto (?:continue reading|keep reading|read (?:more|on|the (?:full|rest))|unlock|view|access)\b|\bthis (?:article|story|content|post|page) is (?:only |exclusively )?(?:available |reserved |exclusive )?(?:for|to) (?:our |paid |paying )?(?:subscribers|members|registered)|\b(?:subscribers?|members?|premium)[- ](?:only|exclusive) (?:content|article|story)|\balready (?:a|an) (?:subscriber|member)\b|\balready subscribed\b|\balready have an account\b|\bunlock (?:this|the full) (?:article|story)|\byou(?:'ve|’ve| have) reached your (?:limit|free article|monthly)|\bthis is (?:a )?(?:premium|subscriber)\b|\bremaining free articles?\b|réservé (?:à nos|aux) abonnés|il vous reste [\d.,]+ ?% de|la suite (?:de cet article )?est réservée|abonnez-vous pour (?:lire|continuer|accéder)|pour lire la suite|déjà abonné|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|sie möchten weiterlesen|suscríbete para (?:seguir|continuar|leer)|contenido exclusivo para suscriptores|per continuare a leggere|già abbonato|assine para (?:continuar|ler)|للمشتركين فقط|اشترك (?:لمتابعة|لقراءة|للقراءة)|هذا المحتوى للمشتركين)/i

/** The words by which a text says that the rest costs money or a login; undefined when there are none. */
export function wallPhrase(text: string): string | undefined {
  return wall.exec(text.slice(0, 4_000))?.[0]
}

const minimumWords: Readonly<Record<ArticleKind, number>> = {
  article: 60,
  opinion: 80,
  'press-release': 60,
  roundup: 40,
  live: 30,
  video: 0,
  audio: 0,
  gallery: 0,
  index: 0,
}

/** What completeness is judged on. `walls` are the texts outside the article that speak of a wall. */
export type CompletenessSigns = {
  readonly kind: ArticleKind
  readonly texts: readonly string[]
  readonly node: JsonLdNode | undefined
  readonly walls: readonly string[]
  /** What is wrong with the opening, as a sentence. */
  readonly leadProblem: string | undefined
}

/** How much of the article stands in the text, with a reason a reader understands. */
export function judgeCompleteness(signs: CompletenessSigns): Completeness {
  const { kind, texts, node, walls, leadProblem } = signs
  const wordCount = texts.reduce((sum, text) => sum + countWords(text), 0)
  if (wordCount === 0) return { kind: 'failed', reason: 'No article text was found on the page' }
  const wallReason = whyWalled(texts, node, walls, wordCount)
  if (wallReason !== undefined) return { kind: 'paywalled', reason: wallReason }
  const promised = promisedWords(node)
  if (promised !== undefined && promised >= 150 && wordCount < promised * 0.4)
    return { kind: 'blurb', reason: `The page announces about ${promised} words; ${wordCount} were found` }
  if (leadProblem !== undefined) return { kind: 'lead-missing', reason: leadProblem }
  const last = texts.at(-1) ?? ''
  if (wordCount < 200 && /(?:…|\.\.\.)\s*(?:\[?(?:read more|continue reading|lire la suite|more)\]?)?\s*$/i.test(last))
    return { kind: 'blurb', reason: 'The text breaks off with an ellipsis' }
  if (wordCount < minimumWords[kind]) return { kind: 'blurb', reason: `Only ${wordCount} words of text` }
  return { kind: 'complete' }
}

function whyWalled(
  texts: readonly string[],
  node: JsonLdNode | undefined,
  walls: readonly string[],
  wordCount: number,
): string | undefined {
  const atEnd = texts
    .slice(-3)
    .filter((text) => countWords(text) < 60)
    .map(wallPhrase)
    .find((phrase) => phrase !== undefined)
  if (atEnd !== undefined) return `The page says: “${atEnd}”`
  const phrase = walls.map(wallPhrase).find((found) => found !== undefined)
  const isPaid = isPaidContent(node)
  const promised = promisedWords(node)
  const isCut = promised !== undefined && wordCount < promised * 0.7
  if (phrase !== undefined && (isCut || wordCount < (isPaid ? 300 : 200))) return `The page says: “${phrase}”`
  if (isPaid && (isCut || wordCount < 250)) return 'The page says that the article is not free to read'
  return undefined
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
