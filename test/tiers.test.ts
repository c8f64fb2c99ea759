import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import { chooseFiles, sqliteAlone, type TestFiles, type Tier } from './tiers.ts'

const files: TestFiles = {
  units: ['src/a.test.ts', 'src/b.slow.test.ts'],
  integration: ['test/integration/looped.test.ts', 'test/integration/plain.test.ts', 'test/integration/c.slow.test.ts'],
  pages: ['test/e2e/pages.test.ts', 'test/e2e/smoke.test.ts'],
  smoke: ['test/e2e/smoke.test.ts'],
}

/** Each file with each database it runs on, as `path sqlite`. */
function runsOf(tier: Tier): readonly string[] {
  const { units, pages, integration, onOne } = chooseFiles(tier, files, (file) => file.includes('looped'))
  return [
    ...[...units, ...pages, ...integration].flatMap((file) => [`${file} sqlite`, `${file} postgres`]),
    ...onOne.files.map((file) => `${file} ${onOne.dialect}`),
  ].sort()
}

describe('the tiers of tests', () => {
  it('leave out of the short run what is named slow, pages but one, and PostgreSQL where SQLite does', () => {
    const short = chooseFiles('short', files, (file) => file.includes('looped'))
    assert.deepEqual(short.units, ['src/a.test.ts'])
    assert.deepEqual(short.integration, [])
    assert.deepEqual(short.onOne, {
      dialect: 'sqlite',
      files: ['test/integration/looped.test.ts', 'test/integration/plain.test.ts'],
    })
    assert.deepEqual(short.pages, ['test/e2e/smoke.test.ts'])
    assert.deepEqual(short.leftOut, ['2 slow files', '1 files of tests of pages', 'the PostgreSQL half of 1 files'])
  })

  it('have the rest run what the short run left out, and nothing of it twice', () => {
    const [short, rest, all] = (['short', 'rest', 'all'] as const).map(runsOf)
    assert.deepEqual(
      short!.filter((run) => rest!.includes(run)),
      [],
    )
    // A file that tests no database apart runs once.
    const missing = all!.filter((run) => !short!.includes(run) && !rest!.includes(run))
    assert.deepEqual(missing, ['test/integration/plain.test.ts postgres'])
  })

  it('have the rest leave to SQLite files that are there and ask PostgreSQL for nothing of their own', () => {
    const looped = [...sqliteAlone].map((name) => `test/integration/${name}.test.ts`)
    assert.deepEqual(
      looped.filter((file) => !existsSync(file)),
      [],
    )
    const asked = chooseFiles('rest', { ...files, integration: [...files.integration, ...looped] }, () => true)
    assert.deepEqual(asked.onOne.files, ['test/integration/looped.test.ts', 'test/integration/plain.test.ts'])
  })

  it('have all run every file', () => {
    const { units, pages, integration, onOne } = chooseFiles('all', files, () => false)
    assert.deepEqual([...units, ...integration, ...pages].length + onOne.files.length, 7)
  })
})
