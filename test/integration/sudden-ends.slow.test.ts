import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prove as proveCrash } from '../../lab/prove/crash.ts'
import { prove as provePowerCut } from '../../lab/prove/power-cut.ts'
import type { ProofResult } from '../../lab/prove/proof.ts'

/** Every check but those of time, which depend on what else the machine does. */
function assertMet({ checks }: ProofResult) {
  for (const { what, measured, wanted, isMet } of checks)
    assert.ok(isMet || what.endsWith(', ms'), `${what}: ${measured} (wanted ${wanted})`)
}

test('a server that is killed while it takes in news and edits has all that it acknowledged', async () => {
  assertMet(await proveCrash({ rounds: 2 }))
})

test('a power cut takes nothing away that was acknowledged, on a disk that keeps only what it is told to', async () => {
  assertMet(await provePowerCut({ rounds: 6 }))
})
