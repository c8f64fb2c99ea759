import { setImmediate as nextTurn } from 'node:timers/promises'
import { createWindow, type Window } from '../../cluster/window.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { Store } from '../../store/store.ts'

/** So many vectors are read from the store in one turn: a few milliseconds. */
const PAGE = 100
/** How often it is asked in which other ways a language is written. What is written in a new way is seen so much later at most. */
const SPELLINGS_MS = 30_000

/** The recent documents of one lane, as far as this process has read them. */
export type LaneWindow = {
  readonly window: Window
  /** The ways to write its languages, and up to which document they are read. */
  readonly languages: readonly string[]
  readonly sequence: number
  /**
   * Reads what came since, from any process, for a text written in `language`; without one, in all ways there are by now. To be
   * called while the lane is held, and followed by a write: see below.
   */
  catchUp(since: string, language?: string): Promise<void>
}

/**
 * An empty window of a lane. `hasPrivate`: private articles are among the others, as where one person uses the server alone; where others
 * do, too, what stands together for them must not depend on what they may not read. It is right only as long as the lane is held while it is read: then nobody else's write to the lane is
 * under way, all of it that has a number is there, and what comes gets a higher one. Who learns afterwards that the lane was lost
 * (its writes are refused) has to throw the window away, since it may have gone past a document that was not there yet.
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
  /** The latest move of articles between stories that the window knows of; undefined before it has read anything. */
  let event: number | undefined

  async function catchUp(since: string, language?: string): Promise<void> {
    const { sequence: latest, places } =
      event === undefined ? { sequence: await choices.latestEvent(), places: [] } : await choices.placesAfter(event)
    event = latest
    for (const { documentId, storyId } of places)
      if (window.storyOf(documentId) !== storyId) window.move(documentId, storyId)
    const isKnown = language !== undefined && languages.includes(language)
    if (!isKnown || performance.now() - askedAtMs >= SPELLINGS_MS) await askForSpellings(since, language)
    sequence = await read(languages, sequence, Number.POSITIVE_INFINITY, since)
  }

  async function askForSpellings(since: string, language?: string): Promise<void> {
    const now = performance.now()
    const found = (await stories.spellings()).filter((spelling) => spelling.lane === lane).map((each) => each.language)
    // The text to come is written in one that may be the first of its kind.
    const all = new Set(language === undefined ? found : [...found, language])
    const fresh = [...all.difference(new Set(languages))]
    // What was written in a new way before we knew of it, in its order.
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
      // After a start there are thousands: pages have their turn in between.
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
