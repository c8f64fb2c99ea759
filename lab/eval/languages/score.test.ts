import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readRecords } from '../read-set.ts'
import { compileArticles } from './compile.ts'
import { isHeld, type LabeledArticle } from './score.ts'

const folder = new URL('./articles/', import.meta.url)
const set = readRecords<LabeledArticle>(new URL('./own.jsonl', import.meta.url).pathname)

describe('the set of articles in other languages', () => {
  it('is what the labeled articles compile to', () => {
    const sources = readdirSync(folder).sort()
    assert.deepEqual(
      sources.flatMap((name) => compileArticles(readFileSync(new URL(name, folder), 'utf8'))),
      set,
    )
  })

  it('has ten articles of each language, and some of each in both halves', () => {
    for (const language of ['de', 'fr', 'es', 'ar']) {
      const ids = set.filter((one) => one.language === language).map(({ id }) => id)
      assert.ok(ids.length >= 10, language)
      assert.equal(new Set(ids).size, ids.length)
      const held = ids.filter((id) => isHeld(id)).length
      assert.ok(held >= 4 && held <= ids.length - 4, `${language}: ${held}`)
    }
  })

  it('has spans without white space at their ends', () => {
    for (const { id, text, quotes, sentences, times } of set)
      for (const [start, end] of [...quotes, ...times].map(({ span }) => span).concat(sentences))
        assert.equal(text.slice(start, end), text.slice(start, end).trim(), id)
  })

  it('refuses a mark that is never closed and one it does not know', () => {
    assert.throws(() => compileArticles('=== a de 2025-01-01\n# T\n{q -}Wort'), /never closed/)
    assert.throws(() => compileArticles('=== a de 2025-01-01\n# T\n{x}Wort{/}'), /there is no x/)
  })
})
