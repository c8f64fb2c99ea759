/** Caches the last values of things that have revisions. Looked up by the revision just read, a value is never stale. */
type RevisionCache<Value> = {
  /** Undefined when none is cached, or another revision. */
  get(id: string, revision: number): Value | undefined
  set(id: string, revision: number, value: Value): void
}

/** Caches the `most` values set last. */
export function revisionCache<Value>(most: number): RevisionCache<Value> {
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
