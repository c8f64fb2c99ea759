import type { Span } from '../core/span.ts'

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
  /** After an s and before a space: `the leaders' talks` or the end of `'…the talks'`. */
  readonly isPossessive: boolean
  readonly followsPunctuation: boolean
}

const SIGN = /["“”„‟'‘’‚«»「」『』]/g
/** Words that begin with an apostrophe: `'em`, `'til`, `'90s`, rock `'n'` roll. */
const ELISION = /^['’‘](?:em|til|tis|twas|cause|bout|round|nuff|\d0s|\d\d)\b/i

/** All marks of one block, in order. `hasCurlySingles` says that `’` may open (‘ is used in this text). */
export function marksIn(text: string, block: Span): Mark[] {
  const marks: Mark[] = []
  SIGN.lastIndex = block.start
  for (let match = SIGN.exec(text); match && match.index < block.end; match = SIGN.exec(text)) {
    const mark = markAt(text, block, match.index, marks.at(-1))
    if (mark) marks.push(mark)
  }
  return marks
}

function markAt(text: string, block: Span, at: number, previous: Mark | undefined): Mark | undefined {
  const sign = text[at] as string
  const before = at > block.start ? (text[at - 1] as string) : ' '
  const after = at + 1 < block.end ? (text[at + 1] as string) : ' '
  const plain = { at, sign, isPossessive: false, followsPunctuation: false }
  if (sign === '«' || sign === '»') return { ...plain, family: 'guillemet', opens: sign === '«', isSure: true }
  if (/[「」『』]/.test(sign)) return { ...plain, family: 'guillemet', opens: /[「『]/.test(sign), isSure: true }
  if (/[“”„‟]/.test(sign)) return { ...plain, family: 'double', opens: sign !== '”', isSure: true }
  const isSpaced = isSpaceBefore(text, block, at, previous)
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
  const plain = { at, sign, family: 'single' as const, isPossessive: false, followsPunctuation: false }
  const isElision = ELISION.test(text.slice(at, at + 6))
  if (sign === '‘' || sign === '‚') return isElision ? undefined : { ...plain, opens: true, isSure: true }
  if (isLetter(before) && isLetter(after)) return undefined // don't
  if (/['’]n['’]/i.test(text.slice(Math.max(0, at - 2), at + 3))) return undefined // rock 'n' roll
  if (/\d/.test(before) && /[sS]/.test(after)) return undefined // 1990's
  if (isSpaced && isElision) return undefined
  if (isSpaced && !/\s/.test(after)) return { ...plain, opens: true, isSure: false }
  if (/\s/.test(before) || isAtStart || !/[\s.,;:!?)\]—–"”’'-]/.test(after)) return undefined
  return {
    ...plain,
    opens: false,
    isSure: false,
    isPossessive: /[sS]/.test(before) && /\s/.test(after),
    followsPunctuation: /[.,!?…;:–—-]/.test(before),
  }
}

/** Space, an opening bracket, a dash, or an opening mark just before. */
function isSpaceBefore(text: string, block: Span, at: number, previous: Mark | undefined): boolean {
  if (at === block.start) return true
  const before = text[at - 1] as string
  if (/[\s([—–/]/.test(before)) return true
  if (before === '-') return at - 2 < block.start || /[\s-]/.test(text[at - 2] as string)
  return previous !== undefined && previous.at === at - 1 && previous.opens
}

function isLetter(char: string): boolean {
  return /\p{L}/u.test(char)
}
