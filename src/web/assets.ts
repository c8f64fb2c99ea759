import { silence } from './articles/silence.ts'
import type { Html, Piece } from './layout/html.ts'
import { writtenAssets } from './written-assets.ts'

type Asset = { readonly body: string; readonly contentType: string }

const { sheets, scripts, version } = writtenAssets
/** The sheets of rooms that have a class. */
const sheetsWith = new Map<string, readonly string[]>()
for (const [name, classes] of Object.entries(writtenAssets.classes))
  for (const one of classes) sheetsWith.set(one, [...(sheetsWith.get(one) ?? []), name])

const assets = new Map<string, Asset>([
  ...Object.entries(sheets).map(([name, body]) => [name, { body, contentType: 'text/css; charset=utf-8' }] as const),
  ['silence.wav', { body: silence, contentType: 'audio/wav' }],
  ...Object.entries(scripts).map(
    ([name, body]) => [name, { body, contentType: 'text/javascript; charset=utf-8' }] as const,
  ),
])

/** URL of an asset under a hash of all assets: what is cached forever is never stale. */
export function assetPath(name: string): string {
  if (!assets.has(name)) throw new Error(`No asset ${name}: known are ${[...assets.keys()].join(', ')}`)
  return `/assets/${version}/${name}`
}

/** The names of the sheets of rooms that some markup needs. */
export type SheetNeeds = ReadonlySet<string>

/** The style sheets a page links: that of every page, those of rooms it has a class of, and what print needs. */
export function sheetsFor(needs: SheetNeeds): readonly { readonly path: string; readonly media?: 'print' }[] {
  const names = Object.keys(sheets).filter((name) => name === 'style.css' || needs.has(name))
  return [
    ...names.map((name) => ({ path: assetPath(name) })),
    { path: assetPath('print.css'), media: 'print' as const },
  ]
}

export function sheetNeeds(markup: string): SheetNeeds {
  const needs = new Set<string>()
  const start = ' class="'
  for (let at = markup.indexOf(start); at !== -1; at = markup.indexOf(start, at)) {
    at += start.length
    for (const name of needsOf(markup.slice(at, markup.indexOf('"', at)))) needs.add(name)
  }
  return needs
}

const needed = new Map<string, readonly string[]>()
/** The templates use few lists of classes; the limit keeps lists made from content from filling memory. */
const mostNeeded = 5_000

/** Which sheets a list of classes needs: a page has hundreds of lists, mostly the same. */
function needsOf(classes: string): readonly string[] {
  const known = needed.get(classes)
  if (known) return known
  const needs = classes.split(' ').flatMap((name) => sheetsWith.get(name) ?? [])
  if (needed.size < mostNeeded) needed.set(classes, needs)
  return needs
}

/** The asset at a URL, and whether that URL may be cached forever (one with an older hash may not). */
export function findAsset(hash: string, name: string): (Asset & { readonly isCurrent: boolean }) | undefined {
  const asset = assets.get(name)
  return asset && { ...asset, isCurrent: hash === version }
}

/** The logo: two lines that meet in a point. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c5f"/><path d="M7 8c9 0 9 8 18 8M7 24c9 0 9-8 18-8" fill="none" stroke="#fffefb" stroke-width="3" stroke-linecap="round"/></svg>`

type Known = Html & { readonly needs?: SheetNeeds }

/** Records which sheets some markup needs, so that it isn't searched. */
export function withNeeds(markup: Html, needs: SheetNeeds): Html {
  return Object.assign(markup, { needs })
}

/** Which sheets a page's pieces need. Recorded pieces aren't searched: most rows of a repeated list were seen before. */
export function needsOfPieces(piece: Piece): SheetNeeds {
  if (Array.isArray(piece)) return new Set(piece.flatMap((part: Piece) => [...needsOfPieces(part)]))
  return (piece as Known | undefined)?.needs ?? sheetNeeds(String(piece ?? ''))
}
