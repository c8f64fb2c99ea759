import type { Engine } from '../engine/engine.ts'

/** Each reader's preferences. `core/preferences.ts` knows the names and values. */
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
    /** Every preference that was set. At most one query, and none until the next write where the database reports writes. */
    all(readerId: string): Promise<ReadonlyMap<string, string>> {
      const version = engine.dataVersion?.()
      if (version === undefined) return read(readerId)
      if (kept?.version !== version) kept = { version, of: new Map() }
      const known = kept.of.get(readerId)
      if (known) return known
      const found = read(readerId)
      kept.of.set(readerId, found)
      // Don't cache a failed read.
      found.catch(() => {
        kept = undefined
      })
      return found
    },

    /** Setting the same value again changes nothing. */
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
