import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { proofs } from './all.ts'
import { threats } from './threats.ts'

const root = new URL('../../', import.meta.url)

describe('the threat model', () => {
  it('stands in SECURITY.md as it is kept here', () => {
    assert.ok(readFileSync(new URL('SECURITY.md', root), 'utf8').includes(threatTable()), threatTable())
  })

  it('names tests and proofs that are there, and something for each threat', () => {
    for (const { id, tests, proofs: names } of threats) {
      assert.notEqual(tests.length + names.length, 0, id)
      assert.deepEqual(
        tests.filter((file) => !existsSync(new URL(file, root))),
        [],
        id,
      )
      assert.deepEqual(
        names.filter((name) => !(name in proofs)),
        [],
        id,
      )
    }
    assert.equal(new Set(threats.map(({ id }) => id)).size, threats.length)
  })

  it('has every proof guard against something', () => {
    const named = new Set(threats.flatMap(({ proofs: names }) => names))
    assert.deepEqual(
      Object.keys(proofs).filter((name) => !named.has(name)),
      [],
    )
  })

  it('has all proofs but those that need the whole machine tried in short whenever CI runs', () => {
    const all = Object.values(proofs)
    const missing = all.flatMap(({ shortForm }) => shortForm ?? []).filter((file) => !existsSync(new URL(file, root)))
    assert.deepEqual(missing, [])
    const untried = Object.keys(proofs).filter((name) => !(proofs[name]!.isQuick || proofs[name]!.shortForm))
    // One fills disks for minutes, one times pages beside a thousand visitors.
    assert.deepEqual(untried, ['full-disk-intake', 'resources'])
  })
})

/** The table in SECURITY.md: a row for each threat. */
function threatTable(): string {
  const link = (file: string) =>
    `[${file.slice(file.lastIndexOf('/') + 1).replace(/(\.slow)?\.test\.ts$/, '')}](${file})`
  const rows = threats.map(
    ({ id, who, what, guard, tests, proofs }) =>
      `| ${id} | ${who} | ${what} | ${guard} | ${tests.map(link).join(', ')} | ${proofs.map((name) => `\`${name}\``).join(', ')} |`,
  )
  return ['| | who | what | protection | tests | proofs |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}
