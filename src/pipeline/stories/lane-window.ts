import { setImmediate as nextTurn } from 'node:timers/promises'
import { createWindow, type Window } from '../../cluster/window.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { Store } from '../../store/store.ts'

/** Vectors read from the store per turn: a few milliseconds. */
const PAGE = 100
/** How often the spellings of a language tag are looked up. Articles with a new one appear this much later at most. */
const SPELLINGS_MS = 30_000

/** The recent documents of one lane, as far as this process has read them. */
export type LaneWindow = {
  readonly window: Window
  /** The language tags of its lane, and the sequence number read so far. */
  readonly languages: readonly string[]
  readonly sequence: number
  /**
   * Reads what is new, from any process, for a text in `language`; without one, in all tags known by now. Call it while the lane is locked,
   * and write afterwards: see below.
   */
  catchUp(since: string, language?: string): Promise<void>
}

/**
 * An empty window of a lane. `hasPrivate`: private articles share the window, as when one person uses the server alone; with several
 * people, the grouping they share must not depend on articles some may not read. The window is correct only if the lane is locked while it
 * is read: then no other process is writing to the lane, all numbered documents are there, and later ones get higher numbers. A caller that
 * learns afterwards that the lane was lost (its writes are refused) must discard the window, since it may have read past a document that
 * was not there yet.
 */
export function createLaneWindow(
  { stories, choices }: Pick<Store, 'stories' | 'choices'>,
  lane: string,
  windowMs: number,
  hasPrivate: boolean,
): LaneWindow {
  const window = createWindow({ windowMs })
  const documentOf = new Map<ArticleId, DocumentId>()
  let languages: readonly string[] = []
  let sequence = 0
  let askedAtMs = Number.NEGATIVE_INFINITY
  /** The latest move of articles between stories that the window has applied; undefined before it has read anything. */
  let event: number | undefined

  async function catchUp(since: string, language?: string): Promise<void> {
    const { sequence: latest, places } =
      event === undefined ? { sequence: await choices.latestEvent(), places: [] } : await choices.placesAfter(event)
    event = latest
    for (const { documentId, storyId } of places)
      if (window.storyOf(documentId) !== storyId) window.move(documentId, storyId)
    const isKnown = language !== undefined && languages.includes(language)
    if (!isKnown || performance.now() - askedAtMs >= SPELLINGS_MS) await readSpellings(since, language)
    sequence = await read(languages, sequence, Number.POSITIVE_INFINITY, since)
  }

  async function readSpellings(since: string, language?: string): Promise<void> {
    const now = performance.now()
    const found = (await stories.spellings()).filter((spelling) => spelling.lane === lane).map((each) => each.language)
    // The new text may be the first with its tag.
    const all = new Set(language === undefined ? found : [...found, language])
    const fresh = [...all.difference(new Set(languages))]
    // Earlier documents with a newly found tag, in their order.
    if (fresh.length > 0) await read(fresh, 0, sequence, since)
    languages = [...languages, ...fresh]
    askedAtMs = now
  }

  async function read(wanted: readonly string[], after: number, until: number, since: string): Promise<number> {
    let at = after
    for (let isLast = wanted.length === 0 || after >= until; !isLast; ) {
      const page = await stories.windowAfter(wanted, at, since, PAGE, hasPrivate)
      at = page.sequence
      isLast = page.isLast || at >= until
      for (const row of page.rows) {
        if (row.sequence > until || window.has(row.documentId)) continue
        const before = documentOf.get(row.articleId)
        if (before !== undefined && before !== row.documentId) window.remove(before)
        documentOf.set(row.articleId, row.documentId)
        window.add(row)
      }
      // After a start there are thousands: pages can be served in between.
      if (!isLast) await nextTurn()
    }
    if (documentOf.size > 2 * window.size + PAGE)
      for (const [articleId, documentId] of documentOf) if (!window.has(documentId)) documentOf.delete(articleId)
    return at
  }

  return {
    window,
    get languages() {
      return languages
    },
    get sequence() {
      return sequence
    },
    catchUp,
  }
}
