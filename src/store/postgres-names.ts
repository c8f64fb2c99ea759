/**
 * Names for statements that are asked again and again, so that the server reads and plans each once for a connection and not every
 * time. A statement without a name is planned each time anew.
 */
export type StatementNames = {
  /** The name of a statement; undefined for one that is rare, or that is no plain query. */
  nameOf(statement: string): string | undefined
  /** To be told of every failure. True when it is one of names: what was asked can be asked again, under another name or none. */
  isOfName(error: unknown): boolean
}

/** Below this a statement may be one of many that differ in how many values they hold. */
const askedOften = 4
/** Each holds some 30 kB of the server's memory for every connection. */
const mostNames = 200
/** So many statements are counted before counting begins anew. */
const mostCounted = 2_000
const longest = 6_000
const plain = /^\s*(?:select|insert|update|delete|with)\b/i

/** A result has other columns than when the statement was planned: the schema has changed meanwhile. */
const isStale = (code: unknown, routine: unknown) => code === '0A000' && routine === 'RevalidateCachedQuery'
/** The name is not there, or is there already: somebody between us and the server gives connections to others. */
const ofOthers: ReadonlySet<unknown> = new Set(['26000', '42P05'])

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  let given = 0
  let isOff = false

  return {
    nameOf(statement) {
      const known = names.get(statement)
      if (known !== undefined || isOff || names.size >= mostNames) return known
      if (statement.length > longest || !plain.test(statement)) return undefined
      const times = (asked.get(statement) ?? 0) + 1
      if (times < askedOften) {
        if (asked.size >= mostCounted) asked.clear()
        asked.set(statement, times)
        return undefined
      }
      asked.delete(statement)
      given += 1
      names.set(statement, `twosource_${given}`)
      return names.get(statement)
    },

    isOfName(error) {
      const { code, routine } = (error ?? {}) as { readonly code?: unknown; readonly routine?: unknown }
      const isOthers = ofOthers.has(code)
      if (!isOthers && !isStale(code, routine)) return false
      isOff ||= isOthers
      // Planned again under new names, on each connection when it comes to it.
      names.clear()
      return true
    },
  }
}
