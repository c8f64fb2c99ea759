import { nth } from '../core/nth.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import { excerpt } from './markup/visible-text.ts'

/** The short lines around an article that give its authors and dates. */
export type HeadLines = {
  /** From a little before the headline to the first paragraphs, in page order. */
  readonly head: readonly string[]
  /** Index in `head` of the headline; -1 when it isn't there. */
  readonly titleAt: number
  /** After the last paragraph. */
  readonly foot: readonly string[]
  /** In bold on a line of its own, directly before the first paragraph or after the last: where a text is signed without `By`. */
  readonly signing: readonly string[]
}

const linesBefore = 8
const linesAfter = 30
const linesAtFoot = 14
const longestLine = 160

/** Finds the lines near the headline: menus can be between the start of the page and its text, and inside the text. */
export function headLines(
  blocks: readonly PageBlock[],
  kept: readonly PageBlock[],
  keys: ReadonlySet<string>,
): HeadLines {
  const chosen = new Set(kept)
  const firstKept = kept[0] === undefined ? -1 : blocks.indexOf(kept[0])
  const at = headlineAt(blocks, keys, firstKept)
  const start = at < 0 ? Math.max(0, firstKept - 20) : Math.max(0, at - linesBefore)
  const last = kept.at(-1)
  const end = last === undefined ? blocks.length : blocks.indexOf(last)
  const head: string[] = []
  let titleAt = -1
  let proseCount = 0
  for (let i = start; i < blocks.length && head.length < linesBefore + linesAfter; i++) {
    const block = nth(blocks, i)
    if (i === at) titleAt = head.length
    if (i > end && i > at) break
    const isProse = i > at && block.wordCount >= (chosen.has(block) ? 12 : 25)
    if (isProse && ++proseCount > (chosen.has(block) ? 1 : 2)) break
    const isBeside = isAround(block) || (proseCount > 0 && block.place.isInAside)
    if (block.text.length <= longestLine && !isBeside) head.push(block.text)
  }
  const foot = blocks
    .slice(Math.max(0, end - 1), end + linesAtFoot)
    .filter((block) => !isAround(block) && !block.place.isInAside)
  return { head, titleAt, foot: foot.map(({ text }) => excerpt(text, 400)), signing: boldLines(blocks, kept) }
}

/** The bold lines directly before the first prose of the text and after the last, in the same box. */
function boldLines(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const isProse = ({ kind, wordCount }: PageBlock): boolean => kind === 'paragraph' && wordCount >= 12
  const first = kept.find(isProse)
  const last = kept.findLast(isProse)
  if (first === undefined || last === undefined) return []
  const around = [
    [blocks[blocks.indexOf(first) - 1], first],
    [blocks[blocks.indexOf(last) + 1], last],
  ] as const
  return around.flatMap(([line, prose]) => {
    const isSigning = line?.isBold && line.container === prose.container && !headingTag.test(line.place.element.tag)
    return isSigning && line.text.length <= longestLine ? [line.text] : []
  })
}

const headingTag = /^h[1-6]$/

/** The last headline before the text, else the first of the page. */
function headlineAt(blocks: readonly PageBlock[], keys: ReadonlySet<string>, firstKept: number): number {
  const isHeadline = ({ key, place }: PageBlock): boolean => keys.has(key) && !place.isInNav && !place.isInFooter
  const heading = (block: PageBlock): boolean => block.kind === 'heading' && isHeadline(block)
  const before = firstKept < 0 ? [] : blocks.slice(0, firstKept + 1)
  for (const at of [before.findLastIndex(heading), blocks.findIndex(heading), blocks.findIndex(isHeadline)])
    if (at >= 0) return at
  return -1
}

function isAround({ place }: PageBlock): boolean {
  return place.isInNav || place.isInCaption
}
