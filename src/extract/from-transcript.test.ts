import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TranscriptLine } from '../core/feed/entry-media.ts'
import { addressAt, heardAt, isWatched } from '../core/reading/heard.ts'
import { extractFromTranscript } from './from-transcript.ts'

const about = { title: 'The pier', authors: [] }

const passages: readonly (readonly TranscriptLine[])[] = [
  [
    { startSeconds: 4, speaker: 'Ida Holm', text: 'Good morning.' },
    { startSeconds: 6.25, speaker: 'Ida Holm', text: 'Why is the pier shut?' },
  ],
  [{ text: 'A door.' }],
  [{ startSeconds: 723, text: '>> JONAS BERG: It is rotten.' }],
]

test('a passage is a paragraph of its lines’ words, with who speaks as the file says, and a cue for each line with a time', () => {
  const { text, blocks, cues, kind } = extractFromTranscript(passages, about)
  assert.equal(text, 'Ida Holm: Good morning. Why is the pier shut?\nA door.\nJONAS BERG: It is rotten.')
  assert.deepEqual(
    blocks.map(({ start, end }) => text.slice(start, end)),
    text.split('\n'),
  )
  assert.deepEqual(
    cues?.map(({ start, end, atMs }) => [text.slice(start, end), atMs]),
    [
      ['Good morning.', 4000],
      ['Why is the pier shut?', 6250],
      ['JONAS BERG: It is rotten.', 723_000],
    ],
  )
  assert.equal(kind, 'audio')
})

test('words open at the second of their own cue, and words without a time at none', () => {
  const recording = { url: 'https://pod.example/1.mp3#x' }
  const made = extractFromTranscript(passages, { ...about, recording })
  const heard = (words: string) => heardAt({ blocks: made.blocks, cues: made.cues! }, made, made.text.indexOf(words))
  assert.deepEqual(heard('Ida Holm'), { seconds: 4, url: 'https://pod.example/1.mp3#t=4' })
  assert.deepEqual(heard('the pier'), { seconds: 6, url: 'https://pod.example/1.mp3#t=6' })
  assert.equal(heard('A door'), undefined)
  assert.equal(heard('rotten')?.seconds, 723)
  const [block] = made.blocks
  assert.equal(heardAt({ blocks: [block!] }, made, 0), undefined)
})

test('pages that open at a time take it as they name it, files as a media fragment', () => {
  const at = (url: string) => addressAt(url, 723)
  assert.equal(at('https://www.youtube.com/watch?v=abc&t=5s'), 'https://www.youtube.com/watch?v=abc&t=723')
  assert.equal(at('https://youtu.be/abc'), 'https://youtu.be/abc?t=723')
  const peertube = 'https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d'
  assert.equal(at(peertube), `${peertube}?start=723`)
  assert.equal(at('https://pod.example/a.mp3?key=1'), 'https://pod.example/a.mp3?key=1#t=723')
  assert.ok(isWatched({ url: 'https://youtu.be/abc' }) && isWatched({ url: 'https://a.example/a.mp4' }))
  assert.ok(
    !isWatched({ url: 'https://pod.example/a.mp3' }) && !isWatched({ url: 'https://a.example/', type: 'audio/ogg' }),
  )
})

test('whatever the lines are, every word is in the text once, and every cue is the words of its line', () => {
  const line = fc.record(
    {
      startSeconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
      speaker: fc.string({ minLength: 1, maxLength: 8 }),
      text: fc.stringMatching(/^[a-z]{1,9}$/),
    },
    { requiredKeys: ['text'] },
  )
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (given) => {
      const lists = given as readonly (readonly TranscriptLine[])[]
      const { text, blocks, cues = [] } = extractFromTranscript(lists, about)
      assert.equal(blocks.length, lists.length)
      const timed = lists.flat().filter(({ startSeconds }) => startSeconds !== undefined)
      assert.deepEqual(
        cues.map(({ start, end, atMs }) => [text.slice(start, end), atMs]),
        timed.map((one) => [one.text, Math.round((one.startSeconds ?? 0) * 1000)]),
      )
    }),
    { numRuns: 60 },
  )
})
