import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { englishTagger } from '../../../src/analyze/grammar/english-tagger.ts'
import { wikinewsSentences } from './wikinews.ts'

describe('wikinewsSentences', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wikinews-'))
  const path = join(folder, 'set.jsonl')
  const read = (text: string, names: readonly string[]) => {
    const entities = names.map((name) => {
      const start = text.indexOf(name)
      return { start, end: start + name.length, text: name, type: 'person', wiki: null }
    })
    writeFileSync(path, JSON.stringify({ text, entities }))
    const made = wikinewsSentences(path, englishTagger())
    rmSync(folder, { recursive: true, force: true })
    return made
  }

  it('takes marked names, figures and sole tags for sure, and leaves short pieces out', () => {
    const [first, ...rest] = read('The board met Clay Winter and paid $15 on Monday.\nNot much.', ['Clay Winter'])
    const tags = Object.fromEntries((first?.words ?? []).map((word, i) => [word, first?.tags[i]]))
    assert.equal(rest.length, 0)
    assert.deepEqual(
      [tags.The, tags.Clay, tags.Winter, tags.$15, tags.Monday],
      ['DET', 'PROPN', 'PROPN', 'NUM', 'PROPN'],
    )
  })
})
