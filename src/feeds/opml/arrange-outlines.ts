import { defined } from '../../core/defined.ts'
import type { OpmlAttributes, OpmlFeed, OutlineBody, StoredOutline } from '../../core/feed/subscription-list.ts'
import { opmlLimits } from './opml-limits.ts'
import { attributeOf, bodyOf, type OpmlOutline, withAttribute, withoutAttribute } from './opml-tree.ts'
import { folderOf, folderPath, intakeName, ruleName, titleOf, webAddress } from './outline-meaning.ts'

type Node = Omit<OutlineBody, 'attributes'> & {
  attributes: OpmlAttributes
  readonly outlines: Node[]
  readonly url?: string
  readonly isFolder: boolean
  isGone?: boolean
}

/**
 * The outlines of a list that says what is subscribed to now, and all else as it was kept: places, order, foreign attributes,
 * outlines that are no feeds. What has another name, address or folder since is written with that. A feed that stands in
 * several folders does so until it is moved; then it stands in the new one alone. A new folder `Outer/Inner` is written as one
 * folder in another. Read again, the list gives the same folders.
 */
export function arrangeOutlines(feeds: readonly OpmlFeed[], kept: readonly StoredOutline[]): readonly OpmlOutline[] {
  const steps = arrangeInSteps(feeds, kept)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** So many outlines make a step: it takes a few milliseconds. */
const atOnce = 2_000
const none: readonly OpmlOutline[] = []

/** The same in steps, between which others may have their turn: a list can be long. */
export function* arrangeInSteps(
  feeds: readonly OpmlFeed[],
  kept: readonly StoredOutline[],
): Generator<void, readonly OpmlOutline[]> {
  const top: Node[] = []
  const folders = new Map<string, Node>()
  yield* putBack(kept, top, folders)
  const places = new Map<string, Place[]>()
  let count = 0
  for (const place of placesIn(top, '')) {
    const own = places.get(place.node.url!)
    if (own) own.push(place)
    else places.set(place.node.url!, [place])
    if (++count % atOnce === 0) yield
  }
  const wanted = new Set<string>()
  for (const feed of feeds) {
    if (++count % atOnce === 0) yield
    wanted.add(feed.url)
    const own = places.get(feed.url) ?? []
    const { folder = '' } = feed
    const isRenamed = feed.title !== undefined && own[0] !== undefined && titleOf(own[0].node) !== feed.title
    for (const { node } of own) node.attributes = ofFeed(feed, node.attributes, isRenamed)
    if (own[0]?.folder === folder) continue
    const here = own.find((place) => place.folder === folder)?.node
    for (const { node } of own) node.isGone = node !== here
    if (!here) listAt(folder).push(moved(own[0]?.node, feed))
    else if (feed.title) here.attributes = named(here.attributes, feed.title)
  }
  yield
  for (const [url, own] of places) if (!wanted.has(url)) for (const { node } of own) node.isGone = true
  return yield* withoutGone(top)

  function listAt(path: string): Node[] {
    return path === '' ? top : folderAt(path, top, folders).outlines
  }
}

/** Builds the tree of what was kept. A folder that has been renamed out of the one around it stands under its new path. */
function* putBack(kept: readonly StoredOutline[], top: Node[], folders: Map<string, Node>): Generator<void> {
  const keys = new Set(kept.map(({ key }) => key))
  yield
  const childrenOf = Map.groupBy(kept, ({ parentKey }) => (keys.has(parentKey) ? parentKey : ''))
  yield
  const elsewhere: { readonly path: string; readonly node: Node }[] = []
  let count = 0
  const put = function* (key: string, into: Node[], around: string): Generator<void> {
    for (const outline of childrenOf.get(key) ?? []) {
      if (++count % atOnce === 0) yield
      const { key: own, path, url } = outline
      const isFolder = path !== undefined
      const node: Node = { ...bodyOf(outline), outlines: [], ...defined({ url: url || undefined }), isFolder }
      if (path === undefined) into.push(node)
      else if (around === '' || path.startsWith(`${around}/`)) {
        node.attributes = named(node.attributes, around === '' ? path : path.slice(around.length + 1))
        into.push(node)
      } else elsewhere.push({ path, node })
      if (path !== undefined && !folders.has(path)) folders.set(path, node)
      if (childrenOf.has(own)) yield* put(own, node.outlines, path ?? around)
    }
  }
  yield* put('', top, '')
  for (const { path, node } of elsewhere) {
    const [parent, name] = splitPath(path)
    node.attributes = named(node.attributes, name)
    const into = parent === '' ? top : folderAt(parent, top, folders).outlines
    into.push(node)
  }
}

/** The folder of a path, made where it is missing, with those around it. */
function folderAt(path: string, top: Node[], folders: Map<string, Node>): Node {
  const known = folders.get(path)
  if (known) return known
  const [parent, name] = splitPath(path)
  const attributes = [['text', name] as const, ['title', name] as const]
  const node: Node = { attributes, outlines: [], isFolder: true }
  folders.set(path, node)
  const into = parent === '' ? top : folderAt(parent, top, folders).outlines
  into.push(node)
  return node
}

/** As many folders stand in one another; what is read is no deeper with a feed in the last. */
const deepest = opmlLimits.depth - 1

/**
 * A path as the one around it and its own name. One with an empty or padded part is a name with slashes in it, and so is what
 * is left of one that is too deep.
 */
function splitPath(path: string): readonly [parent: string, name: string] {
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part !== part.trim())) return ['', path]
  const around = Math.min(parts.length, deepest) - 1
  return [parts.slice(0, around).join('/'), parts.slice(around).join('/')]
}

type Place = { readonly node: Node; readonly folder: string }

/** Every place of a feed, in the order of the list, with the folder that reading it would give. */
function* placesIn(nodes: readonly Node[], around: string): Generator<Place> {
  for (const node of nodes) {
    if (node.url !== undefined) yield { node, folder: folderOf(node, around) }
    if (node.outlines.length === 0) continue
    const name = node.isFolder ? titleOf(node) : ''
    yield* placesIn(node.outlines, name === '' ? around : folderPath(around, name))
  }
}

/** With the address of a feed where the one kept is another, its site where none was said, and its name where that is new. */
function ofFeed(feed: OpmlFeed, attributes: OpmlAttributes, isRenamed: boolean): OpmlAttributes {
  const { url, title, siteUrl } = feed
  let own = withIntake(feed, isRenamed && title ? named(attributes, title) : attributes)
  const address = attributeOf(own, 'xmlurl') ?? attributeOf(own, 'url')
  if (address === undefined || webAddress(address) !== url) own = withAttribute(own, 'xmlUrl', url)
  return siteUrl === undefined || attributeOf(own, 'htmlurl') !== undefined ? own : [...own, ['htmlUrl', siteUrl]]
}

/** With what says how it comes in, where that is otherwise than as a feed. */
function withIntake({ intake, intakeRule }: OpmlFeed, attributes: OpmlAttributes): OpmlAttributes {
  const set = (own: OpmlAttributes, name: string, value: string | undefined) => {
    if (value !== undefined) return withAttribute(own, name, value)
    return attributeOf(own, name) === undefined ? own : withoutAttribute(own, name)
  }
  return set(set(attributes, intakeName, intake), ruleName, intakeRule)
}

/** With another name: in `text`, and in `title` where there is one. */
function named(attributes: OpmlAttributes, name: string): OpmlAttributes {
  if (titleOf({ attributes, outlines: [] }) === name) return attributes
  const both = withAttribute(attributes, 'text', name)
  return attributeOf(both, 'title') === undefined ? both : withAttribute(both, 'title', name)
}

/** A feed in a new place, with what was kept of the first it had. A category that would put it elsewhere goes. */
function moved(from: Node | undefined, feed: OpmlFeed): Node {
  const { title = feed.url } = feed
  const fresh = [['type', 'rss'] as const, ['text', title] as const, ['title', title] as const]
  const attributes = ofFeed({ ...feed, title }, from?.attributes ?? [...fresh, ['xmlUrl', feed.url]], false)
  return {
    ...bodyOf(from ?? { attributes }),
    attributes: feed.folder ? attributes : withoutAttribute(attributes, 'category'),
    outlines: [],
    url: feed.url,
    isFolder: false,
  }
}

/** What is left; what stood in an outline that is gone stands where that was. */
function* withoutGone(nodes: readonly Node[]): Generator<void, readonly OpmlOutline[]> {
  const left: OpmlOutline[] = []
  let count = 0
  for (const node of nodes) {
    if (++count % atOnce === 0) yield
    const outlines = node.outlines.length === 0 ? none : yield* withoutGone(node.outlines)
    if (node.isGone) for (const outline of outlines) left.push(outline)
    // A folder of a list held something: with all of that it goes.
    else if (!node.isFolder || outlines.length > 0) left.push({ ...bodyOf(node), outlines })
  }
  return left
}
