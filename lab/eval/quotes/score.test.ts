import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { documentOf } from './documents.ts'
import { scoreKey } from './key.ts'
import { run } from './score.ts'

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))

describe('the score of quotes', () => {
  it('of our own set is what we know it to be', async () => {
    const [result] = await run({ data: OWN })
    const { figures, records, isOwnSet } = result ?? assert.fail('no result')
    assert.equal(records, 15)
    assert.equal(isOwnSet, true)
    assert.ok((figures.speaker_precision ?? 0) > 0.95)
    assert.ok((figures.speaker_recall ?? 0) > 0.9)
    assert.ok((figures.content_f1 ?? 0) > 0.85)
  })

  it('of labels that people made counts only what they looked at', async (t) => {
    const text = [
      '“It holds,” said Jane Roe. “It always did,” she said.',
      '“Not for long,” said Carl Lund. The “old bridge” stands.',
    ].join('\n')
    const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
    const label = (words: string, speaker?: string) => ({
      source: [],
      cue: [],
      content: [at(words)],
      kind: 'direct',
      ...(speaker && { speaker }),
    })
    const folder = mkdtempSync(join(tmpdir(), 'twosource-labels-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const scored = async (attributions: unknown[], checked: unknown[]) => {
      const record = { id: 'a', title: '', text, date: '2026-03-10', language: 'en', attributions, checked }
      writeFileSync(join(folder, 'labels.jsonl'), `${JSON.stringify(record)}\n`)
      return (await run({ data: join(folder, 'labels.jsonl') }))[0]?.figures
    }
    const right = await scored([label('It holds,', 'Jane Roe')], [at('It holds,')])
    assert.deepEqual([right?.speaker_precision, right?.speaker_recall, right?.content_f1], [1, 1, 1])
    assert.equal(right?.cue_precision, undefined)
    const wrong = await scored([label('Not for long,', 'Jane Roe')], [at('Not for long,')])
    assert.deepEqual([wrong?.speaker_precision, wrong?.content_precision], [0, 1])
    const none = await scored([], [at('old bridge')])
    assert.equal(none?.unowned_left_alone, 1)
  })

  it('of an answer key counts what is right', () => {
    const text = "Jane Roe told CNN: 'We won.'\nThe so-called 'old guard' lost."
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const right = scoreKey({
      anchor_date: '2025-06-10',
      articles: [{ id: 'a', title: '', text }],
      quotes: [
        { article: 'a', ...at('We won.'), speaker: 'Jane Roe', cue: 'told', channel: 'CNN' },
        { article: 'a', ...at('old guard'), speaker: null, cue: null },
      ],
      indirect: [],
    })
    assert.deepEqual(right, {
      spans: 1,
      speakers: 1,
      cues: 1,
      channels: 1,
      terms_left_alone: 1,
      indirect_cues: 1,
      indirect_speakers: 1,
    })
  })
})

describe('documentOf', () => {
  it('makes a block of each line, a heading of the title', () => {
    const doc = documentOf('a', 'Title\n\nOne.\nTwo.', '2025-06-10', 'Title')
    assert.deepEqual(
      doc.blocks.map(({ start, end, kind }) => [doc.text.slice(start, end), kind]),
      [
        ['Title', 'heading'],
        ['One.', 'paragraph'],
        ['Two.', 'paragraph'],
      ],
    )
  })
})
