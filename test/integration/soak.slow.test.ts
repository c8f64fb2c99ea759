import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runSoak } from '../../lab/prove/soak/run-soak.ts'
import type { Course } from '../../lab/prove/soak/sample.ts'
import { whyNoServer } from './postgres-server.ts'

test('twelve seconds among faults, kills, a restart and a wrong clock loses and doubles nothing', {
  skip: whyNoServer || (process.platform !== 'linux' && 'only Linux has all of 127.0.0.0/8'),
}, async (t) => {
  const out = mkdtempSync(join(tmpdir(), 'twosource-soak-'))
  try {
    const found = await runSoak({ store: 'postgres', minutes: 0.2, seed: 3, out, backlog: 6, perMinute: 50 })
    const { happened, faults, fallen, events, reader, witness, leftToLeases } = found
    t.diagnostic(
      `${JSON.stringify({ ...happened, takeovers: happened.takeovers.length })}, ${leftToLeases} left to leases`,
    )
    assert.deepEqual([happened.kills, happened.restarts, happened.jumps], [1, 1, 1])
    assert.deepEqual(faults, {})
    assert.deepEqual(fallen, [])
    assert.equal(events.unreadable ?? 0, found.refusedStarts, found.complaints.join('\n'))
    assert.deepEqual(reader.failed, [])
    assert.equal(reader.lost, 0)
    assert.ok(reader.stars > 0 && reader.pages > 0)
    assert.equal(witness?.strayed, 0)
    const course = JSON.parse(readFileSync(join(out, 'soak-postgres.json'), 'utf8')) as Course
    // One each second, or as often as a busy machine gets to it.
    assert.ok(course.samples.length > 1)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
