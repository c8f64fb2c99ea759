/** The last values read of something that has revisions. What is asked for by the revision just read is never stale. */
export type KeptRevisions<Value> = {
  /** Undefined where none is kept, or of another revision. */
  get(id: string, revision: number): Value | undefined
  set(id: string, revision: number, value: Value): void
}

/** Keeps the last `most` that were set. */
export function keptRevisions<Value>(most: number): KeptRevisions<Value> {
  const kept = new Map<string, { readonly revision: number; readonly value: Value }>()
  return {
    get(id, revision) {
      const known = kept.get(id)
      return known?.revision === revision ? known.value : undefined
    },

    set(id, revision, value) {
      kept.delete(id)
      kept.set(id, { revision, value })
      if (kept.size > most) kept.delete(kept.keys().next().value as string)
    },
  }
}
