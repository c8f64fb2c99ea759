import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { missingLines, packagesOf, wantedPrograms } from './wanted-programs.ts'

const [chromium, shell] = wantedPrograms.map((program) => ({ ...program, isThere: () => false }))

test('a run of the tests says last what is missing, what that left out, and how to have it', () => {
  assert.ok(chromium && shell)
  assert.deepEqual(missingLines([chromium, shell]), [
    `Chromium isn't installed: tests of pages in a browser are skipped.`,
    `Chromium without its windows isn't installed: tests of pages use the whole of Chromium, which takes half as long again.`,
    'To install them: npm run setup (Debian, as root). Elsewhere: chromium, chromium-headless-shell.',
  ])
  assert.deepEqual(missingLines([{ ...chromium, isThere: () => true }]), [])
  assert.deepEqual(packagesOf([chromium, shell]), ['chromium', 'chromium-headless-shell'])
})

test('"npm test" installs nothing', () => {
  const source = readFileSync(new URL('./run.ts', import.meta.url), 'utf8')
  assert.doesNotMatch(source, /apt-get|install/)
})
