import { defined } from '../../core/defined.ts'
import type { OpmlFeed, PlacedOutline } from '../../core/feed/subscription-list.ts'
import { hashOf } from '../content-hash.ts'
import { classifyOutline, folderOf, folderPath, titleOf } from './classify-outline.ts'
import { bodyOf, type OpmlOutline, type OpmlTree } from './opml-tree.ts'

type PlacedList = {
  /** In the order of the list: an outline comes after its parent. */
  readonly places: readonly PlacedOutline[]
  /** The number of different feeds among them. */
  readonly feedCount: number
  /** Outlines that look like feeds but are not subscribed to, with the reason. */
  readonly skipped: readonly string[]
}

/**
 * Flattens a list. With `folders`, leaves out feeds of other folders, and folders that become empty. An outline that is in `broken` and
 * neither feed nor folder may have been a feed, so it is named.
 */
export function placeOutlines(
  { outlines }: Pick<OpmlTree, 'outlines'>,
  { folders, broken }: { readonly folders?: readonly string[]; readonly broken?: ReadonlySet<OpmlOutline> } = {},
): PlacedList {
  const wanted = folders && new Set(folders)
  const places: PlacedOutline[] = []
  const skipped: string[] = []
  const urls = new Set<string>()
  const walk = (siblings: readonly OpmlOutline[], parentKey: string, around: string): void => {
    const likes = new Map<string, number>()
    for (const outline of siblings) {
      const meaning = classifyOutline(outline)
      const like = meaning.kind === 'feed' ? meaning.url : meaning.kind === 'folder' ? meaning.name : wordsOf(outline)
      const nth = likes.get(`${meaning.kind} ${like}`) ?? 0
      likes.set(`${meaning.kind} ${like}`, nth + 1)
      const key = hashOf([parentKey, meaning.kind, like, String(nth)])
      const place = { key, parentKey, ...bodyOf(outline) }
      if (meaning.kind === 'folder') {
        const path = folderPath(around, meaning.name)
        places.push({ ...place, path })
        walk(outline.outlines, key, path)
        continue
      }
      if (meaning.kind === 'kept' && meaning.why) skipped.push(meaning.why)
      else if (meaning.kind === 'kept' && broken?.has(outline) && outline.outlines.length === 0)
        skipped.push(
          `${titleOf(outline).slice(0, 200) || 'An outline'}: no feed URL can be read, its quotation marks are broken`,
        )
      if (meaning.kind === 'kept') places.push(place)
      if (meaning.kind === 'feed') {
        const folder = folderOf(outline, around)
        const isAgain = urls.has(meaning.url)
        if (wanted?.has(folder) ?? true) {
          urls.add(meaning.url)
          places.push({ ...place, feed: feedOf(meaning, folder), ...defined({ isAgain: isAgain || undefined }) })
        }
      }
      walk(outline.outlines, key, around)
    }
  }
  walk(outlines, '', '')
  return { places: wanted ? withoutEmptied(places) : places, feedCount: urls.size, skipped }
}

function feedOf(
  { url, title, siteUrl, intake, intakeRule, isFirst, isParked, opensOriginal, order, usesOwnText }: OpmlFeed,
  folder: string,
): OpmlFeed {
  return {
    url,
    ...defined({
      title: title || undefined,
      siteUrl: siteUrl || undefined,
      folder: folder || undefined,
      intake,
      intakeRule: intakeRule || undefined,
      isFirst,
      isParked,
      opensOriginal,
      order,
      usesOwnText,
    }),
  }
}

/** The text that identifies an outline that is neither feed nor folder. */
function wordsOf(outline: OpmlOutline): string {
  return JSON.stringify(bodyOf(outline))
}

function withoutEmptied(places: readonly PlacedOutline[]): readonly PlacedOutline[] {
  const isParent = new Set<string>()
  const kept: PlacedOutline[] = []
  for (const place of places.toReversed()) {
    if (place.path !== undefined && !isParent.has(place.key)) continue
    isParent.add(place.parentKey)
    kept.push(place)
  }
  return kept.toReversed()
}
