import { readdirSync, readFileSync } from 'node:fs'
import { defined } from '../../core/defined.ts'
import { inHouseStyle } from './house-style.ts'
import { agency, type Outlet, outlets } from './outlets.ts'
import { instantOf, renderTokens } from './render-tokens.ts'

type EditionKind = 'article' | 'live' | 'video' | 'audio' | 'newsletter'

type EditionPicture = {
  readonly name: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

export type EditionBlock = { readonly kind: 'paragraph' | 'heading'; readonly text: string }

/** One published state of an article. `step` 0 is the first; 1 and 2 are published by `revise(1)` and `revise(2)`. */
export type EditionRevision = {
  readonly step: 0 | 1 | 2
  readonly at: string
  readonly title: string
  readonly blocks: readonly EditionBlock[]
  /** Blocks joined by ` `, as in a document. */
  readonly text: string
}

export type EditionArticle = {
  /** `<outlet>/<slug>`: its name in `expected.ts`. */
  readonly id: string
  readonly outlet: Outlet
  readonly slug: string
  /** The page's path on the demo server. */
  readonly path: string
  readonly byline: string
  /** The agency named, such as `CPA`. */
  readonly credit?: string
  readonly publishedAt: string
  readonly section: string
  readonly kind: EditionKind
  readonly isPaywalled: boolean
  readonly picture?: EditionPicture
  /** Expected story; absent for an article that belongs to none. */
  readonly story?: string
  /** Slugs of the agency dispatches whose text it contains. */
  readonly dispatches: readonly string[]
  readonly revisions: readonly [EditionRevision, ...EditionRevision[]]
}

/** The demo edition rendered for one moment: newest first. */
export type Edition = { readonly now: Date; readonly articles: readonly EditionArticle[] }

const HOUR_MS = 3_600_000

const ROOT = new URL('./edition/', import.meta.url)

/**
 * Reads `src/app/demo/edition` and renders every text as of `now`, truncated to the hour: four days of news that end then. Throws on a file
 * it cannot read.
 */
export function loadEdition(at: Date): Edition {
  const now = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
  const dispatches = new Map(readFolder(agency.id).map(({ slug, written }) => [slug, written]))
  const articles = outlets.flatMap((outlet) =>
    readFolder(outlet.id).map(({ slug, written }) => renderArticle(outlet, slug, written, dispatches, now)),
  )
  return { now, articles: articles.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)) }
}

/** The state of an article that readers see at a step. */
export function revisionAt(article: EditionArticle, step: 0 | 1 | 2): EditionRevision {
  return article.revisions.findLast((revision) => revision.step <= step) ?? article.revisions[0]
}

/** The article with an id such as `meridian/chip-plant`. Throws when there is none. */
export function articleOf(edition: Edition, id: string): EditionArticle {
  const found = edition.articles.find((article) => article.id === id)
  if (!found) throw new Error(`No article "${id}" in src/app/demo/edition`)
  return found
}

/** A text of the answer key, in the edition's notation, as the article with that id prints it. */
export function printedIn(edition: Edition, id: string, text: string): string {
  return asPrinted(text, articleOf(edition, id).outlet, edition.now)
}

/** A text in the edition's notation as an outlet prints it: tokens rendered, marks in its style. */
function asPrinted(text: string, outlet: Outlet, now: Date): string {
  return inHouseStyle(renderTokens(text, now, outlet.dates), outlet.quotes)
}

function readFolder(id: string): readonly { readonly slug: string; readonly written: WrittenArticle }[] {
  const folder = new URL(`${id}/`, ROOT)
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files.toSorted().map((name) => ({
    slug: name.slice(0, -'.txt'.length),
    written: parseArticle(readFileSync(new URL(name, folder), 'utf8'), `${id}/${name}`),
  }))
}

function renderArticle(
  outlet: Outlet,
  slug: string,
  written: WrittenArticle,
  dispatches: ReadonlyMap<string, WrittenArticle>,
  now: Date,
): EditionArticle {
  const id = `${outlet.id}/${slug}`
  const required = (key: string): string => {
    const value = written.fields[key]
    if (!value) throw new Error(`${id}: the field "${key}" is missing`)
    return value
  }
  const publishedAt = instantOf(required('at'), now)
  const section = required('section')
  const { credit, story, picture, kind, completeness } = written.fields
  return {
    id,
    outlet,
    slug,
    path: pathOf(outlet, slug, section, publishedAt),
    byline: required('byline'),
    ...defined({ credit: credit || undefined }),
    publishedAt: publishedAt.toISOString(),
    section,
    kind: (kind ?? 'article') as EditionKind,
    isPaywalled: completeness === 'paywalled',
    ...defined({
      picture: picture ? renderPicture(picture, outlet, now, id) : undefined,
      story: story && story !== 'none' ? story : undefined,
    }),
    dispatches: [...new Set(written.blocks.flatMap((block) => wireOf(block)?.slug ?? []))],
    revisions: renderRevisions(outlet, id, written, dispatches, now),
  }
}

function renderRevisions(
  outlet: Outlet,
  id: string,
  written: WrittenArticle,
  dispatches: ReadonlyMap<string, WrittenArticle>,
  now: Date,
): readonly [EditionRevision, ...EditionRevision[]] {
  let title = written.fields.title ?? ''
  let blocks: readonly WrittenBlock[] = written.blocks.flatMap((block) => withWire(block, dispatches, id))
  const render = (step: 0 | 1 | 2, at: string): EditionRevision => {
    const rendered = blocks.map((block) => ({ kind: block.kind, text: asPrinted(block.text, outlet, now) }))
    return {
      step,
      at: instantOf(at, now).toISOString(),
      title: asPrinted(title, outlet, now),
      blocks: rendered,
      text: rendered.map((block) => block.text).join('\n'),
    }
  }
  const first = render(0, written.fields.at ?? '')
  const later = written.revisions.map((revision) => {
    title = revision.title ?? title
    blocks = reviseBlocks(blocks, revision, id)
    return render(revision.step, revision.at)
  })
  return [first, ...later]
}

/** `{{wire:slug}}` or `{{wire:slug 1-4}}`: a dispatch, or those of its paragraphs, counted from 1. */
function wireOf(block: WrittenBlock): { slug: string; from: number; to: number } | undefined {
  const parts = /^\{\{wire:([a-z-]+)(?: (\d+)-(\d+))?\}\}$/.exec(block.text)
  if (!parts?.[1]) return undefined
  return { slug: parts[1], from: Number(parts[2] ?? 1), to: Number(parts[3] ?? Number.MAX_SAFE_INTEGER) }
}

function withWire(
  block: WrittenBlock,
  dispatches: ReadonlyMap<string, WrittenArticle>,
  id: string,
): readonly WrittenBlock[] {
  const wire = wireOf(block)
  if (!wire) return [block]
  const dispatch = dispatches.get(wire.slug)
  if (!dispatch) throw new Error(`${id}: no dispatch "${wire.slug}" in edition/${agency.id}`)
  return dispatch.blocks.slice(wire.from - 1, wire.to)
}

function renderPicture(text: string, outlet: Outlet, now: Date, id: string): EditionPicture {
  const [name, alt, caption, credit] = text.split(' | ').map((part) => asPrinted(part, outlet, now))
  if (!name || !alt || !caption || !credit) throw new Error(`${id}: write a picture as "name | alt | caption | credit"`)
  return { name, alt, caption, credit }
}

function pathOf(outlet: Outlet, slug: string, section: string, at: Date): string {
  const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-')
  const values: Readonly<Record<string, string>> = {
    section: section.toLowerCase().replaceAll(' ', '-'),
    year,
    month,
    day,
    slug,
    number: String(numberOf(`${outlet.id}/${slug}`)),
  }
  return `/${outlet.id}/${outlet.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')}`
}

/** A stable six-digit number for sites that number their pages (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return 100_000 + ((hash >>> 0) % 900_000)
}

/** A block as written; tokens and marks are not rendered yet. */
type WrittenBlock = { readonly kind: 'paragraph' | 'heading'; readonly text: string }

/** A change made after publication. Texts are as written in the file. */
type WrittenRevision = {
  readonly step: 1 | 2
  readonly at: string
  readonly title?: string
  readonly replacements: readonly { readonly from: string; readonly to: string }[]
  readonly removed: readonly string[]
  readonly appended: readonly string[]
}

type WrittenArticle = {
  readonly fields: Readonly<Record<string, string>>
  readonly blocks: readonly WrittenBlock[]
  readonly revisions: readonly WrittenRevision[]
}

/**
 * Reads one file of the edition: `key: value` lines between two `---`, then blocks separated by an empty line (`## ` begins a heading),
 * then any number of revisions, each introduced by `=== 1 at 0 17:10`. Throws with the file's name when the format is wrong.
 */
export function parseArticle(file: string, name: string): WrittenArticle {
  const [, head, rest] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(file) ?? []
  if (head === undefined || rest === undefined) throw new Error(`${name}: begin with fields between two --- lines`)
  const [body = '', ...revisions] = rest.split(/^(?==== )/m)
  return {
    fields: Object.fromEntries(head.split('\n').map((line) => field(line, name))),
    blocks: parseBlocks(body),
    revisions: revisions.map((text) => parseRevision(text, name)),
  }
}

/** `key: value`; the value may contain colons. */
function field(line: string, name: string): [string, string] {
  const colon = line.indexOf(': ')
  if (colon < 1) throw new Error(`${name}: write "key: value", not "${line}"`)
  return [line.slice(0, colon), line.slice(colon + 2).trim()]
}

function parseBlocks(body: string): readonly WrittenBlock[] {
  return body
    .trim()
    .split(/\n{2,}/)
    .map((text) => (text.startsWith('## ') ? { kind: 'heading', text: text.slice(3) } : { kind: 'paragraph', text }))
}

function parseRevision(text: string, name: string): WrittenRevision {
  const [first = '', ...lines] = text.trim().split('\n')
  const [, step, at] = /^=== ([12]) at (.+)$/.exec(first) ?? []
  if (!step || !at) throw new Error(`${name}: open a revision with "=== 1 at 0 17:10", not "${first}"`)
  const fields = lines.map((line) => field(line, name))
  const all = (key: string) => fields.filter(([k]) => k === key).map(([, value]) => value)
  const to = all('with')
  const [title] = all('title')
  return {
    step: step === '1' ? 1 : 2,
    at,
    ...defined({ title }),
    replacements: all('replace').map((from, index) => ({ from, to: to[index] ?? '' })),
    removed: all('remove'),
    appended: all('append'),
  }
}

/** The blocks after a revision. Throws when a sentence to change is not in the text. */
export function reviseBlocks(
  blocks: readonly WrittenBlock[],
  revision: WrittenRevision,
  name: string,
): readonly WrittenBlock[] {
  const changes = [...revision.replacements, ...revision.removed.map((from) => ({ from, to: '' }))]
  const changed = changes.reduce((current, { from, to }) => replaceOnce(current, from, to, name), blocks)
  const kept = changed.filter((block) => block.text.trim() !== '')
  return [...kept, ...revision.appended.map((text): WrittenBlock => ({ kind: 'paragraph', text }))]
}

function replaceOnce(blocks: readonly WrittenBlock[], from: string, to: string, name: string): readonly WrittenBlock[] {
  const index = blocks.findIndex((block) => block.text.includes(from))
  if (index < 0) throw new Error(`${name}: no block holds "${from}"`)
  return blocks.map((block, i) => (i === index ? { ...block, text: block.text.replace(from, () => to) } : block))
}
