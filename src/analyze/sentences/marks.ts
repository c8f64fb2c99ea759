import { defined } from '../../core/defined.ts'
import type { Span } from '../../core/span.ts'

export type MarkFamily = 'double' | 'single' | 'guillemet'

/** A quotation mark and what it could be by the signs beside it. An apostrophe is no mark and is not listed. */
export type Mark = {
  readonly at: number
  readonly sign: string
  readonly family: MarkFamily
  /** Looks like an opening mark: space before, none after. For sure signs (`‘`, `«`) it is what the sign says. */
  readonly opens: boolean
  /** The sign has one meaning only, so its neighbors do not matter. */
  readonly isSure: boolean
  /**
   * What it is if it isn't a quotation mark: of a plural (`the leaders' talks`), of a word clipped at its end (`an' all`,
   * `watchin' birds`) or at its start (`'cause`, `'34`). Undefined when it can only be a quotation mark.
   */
  readonly apostrophe?: 'possessive' | 'clipped' | 'elision'
  readonly followsPunctuation: boolean
}

const SIGN = /["“”„‟'‘’‚«»「」『』]/g
/** Words that begin with an apostrophe: `'em`, `'til`, `'90s`, those that drop an h, and ends set apart: `Roe 's bill`. */
const ELISION =
  /^['’‘](?:em|til|tis|twas|twere|twill|nuff|neath|gainst|er|im|ere|ow|ome|ouse|ave|\d0s|(?:s|re|ve|ll|d|m)(?=\s))(?![\p{L}\d])/iu
/** Words that begin with an apostrophe or are words of their own. */
const MAYBE_ELISION = /^['’‘](?:cause|bout|round|till|cos|coz|\d\d)(?![\p{L}\d])/iu
/** What comes before a year of two digits: `the summer of '66`, `a '72 Ford`, `Euro '96`. */
const BEFORE_YEAR =
  /(?:^|\P{L})(?:in|of|since|from|to|by|before|after|until|till|and|or|around|circa|late|early|mid|the|an?|his|her|their|my|our|your|this|that|\p{Lu}\p{L}*)[ -]$/u
/** Words that end in an apostrophe for a letter not spoken; not one that is all of the quotation, as in a 'no' vote. */
const CLIPPED = /(?:^|[^\p{L}'‘’])(?:an|o|no|wi|ol|th|t|fo|mo|lil|\p{L}{2,}in)$/iu
/** `6'7"`, `11' 4" tall`: feet and inches. */
const FEET = /\d['’]\s?\d{1,2}$/

/** Two single signs typed for a double one, made one curly sign and a space within it, so that offsets stay. */
export function joinDoubled(text: string): string {
  let isOpen = false
  return text.replace(/\n|''/g, (sign, at: number) => {
    if (sign === '\n') {
      isOpen = false
      return sign
    }
    const opens =
      /[\s([]/.test(text[at - 1] ?? ' ') && !/\s/.test(text[at + 2] ?? ' ') && !ELISION.test(text.slice(at + 1, at + 9))
    if (!opens && !isOpen) return sign
    isOpen = opens
    return opens ? '“ ' : ' ”'
  })
}

/** All marks of one block, in order. */
export function marksIn(text: string, block: Span): Mark[] {
  const marks: Mark[] = []
  for (const { index } of text.slice(block.start, block.end).matchAll(SIGN)) {
    const mark = markAt(text, block, block.start + index, marks.at(-1))
    if (mark) marks.push(mark)
  }
  return marks
}

function markAt(text: string, block: Span, at: number, previous: Mark | undefined): Mark | undefined {
  const sign = text.charAt(at)
  const before = at > block.start ? text.charAt(at - 1) : ' '
  const after = at + 1 < block.end ? text.charAt(at + 1) : ' '
  const plain = { at, sign, followsPunctuation: false }
  if (sign === '«' || sign === '»') return { ...plain, family: 'guillemet', opens: sign === '«', isSure: true }
  if (/[「」『』]/.test(sign)) return { ...plain, family: 'guillemet', opens: /[「『]/.test(sign), isSure: true }
  if (/[“”„‟]/.test(sign)) {
    const isTurned = sign === '“' && /[\p{L}\d.,!?]/u.test(before) && /[\s.,;:!?)]/.test(after)
    return { ...plain, family: 'double', opens: sign !== '”' && !isTurned, isSure: true }
  }
  const isSpaced = isSpaceBefore(text, block, at, previous)
  if (sign === '"' && FEET.test(text.slice(Math.max(block.start, at - 5), at))) return undefined
  if (sign === '"') return { ...plain, family: 'double', opens: isSpaced && !/\s/.test(after), isSure: false }
  return singleMark({ text, at, sign, before, after, isSpaced, isAtStart: at === block.start })
}

type SingleSite = {
  readonly text: string
  readonly at: number
  readonly sign: string
  readonly before: string
  readonly after: string
  readonly isSpaced: boolean
  readonly isAtStart: boolean
}

function singleMark({ text, at, sign, before, after, isSpaced, isAtStart }: SingleSite): Mark | undefined {
  const plain = { at, sign, family: 'single' as const, followsPunctuation: false }
  const next = text.slice(at, at + 8)
  if (isSpaced && ELISION.test(next)) return undefined
  if (isSpaced && !/\s/.test(after) && MAYBE_ELISION.test(next)) {
    const isYear = /\d/.test(after) && BEFORE_YEAR.test(text.slice(Math.max(0, at - 20), at))
    return isYear ? undefined : { ...plain, opens: true, isSure: false, apostrophe: 'elision' }
  }
  if (isLetter(before) && isLetter(after)) return undefined // don't
  if (sign === '‚' || (sign === '‘' && (isSpaced || !/[\s.,;:!?)]/.test(after))))
    return { ...plain, opens: true, isSure: true }
  if (/['’]n['’]/i.test(text.slice(Math.max(0, at - 2), at + 3))) return undefined // rock 'n' roll
  if (/\d/.test(before) && /^['’](?:s|\s?\d{1,2}")/i.test(next)) return undefined // 1990's, 6'7"
  if (isSpaced && !/\s/.test(after)) return { ...plain, opens: true, isSure: false }
  if (/\s/.test(before) && /\s/.test(after) && /[.,!?…]\s$/.test(text.slice(Math.max(0, at - 2), at)))
    return { ...plain, opens: false, isSure: false, followsPunctuation: true }
  if (/\s/.test(before) || isAtStart || !/[\s.,;:!?)\]—–"”’'-]/.test(after)) return undefined
  const apostrophe = /\s/.test(after) ? apostropheAfter(text.slice(Math.max(0, at - 20), at)) : undefined
  return {
    ...plain,
    opens: false,
    isSure: false,
    ...defined({ apostrophe }),
    followsPunctuation: /[.,!?…;:–—-]/.test(before),
  }
}

function apostropheAfter(before: string): 'possessive' | 'clipped' | undefined {
  if (/[sS]$/.test(before)) return 'possessive'
  return CLIPPED.test(before) ? 'clipped' : undefined
}

/** Space, an opening bracket, a dash, or an opening mark just before. */
function isSpaceBefore(text: string, block: Span, at: number, previous: Mark | undefined): boolean {
  if (at === block.start) return true
  const before = text.charAt(at - 1)
  if (/[\s([—–/]/.test(before)) return true
  if (before === '-') return at - 2 < block.start || /[\s-]/.test(text.charAt(at - 2))
  return previous !== undefined && previous.at === at - 1 && previous.opens
}

function isLetter(char: string): boolean {
  return /\p{L}/u.test(char)
}
