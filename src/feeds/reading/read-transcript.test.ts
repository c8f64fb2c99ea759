import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readChapterFile } from './read-recording.ts'
import { PARAGRAPH, readTranscript, transcriptPassages } from './read-transcript.ts'
import { isTimedTranscript, transcriptLines } from './transcript-lines.ts'

test('WebVTT: voices, markup and entities become passages that end with a sentence', () => {
  const vtt = `\ufeffWEBVTT\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:03.000 align:start\n<v Ada North>The tide &amp; the\n\n00:03.000 --> 00:05.000\n<v Ada North><i>bridge</i> were early.</v>\n\n01:00:05.500 --> 01:00:06.000\n<v Ben>Were they? <b>2 &lt; 3</b>\n`
  assert.deepEqual(readTranscript(vtt), [
    { startSeconds: 1, speaker: 'Ada North', text: 'The tide & the bridge were early.' },
    { startSeconds: 3605.5, speaker: 'Ben', text: 'Were they? 2 < 3' },
  ])
})

test('SubRip with commas and Windows lines', () => {
  const srt =
    '1\r\n00:00:00,500 --> 00:00:02,000\r\nGood\r\nmorning.\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\nHello.\r\n'
  assert.deepEqual(readTranscript(srt), [
    { startSeconds: 0.5, text: 'Good morning.' },
    { startSeconds: 2, text: 'Hello.' },
  ])
})

test('the JSON of podcasts, HTML, and plain text', () => {
  const json = JSON.stringify({
    version: '1.0.0',
    segments: [
      { speaker: 'Ada', startTime: 0.5, endTime: 1, body: 'So we' },
      { speaker: 'Ada', startTime: 1, endTime: 2, body: 'went.' },
      { startTime: 'x', body: 'And <b>back</b>.' },
      { body: 7 },
      null,
    ],
  })
  assert.deepEqual(readTranscript(json), [
    { startSeconds: 0.5, speaker: 'Ada', text: 'So we went.' },
    { text: 'And <b>back</b>.' },
  ])
  assert.deepEqual(
    readTranscript('<cite>Ada:</cite><p>One.</p><p>Two &amp; <script>alert(1)</script><i>three</i>.</p>')?.map(
      ({ text }) => text,
    ),
    ['Ada:', 'One.', 'Two &', 'three.'],
  )
  assert.deepEqual(readTranscript('One.\n\nTwo.'), [{ text: 'One.' }, { text: 'Two.' }])
})

test('text with times: in brackets, alone in a line, or behind a name', () => {
  assert.deepEqual(readTranscript('[00:00:03] Ada: The tide.\n[00:12:03] Ben: Never.\nNot once.'), [
    { startSeconds: 3, text: 'Ada: The tide.' },
    { startSeconds: 723, text: 'Ben: Never.' },
    { text: 'Not once.' },
  ])
  assert.deepEqual(readTranscript('0:03\nThe tide.\n1:02:03\nNever.'), [
    { startSeconds: 3, text: 'The tide.' },
    { startSeconds: 3723, text: 'Never.' },
  ])
  assert.deepEqual(readTranscript('Ada North (00:03):\nThe tide.\nAnd the bridge.\n\nBen  0:07\nNever.'), [
    { startSeconds: 3, speaker: 'Ada North', text: 'The tide.' },
    { speaker: 'Ada North', text: 'And the bridge.' },
    { startSeconds: 7, speaker: 'Ben', text: 'Never.' },
  ])
  assert.deepEqual(readTranscript('The train of\n12:30\nwas late.')?.length, 3)
})

test('captions that roll up are told once; words said twice, twice', () => {
  const rolling = `WEBVTT
Kind: captions

00:00.000 --> 00:02.500 align:start
 
hello<00:00:00.500><c> there</c>

00:02.500 --> 00:02.510
hello there
 

00:02.510 --> 00:05.000
hello there
how<00:00:03.500><c> are you</c>

00:05.000 --> 00:05.010
how are you
 

00:05.010 --> 00:08.000
how are you
no

00:09.000 --> 00:10.000
no`
  assert.deepEqual(transcriptLines(rolling), [
    { startSeconds: 0, text: 'hello there' },
    { startSeconds: 2.51, text: 'how are you' },
    { startSeconds: 5.01, text: 'no' },
    { startSeconds: 9, text: 'no' },
  ])
  const twice = '00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n'
  assert.equal(transcriptLines(twice).length, 2)
})

test('a file with faults loses no words: empty lines within a cue, counters and names without one', () => {
  const words = (text: string) => transcriptLines(text).map((line) => line.text)
  const cue = (at: number) => `00:00:0${at},000 --> 00:00:0${at + 1},000`
  assert.deepEqual(words(`1\n${cue(1)}\nOne\n\nand more\n\n2\n${cue(2)}\nTwo\n3\n${cue(3)}\nThree`), [
    'One',
    'and more',
    'Two',
    'Three',
  ])
  assert.deepEqual(words(`WEBVTT\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000\nOne\n\nNOTE two\nlines\n`), [
    'One',
  ])
  assert.deepEqual(words(`WEBVTT\n\n00:01.000 --> 00:02.000\nIn 1912\n1912\n`), ['In 1912 1912'])
})

test('sentences of one voice are a paragraph; nobody says that the sentence after a name and a colon is theirs', () => {
  const cues = (...said: string[]) =>
    `WEBVTT\n\n${said.map((words, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${words}`).join('\n\n')}`
  const paragraphs = (text: string) =>
    transcriptPassages(text, PARAGRAPH).map((lines) => lines.map((line) => line.text).join(' '))
  assert.deepEqual(paragraphs(cues('<v Ada>One.', '<v Ada>Two.', '<v Ben>Three.')), ['One. Two.', 'Three.'])
  assert.deepEqual(paragraphs(cues('ADA: One', 'more.', 'Two.')), ['ADA: One more.', 'Two.'])
})

test('a transcript is known by its marks', () => {
  for (const text of ['WEBVTT', '1\n00:00:01,000 --> 00:00:02,000\nA', '{"version": "1.0.0", "segments": []}'])
    assert.ok(isTimedTranscript(text), text)
  for (const text of ['', 'At 12:30 --> nothing', '<p>\n00:01.000 --> 00:02.000\n</p>', '{"items": []}', '[12:30] Tea'])
    assert.ok(!isTimedTranscript(text), text)
})

test('words are given to nobody whom the file does not name for them', () => {
  const vtt = (...cues: string[]) => readTranscript(`WEBVTT\n\n${cues.join('\n\n')}\n`)
  assert.deepEqual(vtt('00:01.000 --> 00:02.000\n<v Ada>I think', '00:02.000 --> 00:03.000\nhe lies'), [
    { startSeconds: 1, speaker: 'Ada', text: 'I think' },
    { startSeconds: 2, text: 'he lies' },
  ])
  assert.deepEqual(vtt('00:01.000 --> 00:02.000\n<v Ada>Yes</v> no <v\tBen>Never <v>what'), [
    { startSeconds: 1, speaker: 'Ada', text: 'Yes' },
    { startSeconds: 1, text: 'no' },
    { startSeconds: 1, speaker: 'Ben', text: 'Never' },
    { startSeconds: 1, text: 'what' },
  ])
  const segments = [
    { speaker: 'Ada', startTime: 1, body: 'I think' },
    { startTime: 2, body: 'he lies' },
    { speaker: '\u200b\u0000', startTime: 3, body: 'they say' },
  ]
  assert.deepEqual(readTranscript(JSON.stringify({ segments })), [
    { startSeconds: 1, speaker: 'Ada', text: 'I think' },
    { startSeconds: 2, text: 'he lies they say' },
  ])
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nAda: I think\n\n2\n00:00:02,000 --> 00:00:03,000\nBen: Never\n'
  assert.deepEqual(
    readTranscript(srt)?.map(({ text }) => text),
    ['Ada: I think', 'Ben: Never'],
  )
})

test('words are given to no time at which they are not said', () => {
  const vtt = (...cues: string[]) => readTranscript(`WEBVTT\n\n${cues.join('\n\n')}\n`)
  assert.deepEqual(
    vtt('01:40.000 --> 01:41.000\nHello', '00:05.000 --> 00:06.000\nthere', '00:50.000 --> 00:51.000\nagain'),
    [
      { startSeconds: 100, text: 'Hello' },
      { startSeconds: 5, text: 'there' },
      { startSeconds: 50, text: 'again' },
    ],
  )
  // An invalid time loses neither its own words nor those of the previous cue.
  assert.deepEqual(
    vtt('00:01.000 --> 00:02.000\nOne', '00:75.000 --> 00:76.000\ntwo', '25:00:00.000 --> 25:00:01.000\nthree'),
    [{ startSeconds: 1, text: 'One' }, { text: 'two' }, { startSeconds: 90_000, text: 'three' }],
  )
  assert.deepEqual(vtt('00:01.000 --> 00:02.000\nOne\n99999:00:00.000 --> 99999:00:01.000\ntwo'), [
    { startSeconds: 1, text: 'One' },
    { text: 'two' },
  ])
  assert.deepEqual(readTranscript('1\n00:00:01,000-->00:00:02,000\nOne.\n'), [{ startSeconds: 1, text: 'One.' }])
  assert.deepEqual(readTranscript('[{"startTime": 2000000, "body": "Late."}]'), [{ text: 'Late.' }])
})

test('a talk of a word a cue comes whole', () => {
  const cues = Array.from(
    { length: 30_000 },
    (_, at) =>
      `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}.000 --> 900:00.000\nword${at % 10 ? '' : '.'}`,
  )
  const words = readTranscript(`WEBVTT\n\n${cues.join('\n\n')}\n`)!.flatMap(({ text }) => text.split(' '))
  assert.equal(words.length, 30_000)
})

test('what holds no words is no transcript', () => {
  for (const text of ['', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', '{"segments": 3}', '{', '[]'])
    assert.equal(readTranscript(text), undefined, text)
})

test('any text is read without an end that never comes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      readTranscript(text)
      readTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`)
      readChapterFile(text, 'https://pod.example/c.json')
    }),
  )
})

/** A hundred times what a file takes: one that is slower needs quadratic work. */
const GIVES_UP = { timeout: 20_000 }
const cue = 'WEBVTT\n\n00:01.000 --> 00:02.000\n'
const long = {
  'line ends': `a${'\n'.repeat(1_000_000)}`,
  'tags without an end': `${cue}${'<a'.repeat(500_000)}`,
  'the space behind a voice': `${cue}<v${' '.repeat(1_000_000)}`,
  'the space behind a time': `a\n1:1${' '.repeat(1_000_000)}`,
}
for (const [what, text] of Object.entries(long))
  test(`a file of nothing but ${what} is read in time of its length`, GIVES_UP, () => {
    readTranscript(text)
  })

test('a cue of more voices than a call takes arguments', () => {
  assert.ok(readTranscript(`${cue}${'<v Ada>Yes. '.repeat(130_000)}`)!.length > 0)
})

test('a file of chapters in order of time, without what is not for a table of contents', () => {
  const file = JSON.stringify({
    version: '1.2.0',
    chapters: [
      { startTime: 90.5, title: ' The\nbridge ', url: '/bridge', img: 'x.jpg' },
      { startTime: 0, endTime: 90.5, title: 'Start', url: 'javascript:alert(1)' },
      { startTime: 40, title: 'Hidden', toc: false },
      { startTime: -1, title: 'Before' },
      { startTime: 3 },
      'x',
    ],
  })
  assert.deepEqual(readChapterFile(file, 'https://pod.example/c/1.json'), [
    { startSeconds: 0, endSeconds: 90.5, title: 'Start' },
    { startSeconds: 90.5, title: 'The bridge', url: 'https://pod.example/bridge' },
  ])
  assert.equal(readChapterFile('{"chapters": "none"}', ''), undefined)
  assert.equal(readChapterFile('<html>', ''), undefined)
})
