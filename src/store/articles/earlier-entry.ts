import { type LinkKey, linkKeyOf } from '../../core/text/link-key.ts'

/** What identifies an entry across two deliveries of a feed. Times are ISO 8601, UTC. */
export type EntryIdentity = {
  readonly url?: string
  readonly title: string
  readonly publishedAt?: string
  readonly contentHash: string
}

/** Milliseconds. A feed may change an entry's date by less than this: with the same title, the next day's is another entry. */
const REDATED_MS = 12 * 3_600_000

/** This many entries of one document, each with a time of its own, show that the site was rebuilt. */
const FEWEST_REBUILT = 3

const noLink: LinkKey = { page: '', path: '', fragment: '', isHome: true }

type Keyed<Face> = { readonly face: Face; readonly link: LinkKey }

/**
 * Finds entries that a feed delivers again under another key (its guids change with every build, gain a scheme or a session,
 * appear or disappear). `arrived` are the entries with unknown keys; `known` are the feed's earlier entries whose keys this
 * document doesn't have, the newest first; `held` are links of entries that it does have.
 *
 * Two are the same entry when they link the same page and
 * - have the same title and time; or
 * - the page is the entry's own (not a home page, and no other entry here links it) and they have the same time, or the same
 *   title and times at most half a day apart, or all words in common.
 * A site that moved to another host is recognized by path, title and time together, an entry without a link by title, time and
 * all its words. If nothing of a document is known, but most of it has earlier titles and times, the site was rebuilt with new
 * URLs. Each known entry is matched once.
 */
export function findEarlier<Arrived extends EntryIdentity, Known extends EntryIdentity>(
  arrived: readonly Arrived[],
  known: readonly Known[],
  held: readonly (string | undefined)[],
): ReadonlyMap<Arrived, Known> {
  const found = new Map<Arrived, Known>()
  if (arrived.length === 0 || known.length === 0) return found
  const coming = keyed(arrived)
  const before = keyed(known)
  const uses = countUses(coming, held)
  const usesBefore = countUses(before, [])
  const isOwn = ({ link }: Keyed<EntryIdentity>) =>
    !link.isHome && uses.get(link.page) === 1 && (usesBefore.get(link.page) ?? 0) <= 1
  const byPage = Map.groupBy(before, ({ link }) => link.page)
  const byPath = Map.groupBy(before, ({ link }) => link.path)
  const taken = new Set<Known>()
  const take = (one: Keyed<Arrived>, among: readonly Keyed<Known>[] | undefined, isSame: typeof isTwin) => {
    if (found.has(one.face)) return
    const match = among?.find((other) => !taken.has(other.face) && isSame(one, other))
    if (!match) return
    taken.add(match.face)
    found.set(one.face, match.face)
  }
  // The surest matches first, so that a likely one never takes an entry that certainly belongs to another.
  for (const one of coming) take(one, byPage.get(one.link.page), isTwin)
  for (const one of coming) if (!one.link.isHome) take(one, byPath.get(one.link.path), isTwin)
  for (const one of coming) if (isOwn(one)) take(one, byPage.get(one.link.page), isLikely)
  if (held.length === 0) {
    const rest = coming.filter(({ face }) => !found.has(face))
    const left = before.filter(({ face }) => !taken.has(face))
    for (const [one, other] of rebuiltAmong(rest, left)) found.set(one, other)
  }
  return found
}

/** Pairs with the same title and time, each unique, if they're most of what arrived and don't all have one time. */
function rebuiltAmong<Arrived extends EntryIdentity, Known extends EntryIdentity>(
  arrived: readonly Keyed<Arrived>[],
  known: readonly Keyed<Known>[],
): readonly (readonly [Arrived, Known])[] {
  const titled = ({ face: { title, publishedAt } }: Keyed<EntryIdentity>) => `${publishedAt} ${title}`
  const before = Map.groupBy(known, titled)
  const pairs = [...Map.groupBy(arrived, titled).values()].flatMap(([one, another]) => {
    const [earlier, more] = before.get(titled(one!)) ?? []
    const { url, title, publishedAt } = one!.face
    const isAlone = another === undefined && more === undefined
    return earlier?.face.url && isAlone && url && title && publishedAt ? [[one!.face, earlier.face] as const] : []
  })
  const times = new Set(pairs.map(([{ publishedAt }]) => publishedAt))
  return times.size >= Math.max(FEWEST_REBUILT, pairs.length / 2, arrived.length / 2) ? pairs : []
}

function keyed<Face extends EntryIdentity>(faces: readonly Face[]): readonly Keyed<Face>[] {
  return faces.flatMap((face) => {
    const link = face.url === undefined ? noLink : linkKeyOf(face.url)
    return link ? { face, link } : []
  })
}

function countUses(faces: readonly Keyed<EntryIdentity>[], held: readonly (string | undefined)[]) {
  const uses = new Map<string, number>()
  for (const page of [...faces.map(({ link }) => link.page), ...held.map((url) => linkKeyOf(url)?.page)])
    if (page !== undefined) uses.set(page, (uses.get(page) ?? 0) + 1)
  return uses
}

function isTwin({ face: one }: Keyed<EntryIdentity>, { face: other }: Keyed<EntryIdentity>): boolean {
  if (one.title !== other.title || one.publishedAt === undefined || one.publishedAt !== other.publishedAt) return false
  return one.url !== undefined || one.contentHash === other.contentHash
}

function isLikely(
  { face: one, link }: Keyed<EntryIdentity>,
  { face: other, link: otherLink }: Keyed<EntryIdentity>,
): boolean {
  if (one.contentHash === other.contentHash) return true
  if (one.title !== other.title) {
    // Two named parts of one page are two entries.
    const areParts = link.fragment !== '' && otherLink.fragment !== '' && link.fragment !== otherLink.fragment
    return !areParts && one.publishedAt !== undefined && one.publishedAt === other.publishedAt
  }
  if (one.publishedAt === undefined || other.publishedAt === undefined) return true
  return Math.abs(Date.parse(one.publishedAt) - Date.parse(other.publishedAt)) <= REDATED_MS
}
