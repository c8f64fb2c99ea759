import { operations } from '../../src/operations/all.ts'
import { type Dialect, dialects, skipReason } from '../../test/integration/databases.ts'
import { openProofInstance } from './isolation/instance.ts'
import { type AnyOperation, others, tryOperations } from './isolation/operation-matrix.ts'
import { type RoutesFound, walkRoutes } from './isolation/route-walk.ts'
import { readerA } from './isolation/seed.ts'
import { tries } from './isolation/tries.ts'
import type { Tries } from './isolation/try.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

/**
 * What is kept of one reader is neither read nor changed by anybody else: every operation as every role, and every address of
 * the pages, with every id of reader A. On both databases.
 */
export const prove: Proof = async () => {
  const checks: Check[] = []
  for (const dialect of dialects) {
    const reason = skipReason(dialect)
    if (reason) checks.push({ what: dialect, measured: reason, wanted: 'both databases', isMet: false })
    else checks.push(...(await proveOn(dialect)))
  }
  return { name: 'isolation', checks }
}

/** The same on one database, with the operations, lines and share of ids given: a test takes few, or adds one that tells too much. */
export async function proveOn(
  dialect: Dialect,
  walkers: readonly (string | undefined)[] = [undefined, ...others.slice(0, 3).map(({ id }) => id)],
  walked: readonly AnyOperation[] = operations as unknown as readonly AnyOperation[],
  lines: Readonly<Record<string, Tries>> = tries,
  everyId = 1,
): Promise<readonly Check[]> {
  const instance = await openProofInstance(dialect, { hasPrivate: true })
  const { context, common, token, rows, web, privateIds } = instance
  try {
    const kept = [...(await rows.rowsOf(readerA.id))]
    const empty = kept.filter(([, list]) => list.length === 0).map(([table]) => table)
    const routes: RoutesFound[] = []
    for (const who of walkers) routes.push(await walkRoutes(web, who, common, token, rows, privateIds, everyId))
    const matrix = await tryOperations(context.operations, walked, lines, common, rows, privateIds)
    const sum = (of: (found: (typeof routes)[number]) => number) =>
      routes.reduce((total, found) => total + of(found), 0)
    const named = walked.map(({ name }) => name)
    const stale = walked.length === operations.length ? Object.keys(lines).filter((name) => !named.includes(name)) : []
    return [
      least('tables in which reader A has something', kept.length - empty.length, 10),
      none('tables with a reader_id in which reader A has nothing (say in seed.ts what)', [
        ...empty,
        ...instance.refused,
      ]),
      none('operations without a line that says how they are tried (tries.ts)', matrix.undeclared),
      none('lines for operations that there are not', stale),
      least('calls of operations', matrix.calls, 10_000),
      none('answers with something of reader A', matrix.leaks),
      none('operations that changed a row of reader A', matrix.changes),
      none('operations that tell an id of reader A from one of nobody', matrix.tells),
      least('operations in whose answers reader A finds what is theirs', matrix.seenByA.length, 8),
      none('files and messages of reader A with something under embargo', matrix.heldLeft),
      least('operations in whose answers reader A finds what is under embargo', matrix.heldSeen.length, 4),
      least(
        'addresses walked as nobody, guest, reader B and moderator',
        sum((found) => found.routes),
        200,
      ),
      least(
        'requests',
        sum((found) => found.requests),
        4_000,
      ),
      none(
        'bodies with something of reader A',
        routes.flatMap((found) => found.leaks),
      ),
      none(
        'addresses that changed a row of reader A',
        routes.flatMap((found) => found.changes),
      ),
    ].map((check) => ({ ...check, what: `${dialect}: ${check.what}` }))
  } finally {
    await instance.close()
  }
}

function none(what: string, found: readonly string[]): Check {
  const measured = found.length === 0 ? 0 : `${found.length}: ${found.slice(0, 12).join(' | ')}`
  return { what, measured, wanted: '0', isMet: found.length === 0 }
}

function least(what: string, measured: number, wanted: number): Check {
  return { what, measured, wanted: `at least ${wanted}`, isMet: measured >= wanted }
}
