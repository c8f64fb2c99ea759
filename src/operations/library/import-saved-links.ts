import type { LinkExport } from '../../feeds/links/saved-link.ts'
import { importLinks } from '../../pipeline/imports/import-links.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'
import type { OperationContext } from '../operation.ts'
import { tagName } from './tags.ts'

/** The result of importing links. */
export type LinksImported = {
  readonly kind: 'links'
  /** The program that made the file. */
  readonly program: string
  /** All links imported, each URL once. */
  readonly total: number
  /** How many of them are new. */
  readonly added: number
  /** How many pages are still to be fetched in the background. */
  readonly waiting: number
  /** How many were already read. */
  readonly read: number
  readonly tagged: number
  /** What was not imported, or not completely, with reasons. */
  readonly skipped: readonly string[]
}

/** Most links imported from one file. */
const mostLinks = 50_000

/** Stores links for a reader: an entry each, with a star, its tags and whether it was read. Safe to repeat. */
export async function importSavedLinks(context: OperationContext, file: LinkExport): Promise<LinksImported> {
  const { store, reader, now } = context
  const at = now().toISOString()
  const taken = file.links.slice(0, mostLinks)
  // Only the owner may import article texts: a file proves nothing, and others could put words into an outlet's mouth.
  const isTrusted = reader.role === 'owner'
  const links = isTrusted ? taken : taken.map(({ contentHtml: _, ...link }) => link)
  const { imported, newCount } = await importLinks(store, links, { readerId: reader.id, at })
  const tagged = new Set<string>()
  const unusable: string[] = []
  await yieldingBatches(imported, async (some) => {
    await store.entries.setRead(
      reader.id,
      some.filter(({ link }) => link.isRead).map(({ entry }) => entry.id),
      true,
      at,
    )
    // The star is set afterwards, with the time at which the link was saved.
    await store.entries.starMany(
      reader.id,
      some.map(({ link, entry }) => ({ id: entry.id, at: link.savedAt ?? at })),
    )
    const tags = some.flatMap(({ link, entry }) =>
      link.tags.map((given) => ({ entry, link, name: tagName.safeParse(given).data, given })),
    )
    const usable = tags.flatMap(({ entry, link, name }) =>
      name === undefined ? [] : [{ kind: 'entry' as const, target: entry.id, name, at: link.savedAt ?? at }],
    )
    await store.tags.add(reader.id, usable)
    for (const { target } of usable) tagged.add(target)
    for (const { name, given } of tags) if (name === undefined) unusable.push(given)
  })
  context.wake()
  const here = new Set(imported.map(({ link }) => link.url))
  const lost = links.filter(({ url }) => !here.has(url))
  const texts = isTrusted ? 0 : taken.filter(({ contentHtml }) => contentHtml !== undefined).length
  return {
    kind: 'links',
    program: file.program,
    total: imported.length,
    added: newCount,
    waiting: imported.filter(({ entry }) => !entry.isIngested).length,
    read: imported.filter(({ link }) => link.isRead).length,
    tagged: tagged.size,
    skipped: [
      ...file.skipped,
      ...unusable.map((given) => `Tag “${given.slice(0, 100)}”: too long, or not a word.`),
      ...(file.links.length > mostLinks
        ? [`${file.links.length - mostLinks} links after the first ${mostLinks}.`]
        : []),
      ...lost.map(({ url }) => `${url.slice(0, 200)}: its URL can’t be stored.`),
      ...(texts > 0
        ? [`The texts of ${texts} articles: only the owner can import texts. Their pages are fetched instead.`]
        : []),
    ],
  }
}
