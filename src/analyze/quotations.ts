import type { Span } from '../core/span.ts'
import { type Mark, type MarkFamily, marksIn } from './marks.ts'

/** Words between quotation marks. `start` and `end` take the marks in; `inner` is what stands between them. */
export type Quotation = {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly inner: Span
  readonly block: number
  readonly family: MarkFamily
  /** Id of the quotation this one goes on with: the next paragraph of the same speech. */
  readonly continues?: number
  /** False when the paragraph ended, or a new opening mark came, before the closing one. */
  readonly isClosed: boolean
  /** True inside another quotation. */
  readonly isNested: boolean
}

/**
 * Quotations of a text, by where they start, the outer before the inner.
 *
 * Block by block with a stack. Where apostrophe and closing mark are the same sign, a plural possessive stays inside
 * when a later mark can close. A block that begins with an opening mark goes on with the quotation that the block
 * before left open (the custom of English, French and Arabic papers alike).
 */
export function findQuotations(text: string, blocks: readonly Span[]): Quotation[] {
  const readable = text.includes("''") ? joinDoubled(text) : text
  const finder: Finder = { text: readable, found: [], block: 0, span: { start: 0, end: 0 }, stack: [] }
  let open: Carried | undefined
  blocks.forEach((span, block) => {
    finder.block = block
    finder.span = span
    finder.stack = []
    open = readBlock(finder, open, blocks[block + 1])
  })
  return markNested(readable === text ? finder.found : finder.found.map((quotation) => withBothSigns(text, quotation)))
}

/** A mark typed as two single signs is both of them. */
function withBothSigns(text: string, quotation: Quotation): Quotation {
  const { start, end, isClosed } = quotation
  const isDoubled = (at: number): boolean => text[at] === "'" && text[at + 1] === "'"
  return {
    ...quotation,
    start: isDoubled(start - 1) ? start - 1 : start,
    end: isClosed && isDoubled(end - 1) ? end + 1 : end,
  }
}

type Opened = { readonly at: number; readonly family: MarkFamily; readonly sign: string; readonly continues?: number }
type Carried = { readonly family: MarkFamily; readonly id: number }
type Finder = { readonly text: string; readonly found: Quotation[]; block: number; span: Span; stack: Opened[] }

/** Two single signs typed for a double one, made one double sign and a space so that offsets stay. */
function joinDoubled(text: string): string {
  return text.replace(/(^|[\s([])''(?=\S)/g, '$1 "').replace(/''/g, '" ')
}

function readBlock(finder: Finder, carried: Carried | undefined, next: Span | undefined): Carried | undefined {
  const marks = marksIn(finder.text, finder.span)
  const first = marks[0]
  let from = 0
  if (carried && first && first.at === finder.span.start && first.family === carried.family && !isCloser(first)) {
    finder.stack.push({ ...opened(first), continues: carried.id })
    from = 1
  }
  for (let i = from; i < marks.length; i++) {
    const mark = marks[i] as Mark
    if (mark.family === 'single') readSingle(finder, marks, i)
    else readPaired(finder, mark)
  }
  return closeAtBlockEnd(finder, next)
}

function isCloser(mark: Mark): boolean {
  return mark.isSure ? mark.sign === '”' : !mark.opens
}

function opened({ at, family, sign }: Mark): Opened {
  return { at, family, sign }
}

/** Double marks and guillemets: a sign closes when one of its family is open and it does not surely open. */
function readPaired(finder: Finder, mark: Mark): void {
  const { stack, text } = finder
  const depth = stack.findLastIndex((one) => one.family === mark.family)
  const open = stack[depth]
  if (!open) {
    if (mark.sign === '”' && !/\s/.test(text[mark.at - 1] ?? ' ')) return
    stack.push(opened(mark))
    return
  }
  if (!closes(mark, open)) {
    if (depth === stack.length - 1 && mark.family === 'double') splitFlattened(finder, mark, 'double')
    else stack.push(opened(mark))
    return
  }
  stack.length = depth
  emit(finder, open, mark.at + 1, true)
}

function closes(mark: Mark, open: Opened): boolean {
  if (mark.sign === '“') return open.sign === '„' || open.sign === '”'
  if (mark.sign === '«' || mark.sign === '»') return open.sign !== mark.sign
  return mark.isSure ? !mark.opens : true
}

function readSingle(finder: Finder, marks: readonly Mark[], i: number): void {
  const mark = marks[i] as Mark
  const { stack } = finder
  if (mark.opens) {
    if (stack.at(-1)?.family === 'single') splitFlattened(finder, mark, 'single')
    else stack.push(opened(mark))
    return
  }
  const depth = stack.findLastIndex((one) => one.family === 'single')
  const open = stack[depth]
  if (!open || depth < stack.length - 1) return // an apostrophe
  if (isPluralPossessive(finder.text, marks, i)) return
  stack.length = depth
  emit(finder, open, mark.at + 1, true)
}

/** Words that go on after a quotation has closed, and hardly ever follow a plural possessive. */
const AFTER_QUOTATION =
  /^(?:he|she|they|it|we|i|said|says|the|a|an|from|in|on|at|to|of|for|and|but|or|with|by|as|that|which|who|if|after|before|while|when|was|were|is|are|has|had|have|will|would|could|should|may|might|told|added|adding|because|among|between|during|against|over|under|than|into|about|not|rather|despite|since|until|though|although|mr|mrs|ms|sir|dr)$/i

/** `'the leaders' talks went well'`: a later mark closes, before another opens, so this one is an apostrophe. */
function isPluralPossessive(text: string, marks: readonly Mark[], i: number): boolean {
  const mark = marks[i] as Mark
  if (!mark.isPossessive || mark.followsPunctuation) return false
  const later = marks.slice(i + 1).find((one) => one.family === 'single')
  if (!later || later.opens || !(later.followsPunctuation || !later.isPossessive)) return false
  const word = /^\s+(\p{L}+)/u.exec(text.slice(mark.at + 1, mark.at + 30))?.[1] ?? ''
  return !AFTER_QUOTATION.test(word)
}

/**
 * An opening mark while one of its family is open. After the end of a sentence, two paragraphs of one speech were run
 * together (`…situation. 'And I hope…`): the first part ends here and the second goes on with it. Else the first
 * mark was a stray or an elision, and is dropped.
 */
function splitFlattened(finder: Finder, mark: Mark, family: MarkFamily): void {
  const { stack, text } = finder
  const open = stack.pop() as Opened
  const between = text.slice(open.at + 1, mark.at)
  if (!/[.!?…]\s+$/.test(between) || between.length <= 20) {
    stack.push({ at: mark.at, family, sign: mark.sign })
    return
  }
  const end = mark.at - (between.length - between.trimEnd().length)
  const before = emit(finder, open, end, false)
  stack.push({ at: mark.at, family, sign: mark.sign, continues: before.id })
}

/** What is still open: carried on when the next block begins with the same mark, else kept only if it reads as speech. */
function closeAtBlockEnd(finder: Finder, next: Span | undefined): Carried | undefined {
  const open = finder.stack[0]
  if (!open) return undefined
  const { text, span } = finder
  if (next && startsWithFamily(text, next, open.family))
    return { family: open.family, id: emit(finder, open, span.end, false).id }
  const length = span.end - open.at
  const isSpeech =
    open.family === 'single' ? length > 25 && /[.!?…,]$/.test(text.slice(open.at, span.end).trim()) : length > 15
  if (isSpeech) emit(finder, open, span.end, false)
  return undefined
}

const FAMILY_START: { readonly [Family in MarkFamily]: RegExp } = {
  double: /["“„]/,
  single: /['‘’]/,
  guillemet: /[«»「『]/,
}

function startsWithFamily(text: string, span: Span, family: MarkFamily): boolean {
  return FAMILY_START[family].test(text[span.start] ?? '')
}

function emit(finder: Finder, open: Opened, end: number, isClosed: boolean): Quotation {
  const { text, found, block } = finder
  let start = open.at + 1
  let stop = isClosed ? end - 1 : end
  while (start < stop && /\s/.test(text[start] as string)) start++
  while (stop > start && /\s/.test(text[stop - 1] as string)) stop--
  const quotation: Quotation = {
    id: found.length,
    start: open.at,
    end,
    inner: { start, end: stop },
    block,
    family: open.family,
    ...(open.continues === undefined ? {} : { continues: open.continues }),
    isClosed,
    isNested: false,
  }
  found.push(quotation)
  return quotation
}

function markNested(found: readonly Quotation[]): Quotation[] {
  const sorted = found.filter(({ inner }) => inner.end > inner.start).sort((a, b) => a.start - b.start || b.end - a.end)
  let outerEnd = -1
  return sorted.map((quotation) => {
    const isNested = quotation.end <= outerEnd
    if (!isNested) outerEnd = quotation.end
    return isNested ? { ...quotation, isNested } : quotation
  })
}
