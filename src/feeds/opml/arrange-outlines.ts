import { defined } from '../../core/defined.ts'
import type { OpmlAttributes, OpmlFeed, OutlineBody, StoredOutline } from '../../core/feed/subscription-list.ts'
import {
  firstName,
  folderOf,
  folderPath,
  intakeName,
  orderName,
  originalName,
  ownTextName,
  parkedName,
  ruleName,
  titleOf,
  webUrl,
} from './classify-outline.ts'
import { opmlLimits } from './opml-limits.ts'
import { attributeOf, bodyOf, type OpmlOutline, withAttribute, withoutAttribute } from './opml-tree.ts'

type Node = Omit<OutlineBody, 'attributes'> & {
  attributes: OpmlAttributes
  readonly outlines: Node[]
  readonly url?: string
  readonly isFolder: boolean
  isGone?: boolean
}

/**
 * The outlines of a list of the current subscriptions, with everything else as it was imported: order, foreign attributes, outlines that
 * aren't feeds. What was renamed, moved or readdressed since is written with the new value, and a feed in several folders is written in
 * each of them. One of which only one folder is known stays in all its places until it is moved. A folder named `Outer/Inner` is written as
 * two nested folders. Reading the list again gives the same folders.
 */
export function arrangeOutlines(feeds: readonly OpmlFeed[], kept: readonly StoredOutline[]): readonly OpmlOutline[] {
  const steps = arrangeInSteps(feeds, kept)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Outlines per step; one step takes a few milliseconds. */
const atOnce = 2_000
const none: readonly OpmlOutline[] = []

/** The same in steps, so that other work can run in between: a list can be long. */
export function* arrangeInSteps(
  feeds: readonly OpmlFeed[],
  kept: readonly StoredOutline[],
): Generator<void, readonly OpmlOutline[]> {
  const top: Node[] = []
  const folders = new Map<string, Node>()
  yield* buildTree(kept, top, folders)
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
    const { folder = '', folders } = feed
    const isRenamed = feed.title !== undefined && own[0] !== undefined && titleOf(own[0].node) !== feed.title
    for (const { node } of own) node.attributes = ofFeed(feed, node.attributes, isRenamed)
    if (!folders && own[0]?.folder === folder) continue
    for (const place of own) if (!isKept(place.folder, folders ?? [folder])) place.node.isGone = true
    for (const name of folders ?? [folder]) {
      const here = own.find((place) => place.folder === name)?.node
      if (!here) listAt(name).push(moved(own[0]?.node, feed, name))
      else if (here !== own[0]?.node && feed.title) here.attributes = named(here.attributes, feed.title)
    }
  }
  yield
  for (const [url, own] of places) if (!wanted.has(url)) for (const { node } of own) node.isGone = true
  const firsts = new Map(feeds.flatMap(({ url, folder, folders }) => (folders && folder ? [[url, folder]] : [])))
  if (firsts.size > 0) markFirst(placesIn(top, ''), firsts)
  return yield* withoutDeleted(top)

  /** Folders say nothing of a place outside all of them. */
  function isKept(place: string, folders: readonly string[]): boolean {
    return folders.includes(place) || (place === '' && folders.length > 1)
  }

  function listAt(path: string): Node[] {
    return path === '' ? top : folderAt(path, top, folders).outlines
  }
}

/** Builds the tree from the stored outlines. A folder that was renamed out of its parent appears under its new path. */
function* buildTree(kept: readonly StoredOutline[], top: Node[], folders: Map<string, Node>): Generator<void> {
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

/** The folder of a path. Creates it and its parents where they are missing. */
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

/** The maximum folder depth: a feed in the deepest folder is still within the limit for reading. */
const maxDepth = opmlLimits.depth - 1

/**
 * Splits a path into parent and name. A path with an empty or padded part is one name that contains slashes, and so is the remainder of a
 * path that is too deep.
 */
function splitPath(path: string): readonly [parent: string, name: string] {
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part !== part.trim())) return ['', path]
  const around = Math.min(parts.length, maxDepth) - 1
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

/** The attributes with the feed's current URL, its site where none was given, and its name where it was renamed. */
function ofFeed(feed: OpmlFeed, attributes: OpmlAttributes, isRenamed: boolean): OpmlAttributes {
  const { url, title, siteUrl } = feed
  let own = withIntake(feed, isRenamed && title ? named(attributes, title) : attributes)
  const address = attributeOf(own, 'xmlurl') ?? attributeOf(own, 'url')
  if (address === undefined || webUrl(address) !== url) own = withAttribute(own, 'xmlUrl', url)
  return siteUrl === undefined || attributeOf(own, 'htmlurl') !== undefined ? own : [...own, ['htmlUrl', siteUrl]]
}

/** Adds how it is fetched, where that isn't as a feed, and what its reader set. */
function withIntake(
  { intake, intakeRule, isParked, opensOriginal, order, usesOwnText }: OpmlFeed,
  attributes: OpmlAttributes,
): OpmlAttributes {
  const set = (own: OpmlAttributes, name: string, value: string | undefined) => {
    if (value !== undefined) return withAttribute(own, name, value)
    return attributeOf(own, name) === undefined ? own : withoutAttribute(own, name)
  }
  const settings = [
    [intakeName, intake],
    [ruleName, intakeRule],
    [firstName, undefined],
    [parkedName, isParked && 'true'],
    [originalName, opensOriginal && 'true'],
    [orderName, order],
    [ownTextName, usesOwnText && 'true'],
  ] as const
  return settings.reduce((own, [name, value]) => set(own, name, value), attributes)
}

/** Marks the place in a feed's first folder where another one comes before it. */
function markFirst(places: Iterable<Place>, firsts: ReadonlyMap<string, string>): void {
  const [seen, done] = [new Set<string>(), new Set<string>()]
  for (const { node, folder } of places) {
    const { url = '', isGone } = node
    if (isGone || done.has(url) || !firsts.has(url)) continue
    const isFirst = firsts.get(url) === folder
    if (isFirst && seen.has(url)) node.attributes = withAttribute(node.attributes, firstName, 'true')
    ;(isFirst ? done : seen).add(url)
  }
}

function named(attributes: OpmlAttributes, name: string): OpmlAttributes {
  if (titleOf({ attributes, outlines: [] }) === name) return attributes
  const both = withAttribute(attributes, 'text', name)
  return attributeOf(both, 'title') === undefined ? both : withAttribute(both, 'title', name)
}

/** A feed in a new place, with the attributes of its first one. Drops a category, which would put it elsewhere. */
function moved(from: Node | undefined, feed: OpmlFeed, folder: string): Node {
  const { title = feed.url } = feed
  const fresh = [['type', 'rss'] as const, ['text', title] as const, ['title', title] as const]
  const attributes = ofFeed({ ...feed, title }, from?.attributes ?? [...fresh, ['xmlUrl', feed.url]], false)
  return {
    ...bodyOf(from ?? { attributes }),
    attributes: folder ? attributes : withoutAttribute(attributes, 'category'),
    outlines: [],
    url: feed.url,
    isFolder: false,
  }
}

/** Removes deleted outlines; what was inside one moves to its place. */
function* withoutDeleted(nodes: readonly Node[]): Generator<void, readonly OpmlOutline[]> {
  const left: OpmlOutline[] = []
  let count = 0
  for (const node of nodes) {
    if (++count % atOnce === 0) yield
    const outlines = node.outlines.length === 0 ? none : yield* withoutDeleted(node.outlines)
    if (node.isGone) for (const outline of outlines) left.push(outline)
    // A folder that had content and lost all of it is removed too.
    else if (!node.isFolder || outlines.length > 0) left.push({ ...bodyOf(node), outlines })
  }
  return left
}
