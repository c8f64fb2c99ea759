import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import { type Ahead, isApostrophe, lookAhead } from './apostrophes.ts'
import { joinDoubled, type Mark, type MarkFamily, marksIn } from './marks.ts'

/** Words between quotation marks. `start` and `end` take the marks in; `inner` is what is between them. */
export type Quotation = {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly inner: Span
  readonly block: number
  readonly family: MarkFamily
  /** Id of the quotation this one continues: the next paragraph of the same speech. */
  readonly continues?: number
  /** False when the paragraph ended, or a new opening mark came, before the closing one. */
  readonly isClosed: boolean
  /** True inside another quotation. */
  readonly isNested: boolean
}

/**
 * Quotations of a text, by where they start, the outer before the inner.
 *
 * Block by block with a stack. Where apostrophe and closing mark are the same sign, a plural possessive or a clipped
 * word stays inside when a later mark can close. A block that begins with an opening mark continues the quotation that the block
 * before left open (the custom of English, French and Arabic papers alike).
 */
export function findQuotations(text: string, blocks: readonly Span[]): Quotation[] {
  const readable = text.includes("''") ? joinDoubled(text) : text
  const finder: Finder = {
    text: readable,
    found: [],
    block: 0,
    span: { start: 0, end: 0 },
    stack: [],
    ahead: [],
    next: undefined,
  }
  let open: Carried | undefined
  blocks.forEach((span, block) => {
    finder.block = block
    finder.span = span
    finder.stack = []
    finder.next = blocks[block + 1]
    open = readBlock(finder, open)
  })
  return markNested(finder.found)
}

type Opened = { readonly at: number; readonly family: MarkFamily; readonly sign: string; readonly continues?: number }
type Carried = { readonly family: MarkFamily; readonly id: number }
/** Nobody nests deeper; keeps the search of the stack short. */
const DEEPEST = 8
type Finder = {
  readonly text: string
  readonly found: Quotation[]
  block: number
  span: Span
  stack: Opened[]
  ahead: Ahead[]
  next: Span | undefined
}

function readBlock(finder: Finder, carried: Carried | undefined): Carried | undefined {
  const marks = marksIn(finder.text, finder.span)
  const first = marks[0]
  finder.ahead = lookAhead(marks)
  let from = 0
  if (carried && first && first.at === finder.span.start && first.family === carried.family && !isCloser(first)) {
    finder.stack.push({ ...opened(first), continues: carried.id })
    from = 1
  }
  for (let i = from; i < marks.length; i++) {
    const mark = nth(marks, i)
    if (mark.family === 'single') readSingle(finder, marks, i)
    else readPaired(finder, marks, i)
  }
  return closeAtBlockEnd(finder)
}

function isCloser(mark: Mark): boolean {
  return mark.isSure ? mark.sign === '”' : !mark.opens
}

function opened({ at, family, sign }: Mark): Opened {
  return { at, family, sign }
}

function push(finder: Finder, mark: Mark): void {
  if (finder.stack.length < DEEPEST) finder.stack.push(opened(mark))
}

/** Double marks and guillemets: a sign closes when one of its family is open and it does not surely open. */
function readPaired(finder: Finder, marks: readonly Mark[], i: number): void {
  const { stack, text } = finder
  const mark = nth(marks, i)
  const depth = stack.findLastIndex((one) => one.family === mark.family)
  const open = stack[depth]
  if (!open) {
    if (isStray(text, mark)) return
    push(finder, mark)
    return
  }
  if (!closes(text, mark, open)) {
    const needed = isCarriedOn(finder, open) ? 1 : 2
    const isNested =
      marks.slice(i + 1, i + 1 + needed).filter((one) => one.family === mark.family && isCloser(one)).length === needed
    if (depth === stack.length - 1 && mark.family === 'double' && !isNested) splitFlattened(finder, mark)
    else push(finder, mark)
    return
  }
  stack.length = depth
  emit(finder, open, mark.at + 1, true)
}

/** A closing mark with nothing open, or an inch. */
function isStray(text: string, mark: Mark): boolean {
  if (mark.sign === '”') return !/\s/.test(text[mark.at - 1] ?? ' ')
  return mark.sign === '"' && !mark.opens && (/\s/.test(text[mark.at + 1] ?? ' ') || /\d/.test(text[mark.at - 1] ?? ''))
}

function closes(text: string, mark: Mark, open: Opened): boolean {
  if (mark.sign === '“') return open.sign === '„' || open.sign === '”' || !mark.opens
  if (mark.sign === '«' || mark.sign === '»') return open.sign !== mark.sign
  if (mark.sign === '"' && mark.opens && open.sign === '"') return !/\s/.test(text[mark.at - 1] ?? ' ')
  return mark.isSure ? !mark.opens : true
}

function readSingle(finder: Finder, marks: readonly Mark[], i: number): void {
  const mark = nth(marks, i)
  const { stack, text } = finder
  if (mark.opens) {
    openSingle(finder, marks, i)
    return
  }
  const depth = stack.findLastIndex((one) => one.family === 'single')
  const open = stack[depth]
  if (!open || depth < stack.length - 1) return // an apostrophe
  if (isApostrophe(text, mark, finder.ahead[i])) return
  stack.length = depth
  emit(finder, open, mark.at + 1, true)
}

function openSingle(finder: Finder, marks: readonly Mark[], i: number): void {
  const mark = nth(marks, i)
  const { closers, endsSpeech } = finder.ahead[i] ?? { closers: 0, endsSpeech: false }
  const open = finder.stack.findLast((one) => one.family === 'single')
  if (mark.apostrophe && (open || closers === 0)) return // an elision
  if (!open || finder.stack.at(-1) !== open || closers > (isCarriedOn(finder, open) ? 0 : 1)) push(finder, mark)
  else if (!(endsSpeech && isElided(finder, mark, open))) splitFlattened(finder, mark)
}

/** A whole paragraph of a speech that continues in the next: what opens within it closes before it does. */
function isCarriedOn(finder: Finder, open: Opened): boolean {
  return open.at === finder.span.start && nextGoesOn(finder, open.family)
}

/** A clipped word (`us 'as got it,'`) in the middle of a sentence of speech. */
function isElided(finder: Finder, mark: Mark, open: Opened): boolean {
  const { text } = finder
  return beginsSpeech(finder, open) && /^[\p{L}\d]\s.\p{Ll}/u.test(text.slice(mark.at - 2, mark.at + 2))
}

/** At the start of a paragraph, after punctuation, or before a capital: no clipped word. */
function beginsSpeech({ text, span }: Finder, open: Opened): boolean {
  if (open.at === span.start || /\p{Lu}/u.test(text[open.at + 1] ?? '')) return true
  return /[.!?…:,]\s$/.test(text.slice(Math.max(0, open.at - 2), open.at))
}

/**
 * An opening mark while one of its family is open. After the end of a sentence, two paragraphs of one speech were run
 * together (`…situation. 'And I hope…`): the first part ends here and the second continues it. Else the first
 * mark was a stray or an elision, and is dropped.
 */
function splitFlattened(finder: Finder, mark: Mark): void {
  const { stack, text } = finder
  const open = stack.pop() as Opened
  const between = text.slice(open.at + 1, mark.at)
  if (!/[.!?…]\s+$/.test(between) || between.length <= 20) {
    stack.push(opened(mark))
    return
  }
  const end = mark.at - (between.length - between.trimEnd().length)
  const before = emit(finder, open, end, false)
  stack.push({ ...opened(mark), ...defined({ continues: before?.id }) })
}

/** What is still open: carried on when the next block begins with the same mark, else kept only if it reads as speech. */
function closeAtBlockEnd(finder: Finder): Carried | undefined {
  const open = finder.stack[0]
  if (!open) return undefined
  const { text, span } = finder
  if (nextGoesOn(finder, open.family) && (open.family !== 'single' || beginsSpeech(finder, open))) {
    const before = emit(finder, open, span.end, false)
    return before && { family: open.family, id: before.id }
  }
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

/** Whether the next block begins with a mark of that family. */
function nextGoesOn({ text, next }: Finder, family: MarkFamily): boolean {
  return next !== undefined && FAMILY_START[family].test(text[next.start] ?? '')
}

/** Keeps a quotation, unless nothing is in it. */
function emit(finder: Finder, open: Opened, end: number, isClosed: boolean): Quotation | undefined {
  const { text, found, block } = finder
  let start = open.at + 1
  let stop = isClosed ? end - 1 : end
  while (start < stop && /\s/.test(text.charAt(start))) start++
  while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--
  if (start >= stop) return undefined
  const quotation: Quotation = {
    id: found.length,
    start: open.at,
    end,
    inner: { start, end: stop },
    block,
    family: open.family,
    ...defined({ continues: open.continues }),
    isClosed,
    isNested: false,
  }
  found.push(quotation)
  return quotation
}

function markNested(found: readonly Quotation[]): Quotation[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let outerEnd = -1
  return sorted.map((quotation) => {
    const isNested = quotation.end <= outerEnd
    if (!isNested) outerEnd = quotation.end
    return isNested ? { ...quotation, isNested } : quotation
  })
}
