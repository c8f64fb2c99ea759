/** How much went by its age. */
export type Gone = { readonly entries: number; readonly articles: number; readonly stories: number }

/** All that went so far, since when, and when something went last. ISO 8601, UTC. */
export type GoneInAll = Gone & { readonly firstAt: string; readonly at: string }

/**
 * A walk over all that is old, the oldest first, a batch at a time: each batch is one transaction, and how far it got is kept with
 * it, so that a walk goes on where it was broken off, and begins anew a day after its end. What somebody marked, or anything that stays cites, stays, with the whole story it stands in.
 */
export type AgedWalk = {
  /** Removes what may go of the next batch; undefined at the end. */
  next(at: string): Promise<Gone | undefined>
}

/** What is kept for how long. */
export type KeepingStore = {
  /** A walk over entries and articles of which all came before a time. */
  aged(before: string): Promise<AgedWalk>
  /** All that went by its age; undefined when nothing ever did. */
  gone(): Promise<GoneInAll | undefined>
  /**
   * Lets go of what only serves to place new articles (fingerprints, vectors) of the next documents kept before a time, and packs
   * their layers and dossiers. Answers how many documents that were; 0 at the end. Safe to repeat.
   */
  slim(before: string, at: string): Promise<number>
}
