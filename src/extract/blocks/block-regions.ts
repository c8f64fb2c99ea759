import type { PageElement } from '../markup/page-tree.ts'
import type { PageBlock } from './page-blocks.ts'

/** The features of {@link regionsOf}, in order. */
export const regionNames = [
  'containerProse',
  'containerShare',
  'containerOfAll',
  'containerBlocks',
  'containerLinks',
  'containerPictures',
  'isBestContainer',
  'levelsUp',
  'levelsDown',
  'isBestMake',
  'makeShare',
  'makeTrusted',
  'makeBlocks',
  'makeLinks',
  'selfTrusted',
  'depthOff',
  'run',
  'runAt',
  'runWords',
  'childAt',
  'tokenTrusted',
  'tokenBlocks',
] as const

type Region = { prose: number; blocks: number; length: number; links: number; words: number; trusted: number }

/**
 * Where the prose of a page is: by container, and by signature (tag and class of a block, its container and the next one up). A row is
 * empty where `isMeasured` is 0.
 */
export function regionsOf(
  blocks: readonly PageBlock[],
  isTrusted: readonly boolean[],
  isMeasured: Uint8Array,
): readonly (readonly number[])[] {
  const byContainer = new Map<PageElement, Region>()
  const bySignature = new Map<string, Region>()
  const bySelf = new Map<string, Region>()
  const signatures = blocks.map(signatureOf)
  const byToken = new Map<string, Region>()
  const tokens = blocks.map(({ place }) => tokenOf(place.element))
  const selves = blocks.map(({ place }) => signature(place.element))
  let allProse = 1
  let trustedWords = 1
  blocks.forEach((block, index) => {
    const prose = block.wordCount > 15 && block.linkShare < 0.35 ? block.wordCount : 0
    const trusted = isTrusted[index] ? block.wordCount : 0
    allProse += prose
    trustedWords += trusted
    addTo(byContainer, block.container, block, prose, trusted)
    addTo(bySignature, signatures[index] ?? '', block, prose, trusted)
    addTo(bySelf, selves[index] ?? '', block, prose, trusted)
    addTo(byToken, tokens[index] ?? '', block, prose, trusted)
  })
  const best = mostTrusted(byContainer)
  const bestSignature = mostTrusted(bySignature)
  const bestProse = byContainer.values().reduce((most, { prose }) => Math.max(most, prose), 1)
  const bestAncestors = levelsAbove(best)
  const bestDepth = depthOf(best)
  const levels = new Map<PageElement, readonly [up: number, down: number]>()
  const pictures = new Map<PageElement, number>()
  const runs = runsOf(blocks, selves)
  return blocks.map((block, index) => {
    if (isMeasured[index] === 0) return []
    const container = byContainer.get(block.container)!
    const make = bySignature.get(signatures[index] ?? '')!
    const token = byToken.get(tokens[index] ?? '')!
    const self = bySelf.get(selves[index] ?? '')!
    let distance = levels.get(block.container)
    if (distance === undefined) {
      distance = distanceTo(block.container, bestAncestors)
      levels.set(block.container, distance)
    }
    let pictureCount = pictures.get(block.container)
    if (pictureCount === undefined) {
      pictureCount = picturesIn(block.container)
      pictures.set(block.container, pictureCount)
    }
    const own = isTrusted[index] ? block.wordCount : 0
    return [
      container.prose,
      container.prose / bestProse,
      container.prose / allProse,
      container.blocks,
      container.links / (container.length + 1),
      pictureCount,
      Number(block.container === best),
      distance[0],
      distance[1],
      Number(signatures[index] === bestSignature),
      (make.trusted - own) / trustedWords,
      make.trusted / make.words,
      make.blocks,
      make.links / (make.length + 1),
      self.trusted / self.words,
      depthOf(block.container) - bestDepth,
      ...(runs[index] ?? []),
      childIndex(block.place.element),
      (token.trusted - own) / trustedWords,
      token.blocks,
    ]
  })
}

function addTo<Key>(regions: Map<Key, Region>, key: Key, block: PageBlock, prose: number, trusted: number): void {
  let region = regions.get(key)
  if (region === undefined) {
    region = { prose: 0, blocks: 0, length: 0, links: 0, words: 0, trusted: 0 }
    regions.set(key, region)
  }
  region.prose += prose
  region.blocks++
  region.length += block.text.length
  region.links += block.text.length * block.linkShare
  region.words += block.wordCount
  region.trusted += trusted
}

function mostTrusted<Key>(regions: ReadonlyMap<Key, Region>): Key | undefined {
  let best: Key | undefined
  let most = 0
  for (const [key, { trusted, prose }] of regions) {
    const weight = trusted + prose / 1_000
    if (weight > most) {
      most = weight
      best = key
    }
  }
  return best
}

function signature(element: PageElement | undefined): string {
  return element === undefined ? '' : `${element.tag}.${element.attributes.class ?? ''}`
}

/** Tag and first class: sites mark single paragraphs of a text with a second class. */
function tokenOf(element: PageElement): string {
  return `${element.tag}.${(element.attributes.class ?? '').trim().split(/\s/, 1)[0]}`
}

function signatureOf({ place, container }: PageBlock): string {
  return `${signature(place.element)} ${signature(container)} ${signature(container.parent)}`
}

function levelsAbove(element: PageElement | undefined): ReadonlyMap<PageElement, number> {
  const levels = new Map<PageElement, number>()
  let level = 0
  for (let at = element; at !== undefined; at = at.parent) levels.set(at, level++)
  return levels
}

/** Levels from an element up to the nearest common ancestor, and from there down to the other. */
function distanceTo(element: PageElement, above: ReadonlyMap<PageElement, number>): readonly [number, number] {
  let up = 0
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent, up++) {
    const down = above.get(at)
    if (down !== undefined) return [up, down]
  }
  return [40, 40]
}

function depthOf(element: PageElement | undefined): number {
  let depth = 0
  for (let at = element; at !== undefined; at = at.parent) depth++
  return depth
}

function picturesIn(root: PageElement): number {
  let count = 0
  let visited = 0
  const stack = [root]
  for (let element = stack.pop(); element !== undefined && visited < 200; element = stack.pop()) {
    visited++
    if (element.tag === 'img' || element.tag === 'picture' || element.tag === 'video' || element.tag === 'iframe')
      count++
    for (const child of element.children) if (typeof child !== 'string') stack.push(child)
  }
  return count
}

function childIndex(element: PageElement): number {
  const children = element.parent?.children
  return children === undefined ? 0 : Math.min(100, children.indexOf(element))
}

/** Runs of adjacent blocks with the same signature: how many, which of them, how many words in total. */
function runsOf(blocks: readonly PageBlock[], selves: readonly string[]): (readonly number[])[] {
  const runs: (readonly number[])[] = []
  for (let start = 0; start < blocks.length; ) {
    let end = start
    let words = 0
    while (end < blocks.length && selves[end] === selves[start]) words += blocks[end++]?.wordCount ?? 0
    for (let at = start; at < end; at++) runs.push([end - start, at - start, words])
    start = end
  }
  return runs
}
