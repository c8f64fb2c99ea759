import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Extraction } from '../../core/article.ts'
import { textOf } from '../../core/document.ts'
import { extract } from '../extract.ts'

const folder = new URL('../../../test/fixtures/pages/', import.meta.url)

type Expected = {
  readonly url: string
  readonly extraction: Omit<Extraction, 'text' | 'blocks' | 'account' | 'siteBlocks'> & {
    readonly blocks: readonly (readonly [string, string])[]
  }
}

function read(slug: string): { html: string; expected: Expected } {
  const html = readFileSync(new URL(`${slug}/source.html`, folder), 'utf8')
  return { html, expected: JSON.parse(readFileSync(new URL(`${slug}/expected.json`, folder), 'utf8')) as Expected }
}

const slugs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

for (const slug of slugs) {
  test(`page ${slug} is extracted as written in its expected.json`, () => {
    const { html, expected } = read(slug)
    const { text, blocks, account: _account, siteBlocks: _blocks, ...fields } = extract({ html, url: expected.url })
    const found = { ...fields, blocks: blocks.map((block) => [block.kind, textOf({ text }, block)]) }
    assert.deepEqual(found, expected.extraction)
  })
}

test('captions and credits of the fixtures stand in fields and never in the text', () => {
  for (const slug of slugs) {
    const { html, expected } = read(slug)
    const { text, pictures } = extract({ html, url: expected.url })
    for (const { caption, credit } of pictures)
      for (const words of [caption, credit])
        if (words !== undefined) assert.ok(!text.includes(words), `${slug}: ${words}`)
  }
})
