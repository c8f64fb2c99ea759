import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FIXTURES = new URL('../../../test/fixtures/pages/', import.meta.url)

/** The pages of ours that tests are made with. */
export function ownPages(): { readonly html: string; readonly url: string }[] {
  const folder = fileURLToPath(FIXTURES)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ html: readFileSync(`${folder}/${name}`, 'utf8'), url: 'https://example.com/a' }))
}
