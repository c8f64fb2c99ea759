import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A page that asks three operations, each with one field that the operation does not have when `typo` is set. */
const asking = (typo: string) => `
import { getToday } from '../../src/operations/day/get-today.ts'
import { star } from '../../src/operations/articles/mark-entries.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import type { Run } from '../../src/operations/run.ts'
export async function ask(run: Run) {
  await run(getToday, { section${typo}: 'World' })
  await run(star, { entryId${typo}: 'a', isStarred: true })
  await run(getStory, { id${typo}: 'a' })
}
`

/** The errors that TypeScript finds in a file of this text. */
function errorsIn(text: string): readonly string[] {
  // Inside the repository, so that packages and settings are found from there.
  const folder = mkdtempSync(join(root, 'test', '.types-'))
  try {
    writeFileSync(join(folder, 'ask.ts'), text)
    const settings = { extends: '../../tsconfig.json', include: [], files: ['ask.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    return stdout.split('\n').filter((line) => line.includes('error TS'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a page that asks an operation for a field it does not have does not compile', () => {
  assert.deepEqual(errorsIn(asking('')), [])
  const errors = errorsIn(asking('s'))
  assert.equal(errors.length, 3, errors.join('\n'))
})
