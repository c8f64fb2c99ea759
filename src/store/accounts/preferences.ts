import type { Engine } from '../engine/engine.ts'

/** What each reader chose. Which names and values there are is not this table's matter: `core/preferences.ts` reads them. */
export function preferenceStore(engine: Engine) {
  const { reader } = engine
  let kept: { readonly version: number; readonly of: Map<string, Promise<ReadonlyMap<string, string>>> } | undefined

  const read = async (readerId: string) => {
    const rows = await reader
      .selectFrom('preference')
      .select(['name', 'value'])
      .where('reader_id', '=', readerId)
      .execute()
    return new Map(rows.map(({ name, value }) => [name, value]))
  }

  return {
    /** Every name that was set, with its value. At most one read, and none while nothing was written where that can be told. */
    all(readerId: string): Promise<ReadonlyMap<string, string>> {
      const version = engine.dataVersion?.()
      if (version === undefined) return read(readerId)
      if (kept?.version !== version) kept = { version, of: new Map() }
      const known = kept.of.get(readerId)
      if (known) return known
      const found = read(readerId)
      kept.of.set(readerId, found)
      // A read that failed is not an answer to keep.
      found.catch(() => {
        kept = undefined
      })
      return found
    },

    /** Sets one; the same again changes nothing. */
    async set(readerId: string, name: string, value: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx
          .insertInto('preference')
          .values({ reader_id: readerId, name, value, at })
          .onConflict((conflict) => conflict.columns(['reader_id', 'name']).doUpdateSet({ value, at }))
          .execute(),
      )
    },
  }
}

export type PreferenceStore = ReturnType<typeof preferenceStore>
