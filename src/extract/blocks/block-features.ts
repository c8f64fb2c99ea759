import { nth } from '../../core/nth.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { hintNames, hintsOf, type PageHints } from './block-hints.ts'
import { markNames, readMarks } from './block-marks.ts'
import { regionNames, regionsOf } from './block-regions.ts'
import { shapeNames, shapeOf, stockPhraseOf } from './block-shape.ts'
import type { PageBlock } from './page-blocks.ts'

/** The counts of {@link picturesAround}, in order. */
const pictureNames = ['picturesBefore', 'picturesInside', 'picturesAfter'] as const

const most = 5
const pictureTags = new Set(['img', 'video', 'iframe', 'audio'])

/** Pictures, films and frames between a block and its neighbors, and within its element: a caption is beside one. */
function picturesAround(blocks: readonly PageBlock[]): readonly (readonly number[])[] {
  const first = blocks[0]
  if (first === undefined) return []
  let root = first.place.element
  while (root.parent !== undefined) root = root.parent
  const starts = new Map<PageElement, number>()
  const ends = new Map<PageElement, number>()
  let count = 0
  const walk = (element: PageElement): void => {
    if (pictureTags.has(element.tag)) count++
    starts.set(element, count)
    for (const child of element.children) if (typeof child !== 'string') walk(child)
    ends.set(element, count)
  }
  walk(root)
  return blocks.map(({ place: { element } }, index) => {
    const start = starts.get(element) ?? 0
    const end = ends.get(element) ?? 0
    const before = blocks[index - 1]?.place.element
    const after = blocks[index + 1]?.place.element
    return [
      bounded(start - (before === undefined ? 0 : (ends.get(before) ?? 0))),
      bounded(end - start),
      bounded((after === undefined ? count : (starts.get(after) ?? 0)) - end),
    ]
  })
}

function bounded(count: number): number {
  return Math.max(-1, Math.min(most, count))
}

const ownNames: readonly string[] = [
  ...shapeNames,
  ...markNames,
  ...regionNames,
  ...hintNames,
  ...pictureNames,
  'mainPart',
]

const nearNames: readonly string[] = [
  'words',
  'linkShare',
  'tag',
  'headingLevel',
  'kind',
  'endsSentence',
  'isBold',
  'mainPart',
  'containerShare',
  'stockPhrase',
  'linkCount',
  'isBestContainer',
  'selfTrusted',
  'capitalizedShare',
  'isTitle',
  'picturesBefore',
]
const nearColumns = nearNames.map((name) => ownNames.indexOf(name))
const isTitle = ownNames.indexOf('isTitle')
const stockPhrase = ownNames.indexOf('stockPhrase')
const steps = [-2, -1, 1, 2]

const placeNames = [
  'position',
  'afterFirst',
  'beforeLast',
  'wordsBefore',
  'trustedCount',
  'toTrustedBefore',
  'toTrustedAfter',
  'trustedOf3Before',
  'trustedOf3After',
  'sinceHeading',
  'sinceTitle',
  'headingPhrase',
  'headingWords',
  'isSameSelfBefore',
  'isSameSelfAfter',
  'isSameContainerBefore',
  'isSameContainerAfter',
] as const

export const featureNames: readonly string[] = [
  ...ownNames,
  ...steps.flatMap((step) => nearNames.map((name) => `${name}${step > 0 ? '+' : ''}${step}`)),
  ...placeNames,
]

/** Whether each block is surely of the article: prose that Readability chose. */
export function trustedBlocks(blocks: readonly PageBlock[], mainParts: readonly number[]): readonly boolean[] {
  return blocks.map(
    (block, index) => mainParts[index] !== 0 && block.wordCount > 12 && block.linkShare < 0.4 && !isAside(block),
  )
}

/** What is known of a page's blocks before they are described. `places`: the indexes of those that are to be. */
type Described = {
  readonly mainParts: readonly number[]
  readonly isTrusted: readonly boolean[]
  readonly places: readonly number[]
}

/**
 * Describes blocks of a page in numbers: their own features, their surroundings, and Readability's choice. `mainParts`: 2 where
 * Readability chose the block unchanged, 1 within another of its blocks, 0 not at all. Only the stock phrases depend on the language.
 * The rows of all blocks in sequence, each with `featureNames.length` numbers; complete are those of `places`.
 */
export function featuresOf(
  blocks: readonly PageBlock[],
  { mainParts, isTrusted, places }: Described,
  hints: PageHints,
): Float32Array {
  const width = featureNames.length
  const rows = new Float32Array(blocks.length * width)
  // Most of a page is far from its article: of such a block only what a later one asks for is measured.
  const isMeasured = new Uint8Array(blocks.length)
  for (const place of places)
    isMeasured.fill(1, Math.max(0, place + Math.min(...steps)), place + Math.max(...steps) + 1)
  const marks = readMarks()
  const regions = regionsOf(blocks, isTrusted, isMeasured)
  const pictures = picturesAround(blocks)
  const hinted = hintsOf(blocks, hints, isMeasured)
  blocks.forEach((block, index) => {
    let at = index * width
    if (isMeasured[index] === 0) {
      rows[at + isTitle] = Number(hints.titleKeys.has(block.key))
      if (block.kind === 'heading') rows[at + stockPhrase] = stockPhraseOf(block)
      return
    }
    const own = [
      shapeOf(block),
      marks(block.place.element),
      regions[index] ?? [],
      hinted[index] ?? [],
      pictures[index] ?? [],
      [mainParts[index] ?? 0],
    ]
    for (const group of own) for (let i = 0; i < group.length; i++) rows[at++] = nth(group, i)
  })
  writeNeighbors(rows, blocks.length, places)
  writePlaces(rows, blocks, isTrusted, isMeasured)
  return rows
}

function isAside({ place }: PageBlock): boolean {
  return place.isInCaption || place.isInFigure || place.isInNav || place.isInForm
}

function writeNeighbors(rows: Float32Array, count: number, places: readonly number[]): void {
  const width = featureNames.length
  for (const index of places) {
    let at = index * width + ownNames.length
    for (const step of steps) {
      const near = index + step
      const isThere = near >= 0 && near < count
      for (const column of nearColumns) rows[at++] = isThere ? (rows[near * width + column] ?? 0) : -1
    }
  }
}

function writePlaces(
  rows: Float32Array,
  blocks: readonly PageBlock[],
  isTrusted: readonly boolean[],
  isMeasured: Uint8Array,
): void {
  const width = featureNames.length
  const start = ownNames.length + steps.length * nearNames.length
  const count = blocks.length
  const first = isTrusted.indexOf(true)
  const last = isTrusted.lastIndexOf(true)
  let trustedWords = 1
  let trustedCount = 0
  blocks.forEach((block, index) => {
    if (!isTrusted[index]) return
    trustedWords += block.wordCount
    trustedCount++
  })
  const toAfter = new Uint8Array(count).fill(20)
  for (let index = count - 1, distance = 20; index >= 0; index--) {
    toAfter[index] = distance
    distance = isTrusted[index] ? 0 : Math.min(20, distance + 1)
  }
  let words = 0
  let toBefore = 20
  let sinceHeading = 30
  let sinceTitle = 60
  let headingPhrase = 0
  let headingWords = 0
  const trustAt = (index: number): number => Number(isTrusted[index] ?? false)
  blocks.forEach((block, index) => {
    if (isMeasured[index] === 1) {
      const before = blocks[index - 1]
      const after = blocks[index + 1]
      const isSelf = (other: PageBlock | undefined): number =>
        Number(
          other !== undefined &&
            other.place.element.tag === block.place.element.tag &&
            other.place.element.attributes.class === block.place.element.attributes.class,
        )
      rows.set(
        [
          index / count,
          first < 0 ? 99 : clamp(index - first),
          last < 0 ? 99 : clamp(index - last),
          words / trustedWords,
          trustedCount,
          toBefore,
          toAfter[index] ?? 20,
          trustAt(index - 1) + trustAt(index - 2) + trustAt(index - 3),
          trustAt(index + 1) + trustAt(index + 2) + trustAt(index + 3),
          sinceHeading,
          sinceTitle,
          headingPhrase,
          headingWords,
          isSelf(before),
          isSelf(after),
          Number(before?.container === block.container),
          Number(after?.container === block.container),
        ],
        index * width + start,
      )
    }
    toBefore = isTrusted[index] ? 0 : Math.min(20, toBefore + 1)
    if (isTrusted[index]) words += block.wordCount
    if (block.kind === 'heading') {
      headingPhrase = rows[index * width + stockPhrase] ?? 0
      headingWords = block.wordCount
    }
    sinceHeading = block.kind === 'heading' ? 0 : Math.min(30, sinceHeading + 1)
    sinceTitle = rows[index * width + isTitle] === 1 ? 0 : Math.min(60, sinceTitle + 1)
  })
}

function clamp(distance: number): number {
  return Math.max(-40, Math.min(40, distance))
}
