import type { PageElement } from '../markup/page-tree.ts'
import { boilerplateStep } from '../surplus/boilerplate.ts'
import type { PageBlock } from './page-blocks.ts'

/** The features of {@link shapeOf}, in order. */
export const shapeNames = [
  'words',
  'length',
  'linkShare',
  'isBold',
  'hasTime',
  'kind',
  'headingLevel',
  'tag',
  'wordLength',
  'upperShare',
  'digitShare',
  'markShare',
  'commas',
  'endsSentence',
  'endsColon',
  'endsQuestion',
  'startsLower',
  'startsQuote',
  'startsMark',
  'isBracketed',
  'capitalizedShare',
  'stockPhrase',
  'note',
  'hasAddress',
  'firstInside',
  'lastInside',
  'pieceCount',
  'linkCount',
  'linkKind',
  'sentences',
] as const

const kinds = ['paragraph', 'heading', 'list-item', 'quote', 'code', 'table-row']
const tags =
  'p div li h1 h2 h3 h4 h5 h6 td figcaption blockquote section article span dd dt pre aside tr body main'.split(' ')
const insideTags = ['', 'a', 'strong', 'b', 'em', 'i', 'span', 'img', 'time', 'small', 'u', 'font', 'cite', 'br']
/** A longer block, in words, is no such line. */
const longestStock = 60
const steps = ['related link', 'appeal', 'caption', 'credit', 'page furniture', 'advertisement']

// Notes that outlets add at the end or beginning of a text: who reported it, where it appeared first, what was corrected.
const note =
  /\b(?:contributed to this|(?:reporting|editing|writing|additional reporting|compiled) by|(?:staff|senior|freelance|chief) (?:writer|reporter|editor|correspondent)|is an? (?:[\w-]+ ){0,4}(?:writer|reporter|columnist|journalist|editor|author|professor|fellow|contributor|correspondent|freelancer)|follow (?:him|her|them)|reach(?:ed)? (?:him|her|them|us)? ?(?:at|on)|our standards|this (?:article|story|post|column|piece) (?:was|is|has|first|originally|appeared)|originally (?:published|appeared)|affiliate|commission|corrections?|clarification|editor['’]s note|views expressed|press release|source:|avec (?:afp|reuters)|rédaction|مراسل|تحرير|المصدر)/iu
const address = /https?:\/\/|www\.|@[\p{L}\d_]|[\p{L}\d.]@[\p{L}\d]/u

/** Measures a block alone: its words, characters and markup, in any script. */
export function shapeOf(block: PageBlock): readonly number[] {
  const { text, wordCount, place } = block
  const { element } = place
  const signs = countSigns(text)
  const length = text.length
  const pieces = piecesOf(element)
  const level = /^h[1-6]$/.test(element.tag) ? Number(element.tag[1]) : 0
  return [
    wordCount,
    length,
    block.linkShare,
    Number(block.isBold),
    Number(block.hasTime),
    kinds.indexOf(block.kind),
    level,
    tags.indexOf(element.tag),
    length / (wordCount + 1),
    signs.upper / length,
    signs.digits / length,
    signs.marks / (wordCount + 1),
    signs.commas,
    Number(/[.!?…。！？؟।]["”’»)\]]*$/.test(text)),
    Number(text.endsWith(':') || text.endsWith('：')),
    Number(/[?？؟]$/.test(text)),
    Number(/^\p{Ll}/u.test(text)),
    Number(/^["“”'‘«„「]/.test(text)),
    Number(/^[*•\-–—†›>·|]/.test(text)),
    Number(/^[[(].*[\])]$/s.test(text)),
    signs.capitalized / (wordCount + 1),
    stockPhraseOf(block),
    Number(wordCount <= 120 && note.test(text)),
    Number(wordCount <= 80 && address.test(text)),
    pieces.first,
    pieces.last,
    pieces.count,
    pieces.links,
    pieces.linkKind,
    signs.ends,
  ]
}

/** Which kind of line that pages add around an article a block may be by its words: 0 for none. */
export function stockPhraseOf({ text, wordCount }: PageBlock): number {
  return wordCount <= longestStock ? steps.indexOf(boilerplateStep(text, wordCount) ?? '') + 1 : 0
}

type Signs = { upper: number; digits: number; marks: number; commas: number; capitalized: number; ends: number }

/** One pass over the first thousand characters. */
function countSigns(text: string): Signs {
  const signs: Signs = { upper: 0, digits: 0, marks: 0, commas: 0, capitalized: 0, ends: 0 }
  const end = Math.min(text.length, 1_000)
  let before = 32
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isUpper(code, text, i)) {
      signs.upper++
      if (before === 32) signs.capitalized++
    } else if (code >= 48 && code <= 57) signs.digits++
    else if (code === 44 || code === 0x060c || code === 0x3001 || code === 0xff0c) {
      signs.commas++
      signs.marks++
    } else if (code === 46 || code === 33 || code === 63 || code === 0x3002 || code === 0x061f || code === 0x0964) {
      signs.ends++
      signs.marks++
    } else if (code === 58 || code === 59 || code === 0x061b) signs.marks++
    before = code
  }
  return signs
}

function isUpper(code: number, text: string, at: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  // Capitals outside ASCII: Latin, Greek, Cyrillic, Armenian. Other scripts have none.
  return code >= 0xc0 && code < 0x590 && text.charAt(at).toLowerCase() !== text.charAt(at)
}

type Pieces = { first: number; last: number; count: number; links: number; linkKind: number }

const linkKinds: readonly RegExp[] = [
  /^mailto:|^tel:/i,
  /(?:twitter|facebook|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|threads|t)\.(?:com|net|me)\//i,
  /\/(?:authors?|auteurs?|people|person|staff|profiles?|contributors?|by|reporters?|autor(?:es)?|bios?|team|journalists?|writers?)\//i,
  /\/(?:tags?|topics?|categor(?:y|ies)|sections?|theme|sujet|hashtag|keywords?)\//i,
  /subscri|newsletter|sign-?up|register|donate|support|membership|login/i,
]

/** The element's content, one level deep: tags at its ends and where its first links lead. */
function piecesOf(element: PageElement): Pieces {
  const pieces: Pieces = { first: -1, last: -1, count: 0, links: 0, linkKind: 0 }
  let at = element
  for (let level = 0; level < 3; level++) {
    const only = onlyChild(at)
    if (only === undefined) break
    at = only
    pieces.count++
    if (only.tag === 'a') addLink(only, pieces)
    if (pieces.first < 0) pieces.first = pieces.last = insideTags.indexOf(only.tag)
  }
  for (const child of at.children.slice(0, 60)) {
    if (typeof child === 'string') {
      if (child.trim() === '') continue
      if (pieces.first < 0) pieces.first = 0
      pieces.last = 0
    } else {
      const tag = insideTags.indexOf(child.tag)
      if (pieces.first < 0) pieces.first = tag
      pieces.last = tag
      if (child.tag === 'a') addLink(child, pieces)
    }
    pieces.count++
  }
  return pieces
}

function onlyChild(element: PageElement): PageElement | undefined {
  let only: PageElement | undefined
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return undefined
    } else if (only !== undefined) return undefined
    else only = child
  }
  return only
}

function addLink(link: PageElement, pieces: Pieces): void {
  pieces.links++
  if (pieces.linkKind > 0) return
  const href = (link.attributes.href ?? '').slice(0, 200)
  pieces.linkKind = linkKinds.findIndex((kind) => kind.test(href)) + 1
}
