import { productProgram } from '../../test/product-program.ts'
import { stopAgainAndAgain } from './drain/stop-runs.ts'
import type { Proof, ProofResult } from './proof.ts'

const RUNS = 50
const MOST_MS = 10_000

/**
 * A server that takes in news and is asked by browsers and apps is told to stop, fifty times, at moments drawn. Every answer that
 * begins must end, every acknowledged write must be there, every job must be in nobody's hand and be done in the end.
 */
export const prove: Proof = async ({ seed = 12 } = {}) => {
  const found = await stopAgainAndAgain(productProgram, RUNS, seed)
  const { asked, stopMs } = found
  const sorted = stopMs.toSorted((a, b) => a - b)
  const most = sorted.at(-1) ?? 0
  const requests = asked.answered + asked.broken + asked.unanswered
  const checks: ProofResult['checks'] = [
    none('answers that began and did not end', asked.broken, requests),
    none('answers of 500 and more', asked.failed, requests),
    none('requests on a connection in use that got no answer', asked.unanswered, requests),
    none('acknowledged writes that were gone', found.lost, RUNS),
    none('processes that did not end with 0', found.badEnds.length, RUNS + 1),
    {
      what: 'longest stop, ms',
      measured: most,
      wanted: `≤ ${MOST_MS}`,
      isMet: most <= MOST_MS,
      cases: RUNS,
      failures: stopMs.filter((ms) => ms > MOST_MS).length,
    },
    none('jobs left in hand', found.leftInHand, RUNS),
    none('lanes left held', found.leftLanes, RUNS),
    none('signs of life left behind', found.leftNodes, RUNS),
    none('entries lost', found.entriesLost, found.entries),
    none('entries doubled', found.entriesDoubled, found.entries),
    none('entries without an article', found.unread, found.entries),
    none('failed jobs', found.failedJobs, found.entries),
    { what: 'integrity check', measured: found.integrity, wanted: 'ok', isMet: found.integrity === 'ok' },
  ]
  return {
    name: 'drain',
    checks,
    table: [
      {
        runs: RUNS,
        answered: asked.answered,
        refused: asked.refused,
        entries: found.entries,
        'jobs given back': found.givenBack,
        'stop p50, ms': sorted[Math.floor(sorted.length / 2)] ?? 0,
        'stop p95, ms': sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      },
    ],
  }
}

function none(what: string, measured: number, cases: number): ProofResult['checks'][number] {
  return { what, measured, wanted: '0', isMet: measured === 0, cases, failures: measured }
}
