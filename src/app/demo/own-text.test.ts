import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { extract } from '../../extract/extract.ts'
import { articlePage } from './article-page.ts'
import { loadEdition, revisionAt } from './edition.ts'

const edition = loadEdition(new Date('2026-03-17T19:00:00Z'))
const base = 'http://127.0.0.1:1'

describe('the text read from a page of the demo is exactly what its outlet wrote, its picture with its caption', () => {
  for (const article of edition.articles)
    test(article.path, () => {
      for (const step of [0, 1, 2] as const) {
        const { text, blocks, leadPicture, pictures } = extract({
          html: articlePage(article, edition, base, step),
          url: `${base}${article.path}`,
          fetchedAt: edition.now.toISOString(),
        })
        const read = blocks.map(({ start, end }) => text.slice(start, end))
        const written = revisionAt(article, step).blocks.map((block) => block.text)
        assert.deepEqual(read.map(inOneLine), written.map(inOneLine), `edit ${step}`)
        // Also where the headline is not of the first level.
        if (article.picture && article.kind !== 'video')
          assert.ok([leadPicture, ...pictures].some((picture) => picture?.caption))
      }
    })
})

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
