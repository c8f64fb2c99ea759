import { defined } from '../core/defined.ts'
import type { Block, LivePost } from '../core/document.ts'
import type { LooseBlock } from './blocks/join-blocks.ts'
import { allText, type PageBlock } from './blocks/page-blocks.ts'
import { isRecord, type JsonLdNode, listOf, textIn } from './facts/json-ld.ts'
import { readDate } from './facts/read-date.ts'
import type { PageElement } from './markup/page-tree.ts'
import { visibleText } from './markup/visible-text.ts'
import { keyOf, wordsOf } from './words.ts'

type Update = { readonly heading?: string; readonly body: string; readonly at?: string; readonly author?: string }

/** Input for finding the posts of a page. `loose` are the blocks of the text, `spans` their positions in it. */
type LivePage = {
  readonly blocks: readonly PageBlock[]
  readonly loose: readonly LooseBlock[]
  readonly spans: readonly Block[]
  readonly nodes: readonly JsonLdNode[]
}

const most = { posts: 500, ancestors: 200, elements: 300 }

/**
 * Splits the text of a live page into its posts: by elements that contain one time stamp each, by the stamps alone where posts have no
 * elements of their own, or by the beginnings that the structured data (schema.org `liveBlogUpdate`) names. Fewer than two count as none.
 * Linear in the size of the page.
 */
export function livePosts(page: LivePage): LivePost[] {
  const updates = updatesOf(page.nodes)
  const byStamps = postsByStamp(page)
  const posts = byStamps.length >= 2 ? byStamps : postsByUpdate(page, updates)
  return posts.length < 2 ? [] : withUpdates(posts.slice(0, most.posts), page, updates)
}

function updatesOf(nodes: readonly JsonLdNode[]): Update[] {
  const live = nodes.find(({ types }) => types.includes('LiveBlogPosting'))
  return listOf(live?.fields.liveBlogUpdate)
    .slice(0, most.posts)
    .filter(isRecord)
    .map((update) => {
      const heading = textIn(update.headline ?? update.name)
      const date = readDate(textIn(update.datePublished) ?? '')
      const author = textIn(update.author)
      return {
        body: textIn(update.articleBody) ?? '',
        ...defined({ heading, at: date?.hasZone ? date.iso : undefined, author }),
      }
    })
}

const clock = /^\D{0,12}\d{1,2}[:.h]\d{2}\b/

function isStamp({ wordCount, hasTime, text }: PageBlock): boolean {
  return wordCount <= 8 && (hasTime || clock.test(text))
}

function postsByStamp({ blocks, loose, spans }: LivePage): LivePost[] {
  const stamps = blocks.filter(isStamp).slice(0, most.posts)
  if (stamps.length < 2) return []
  const places = new Map<LooseBlock, number>(loose.map((block, index) => [block, index]))
  const starts = startsWithin(stamps, blocks, places) ?? startsInRow(stamps, blocks, places)
  return starts.flatMap(({ stamp, from, to }) => {
    const heading = loose.slice(from, to).find(({ kind }) => kind === 'heading')?.text
    const date = readDate(datetimeOf(stamp))
    return spanOf(spans, from, to).map((span) => ({
      ...span,
      stamp: stamp.text,
      ...defined({ at: date?.hasZone && date.hasTime ? date.iso : undefined, heading }),
    }))
  })
}

/** A post between two positions among the blocks of the text. */
type Stretch = { readonly stamp: PageBlock; readonly from: number; readonly to: number }

/** Posts in their own elements: the highest ancestor of each stamp that contains no other. */
function startsWithin(
  stamps: readonly PageBlock[],
  blocks: readonly PageBlock[],
  places: ReadonlyMap<LooseBlock, number>,
): Stretch[] | undefined {
  const held = new Map<PageElement, number>()
  for (const { place } of stamps)
    for (const element of around(place.element)) held.set(element, (held.get(element) ?? 0) + 1)
  const posts = new Map<PageElement, PageBlock>()
  for (const stamp of stamps) {
    const post = around(stamp.place.element).findLast((element) => held.get(element) === 1)
    if (post !== undefined) posts.set(post, stamp)
  }
  const found = new Map<PageBlock, { from: number; to: number; words: number }>()
  for (const block of blocks) {
    const index = places.get(block)
    const post = index === undefined ? undefined : around(block.place.element).find((element) => posts.has(element))
    if (index === undefined || post === undefined) continue
    const stamp = posts.get(post) as PageBlock
    const { from, words } = found.get(stamp) ?? { from: index, words: 0 }
    found.set(stamp, { from, to: index + 1, words: words + block.wordCount })
  }
  const full = [...found].filter(([, { words }]) => words >= 10)
  if (full.length < 2 || full.length < stamps.length / 3) return undefined
  return full.map(([stamp, { from, to }]) => ({ stamp, from, to })).sort((a, b) => a.from - b.from)
}

/** Consecutive posts without elements of their own: each from its stamp, or the heading above it, to the next. */
function startsInRow(
  stamps: readonly PageBlock[],
  blocks: readonly PageBlock[],
  places: ReadonlyMap<LooseBlock, number>,
): Stretch[] {
  const isStart = new Set(stamps)
  const starts: { stamp: PageBlock; from: number }[] = []
  for (const [at, block] of blocks.entries()) {
    if (!isStart.has(block)) continue
    const above = blocks[at - 1]
    const first = above?.kind === 'heading' && places.has(above) ? at - 1 : at
    const next = blocks.slice(first, first + 6).find((each) => places.has(each))
    const from = next && places.get(next)
    if (from !== undefined && from !== starts.at(-1)?.from) starts.push({ stamp: block, from })
  }
  return starts.map(({ stamp, from }, i) => ({ stamp, from, to: starts[i + 1]?.from ?? places.size }))
}

function around(element: PageElement): PageElement[] {
  const elements: PageElement[] = []
  for (let at: PageElement | undefined = element; at !== undefined && elements.length < most.ancestors; at = at.parent)
    elements.push(at)
  return elements
}

/** The `datetime` of the `time` element whose text the stamp shows. */
function datetimeOf({ place, text }: PageBlock): string {
  const stack: PageElement[] = [place.element]
  for (let seen = 0; seen < most.elements; seen++) {
    const element = stack.pop()
    if (element === undefined) return ''
    const { datetime } = element.attributes
    if (element.tag === 'time' && datetime && text.includes(visibleText(allText(element)))) return datetime
    for (const child of element.children.toReversed()) if (typeof child !== 'string') stack.push(child)
  }
  return ''
}

function spanOf(spans: readonly Block[], from: number, to: number): { start: number; end: number }[] {
  const first = spans[from]
  const last = spans[to - 1]
  return first === undefined || last === undefined || to <= from ? [] : [{ start: first.start, end: last.end }]
}

/** The first words of a text: enough to find where it begins. */
function beginning(text: string): string {
  return wordsOf(text.slice(0, 300)).slice(0, 6).join(' ')
}

function postsByUpdate({ loose, spans }: LivePage, updates: readonly Update[]): LivePost[] {
  const byBeginning = new Map<string, number>()
  for (const [index, block] of loose.entries()) {
    const key = beginning(block.text)
    if (key !== '' && !byBeginning.has(key)) byBeginning.set(key, index)
  }
  const starts = new Set<number>()
  for (const { heading, body } of updates) {
    const at = byBeginning.get(beginning(heading ?? '')) ?? byBeginning.get(beginning(body))
    if (at !== undefined) starts.add(at)
  }
  const ordered = [...starts].sort((a, b) => a - b)
  return ordered.flatMap((from, i) => spanOf(spans, from, ordered[i + 1] ?? loose.length))
}

/** Adds the structured data to posts: a time with its zone, authors, the heading. */
function withUpdates(posts: readonly LivePost[], { loose, spans }: LivePage, updates: readonly Update[]): LivePost[] {
  const known = new Map<string, Update>()
  for (const update of updates)
    for (const key of [keyOf(update.heading ?? ''), beginning(update.body)]) if (key !== '') known.set(key, update)
  return posts.map((post) => {
    const inside = loose.filter((_, i) => (spans[i]?.start ?? -1) >= post.start && (spans[i]?.end ?? 0) <= post.end)
    const update = inside
      .flatMap(({ text }) => known.get(keyOf(text.slice(0, 300))) ?? known.get(beginning(text)) ?? [])
      .at(0)
    if (update === undefined) return post
    const { at, heading, author } = update
    return {
      ...post,
      ...defined({ at, heading, author }),
    }
  })
}
