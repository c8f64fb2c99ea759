import { isLetter } from '../tag-end.ts'

/** A start tag as written. `isBroken`: a value was unclosed, or contained quotation marks or tags that should have been escaped. */
type OutlineTag = {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, raw: string])[]
  readonly isEmpty: boolean
  readonly isBroken: boolean
  /** Index after the tag. */
  readonly end: number
}

const NAME_END = /[\s=/>"'<]/g
const UNQUOTED_END = /[\s>"'<]/g
/** What may follow the closing quotation mark of a value: the end of the tag, the next tag, or another attribute. */
const AFTER_VALUE =
  /\s*(?:[/?]?>|<|$)|\s*[^\s=<>"'/]+\s*=\s*["'\w]|(?:\s+[\w:.-]+){1,3}(?:\s*\/?>|\s+[\w:.-]+\s*=\s*["'])/y
/** An unclosed value ends before one of these. */
const UNCLOSED_END = /\s[\w:.-]{1,100}\s{0,20}=\s{0,20}["']|\/?>|<[/a-z!?]/gi
/** The elements of a list: none of them begins inside a closed value. */
const OWN_TAG = /<\/?(?:outline|body|opml|head)(?=[\s/>])/gi
/** `text="Rivers xmlUrl=`: the next attribute begins where a quotation mark is missing. */
const NEXT_ATTRIBUTE = /\s[\w:.-]{1,100}\s{0,20}=\s{0,20}$/

/**
 * Reads a start tag of a subscription list, even when it isn't valid XML: with tags or quotation marks inside a value, an unclosed value,
 * or unquoted values. `at` is the index of its `<`. Takes time in proportion to its length.
 */
export function readOutlineTag(text: string, at: number): OutlineTag {
  const attributes: [string, string][] = []
  let isBroken = false
  let index = nextOf(NAME_END, text, at + 1)
  const name = text.slice(at + 1, index)
  const done = (end: number, isEmpty: boolean): OutlineTag => ({ name, attributes, isEmpty, isBroken, end })
  const ahead: Ahead = { own: -1, hopeless: -1 }
  while (index < text.length) {
    const sign = text[index]!
    if (sign === '>') return done(index + 1, false)
    if (sign === '<') {
      isBroken = true
      return done(index, false)
    }
    if (sign === '/' && text[index + 1] === '>') return done(index + 2, true)
    if (/[\s/="']/.test(sign)) {
      index += 1
      continue
    }
    const nameEnd = nextOf(NAME_END, text, index)
    const attribute = text.slice(index, nameEnd)
    const [, space = ''] = equals(text, nameEnd)
    if (space === '') {
      attributes.push([attribute, ''])
      index = nameEnd
      continue
    }
    index = nameEnd + space.length
    const quote = text[index]
    if (quote !== '"' && quote !== "'") {
      const end = nextOf(UNQUOTED_END, text, index)
      // The slash of `/>` isn't part of a URL.
      const until = text[end - 1] === '/' && text[end] === '>' && end > index ? end - 1 : end
      attributes.push([attribute, text.slice(index, until)])
      index = until
      continue
    }
    const value = valueAt(text, index, ahead)
    isBroken ||= value.isBroken
    const raw = text.slice(index + 1, value.end)
    attributes.push([attribute, value.isClosed ? raw : raw.trimEnd()])
    index = value.isClosed ? value.end + 1 : value.end
  }
  isBroken = true
  return done(text.length, false)
}

/** The equals sign after a name, with the space around it; empty when there is none. */
function equals(text: string, at: number): readonly [at: number, sign: string] {
  let end = at
  while (isSpace(text.charCodeAt(end))) end += 1
  if (text[end] !== '=') return [at, '']
  end += 1
  while (isSpace(text.charCodeAt(end))) end += 1
  return [at, text.slice(at, end)]
}

type Value = {
  /** Index of its closing quotation mark, where it is closed. */
  readonly end: number
  readonly isClosed: boolean
  readonly isBroken: boolean
}

/** Positions found further on in the text, so that they are searched only once. */
type Ahead = {
  own: number
  /** No quotation mark before this index closes a value that was opened earlier. */
  hopeless: number
}

function valueAt(text: string, open: number, ahead: Ahead): Value {
  const quote = text[open]!
  const first = text.indexOf(quote, open + 1)
  const unclosed = (): Value => ({ end: nextOf(UNCLOSED_END, text, open + 1), isClosed: false, isBroken: true })
  if (first < 0) return unclosed()
  const value = text.slice(open + 1, first)
  const hasTag = value.includes('<')
  if (!hasTag && closes(text, first)) return { end: first, isClosed: true, isBroken: false }
  if (ahead.own <= open) ahead.own = nextOf(OWN_TAG, text, open + 1)
  const { own } = ahead
  if (closes(text, first)) {
    // When another tag of the list begins before this one ends, the quotation mark belongs to that one: `text="A/><outline text="<b>`.
    const isOthers = own < first && />\s*$/.test(text.slice(Math.max(open + 1, own - 100), own))
    return isOthers ? unclosed() : { end: first, isClosed: true, isBroken: false }
  }
  if (!hasTag && NEXT_ATTRIBUTE.test(value.slice(-150))) return unclosed()
  if (first <= ahead.hopeless) return unclosed()
  const close = closingBefore(text, open, own)
  if (close >= 0) return { end: close, isClosed: true, isBroken: true }
  ahead.hopeless = own
  return unclosed()
}

/** The first quotation mark that closes a value and isn't inside a tag within it: `"<p class="x" id="y">words</p>" xmlUrl=`. */
function closingBefore(text: string, open: number, end: number): number {
  const quote = text[open]!
  let isInTag = false
  for (let at = open + 1; at < end; at++) {
    const sign = text[at]
    if (sign === '<') isInTag = isTagStart(text, at)
    else if (sign === '>') isInTag = false
    else if (sign === quote && !isInTag && closes(text, at)) return at
  }
  return -1
}

function closes(text: string, close: number): boolean {
  AFTER_VALUE.lastIndex = close + 1
  return AFTER_VALUE.test(text)
}

function isTagStart(text: string, less: number): boolean {
  const next = text.charCodeAt(less + 1)
  return next === 47 || isLetter(next)
}

function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13)
}
