import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../', import.meta.url))

/** Forms of “du” and “ihr” that are no other German word, and imperatives of “du” that an interface is likely to use. */
const informal =
  /(?<!\p{L})(?:[Dd]u|[Dd]ir|[Dd]ich|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure?[mnrs]?|Öffne|[Ww]ähle|Gib|Lies|Nimm|Bewahre|Füge|Lege|Prüfe|Klicke|Tippe|Trage|Schreibe|Ändere|Lösche|Kopiere|Verwende|Versuche es|Melde dich)(?!\p{L})[^\n]{0,30}/gu

test('German addresses people as “Sie” everywhere', () => {
  const files = globSync(['src/web/**/{de,*-de}.ts', 'extension/_locales/de/*.json'], { cwd: folder })
  assert.ok(files.length > 10)
  const found = files.flatMap((file) =>
    [...readFileSync(`${folder}${file}`, 'utf8').matchAll(informal)].map(([place]) => `${file}: ${place}`),
  )
  assert.deepEqual(found, [])
})
