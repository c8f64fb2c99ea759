import type { Extraction, Removal } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import {
  type AccountLine,
  type ChosenBy,
  maxAccountLines,
  maxAccountText,
  type TextAccount,
} from '../core/reading/text-account.ts'
import type { LooseBlock } from './blocks/join-blocks.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import { excerpt } from './markup/visible-text.ts'
import { countWords, keyOf } from './words.ts'

type BlockHistory = {
  /** In page order. */
  readonly blocks: readonly PageBlock[]
  /** The chosen blocks, before anything was put back. */
  readonly chosen: ReadonlySet<PageBlock>
  readonly texts: readonly LooseBlock[]
  readonly removals: readonly Removal[]
  readonly chosenBy: ChosenBy
  /** The headline, which gets its own kind of line everywhere. */
  readonly title?: string
  /** The number of other pages of the site that contain a block removed for that reason. */
  readonly furniture?: ReadonlyMap<PageBlock, number>
}

type Lines = Pick<TextAccount, 'lines' | 'unlisted'>

/**
 * Records what happened to each block of a page, in order; consecutive blocks with one outcome are one line. Text that isn't on the page is
 * at its place in the text; what was removed before there were blocks comes last. At most {@link mostAccountLines} lines about removed
 * parts.
 */
export function accountLines({ blocks, chosen, texts, removals, chosenBy, title, furniture }: BlockHistory): Lines {
  const placeOf = placesOf(texts)
  const stepsOf = stepsByText(removals)
  const titleKey = keyOf(title ?? '')
  const lines: AccountLine[] = []
  for (const block of blocks) {
    const { wordCount: words, text } = block
    const place = placeOf(block)
    if (place !== undefined) {
      const step = !chosen.has(block) ? 'lead' : chosenBy === 'site rule' ? 'site rule' : 'kept'
      lines.push({ step, block: place, words })
      continue
    }
    const named = stepsOf(text)
    const pages = furniture?.get(block)
    lines.push({
      step: named ?? (block.key !== '' && block.key === titleKey ? 'title' : stepAround(block)),
      text: excerpt(text, maxAccountText),
      words,
      ...defined({ pages }),
    })
  }
  const rest = stepsOf.rest().map(({ step, text }) => ({
    step,
    text: excerpt(text, maxAccountText),
    words: countWords(text),
  }))
  return bounded(inRuns([...withUnplaced(lines, texts), ...rest]))
}

/** The index of a block in the document: by identity, else by its words, each index once. */
function placesOf(texts: readonly LooseBlock[]): (block: PageBlock) => number | undefined {
  const bySelf = new Map<LooseBlock, number>(texts.map((block, index) => [block, index]))
  const byText = new Map<string, number>()
  texts.forEach(({ text }, index) => {
    if (!byText.has(text)) byText.set(text, index)
  })
  const taken = new Set<number>()
  return (block) => {
    const place = bySelf.get(block) ?? byText.get(block.text)
    if (place === undefined || taken.has(place)) return undefined
    taken.add(place)
    return place
  }
}

/** The step that removed a text, each used once, in the order they were recorded. */
function stepsByText(removals: readonly Removal[]) {
  const waiting = new Map<string, Removal[]>()
  for (const removal of removals) {
    const list = waiting.get(removal.text)
    if (list === undefined) waiting.set(removal.text, [removal])
    else list.push(removal)
  }
  const take = (text: string): string | undefined => waiting.get(excerpt(text))?.shift()?.step
  return Object.assign(take, { rest: () => [...waiting.values()].flat() })
}

/** Why a block was not a candidate. */
function stepAround({ place, linkShare, wordCount }: PageBlock): string {
  if (place.isInCaption || place.isInFigure) return 'caption'
  if (place.isInNav) return 'navigation'
  if (place.isInForm) return 'form'
  if (place.isInFooter) return 'footer'
  if (place.isInAside) return 'aside'
  return linkShare > 0.6 && wordCount < 40 ? 'links' : 'outside'
}

/** Inserts what is only in the text (a description, structured data) after what precedes it there. */
function withUnplaced(lines: readonly AccountLine[], texts: readonly LooseBlock[]): AccountLine[] {
  const placed = new Set(lines.map(({ block }) => block))
  const unplaced = texts.flatMap(({ text }, block) =>
    placed.has(block) ? [] : [{ step: 'kept', block, words: countWords(text) }],
  )
  const all = [...lines]
  for (const line of unplaced) {
    const before = all.findIndex(({ block }) => block === line.block - 1)
    all.splice(before + 1, 0, line)
  }
  return all
}

/** Joins consecutive blocks with one outcome into one line; removals by a step keep their own. */
function inRuns(lines: readonly AccountLine[]): AccountLine[] {
  const runs: AccountLine[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    const count = last?.count ?? 1
    if (last === undefined || last.step !== line.step || !isRun(last, line)) {
      runs.push(line)
      continue
    }
    const text = last.text === undefined ? {} : { text: excerpt(`${last.text} · ${line.text ?? ''}`, maxAccountText) }
    runs[runs.length - 1] = { ...last, ...text, words: last.words + line.words, count: count + 1 }
  }
  return runs
}

const around = new Set(['navigation', 'form', 'footer', 'aside', 'links', 'outside'])

function isRun(last: AccountLine, line: AccountLine): boolean {
  if (last.block !== undefined || line.block !== undefined) return line.block === (last.block ?? 0) + (last.count ?? 1)
  return around.has(line.step) && (line.words < 12 || last.words < 12 * (last.count ?? 1))
}

function bounded(lines: readonly AccountLine[]): Lines {
  let left = maxAccountLines
  const listed = lines.filter(({ block }) => block !== undefined || left-- > 0)
  return { lines: listed, unlisted: lines.length - listed.length }
}

/** The record of a text that was not made from blocks of a page: everything was kept, except what was removed. */
export function wholeAccount(
  { text, blocks, removals }: Pick<Extraction, 'text' | 'blocks' | 'removals'>,
  chosenBy: ChosenBy,
): TextAccount {
  const texts = blocks.map(({ start, end, kind }) => ({ kind, text: text.slice(start, end) }))
  const making = { blocks: [], chosen: new Set<PageBlock>(), texts, removals, chosenBy }
  return { ...accountLines(making), chosenBy, found: {} }
}
