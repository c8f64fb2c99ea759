import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { getEntryRecording, getEntryTranscript } from '../../src/operations/articles/entry-recording.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { readRecordingFile } from '../../src/pipeline/pages/read-recording-file.ts'
import { createRecordingReader } from '../../src/pipeline/pages/recording-reader.ts'
import { serve } from '../loopback-server.ts'

let context: Context
let folder: string
const asked: string[] = []

const feed = (origin: string) => `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Tides</title><link>${origin}/</link>
<item><title>With all</title><guid isPermaLink="false">all</guid><enclosure url="/1.mp3" type="audio/mpeg" length="9"/>
<podcast:chapters url="/1.json" type="application/json+chapters"/><podcast:transcript url="/1.vtt" type="text/vtt"/>
<podcast:transcript url="/none.vtt" type="text/vtt"/></item>
<item><title>Chapters gone</title><guid isPermaLink="false">gone</guid><enclosure url="/2.mp3" type="audio/mpeg" length="9"/>
<podcast:chapters url="/none.json" type="application/json+chapters"/></item>
<item><title>A text</title><guid isPermaLink="false">text</guid><description>Words.</description></item>
</channel></rss>`

before(async () => {
  let origin = ''
  origin = await serve((request, response) => {
    asked.push(request.url ?? '')
    const bodies: Record<string, string> = {
      '/feed.xml': feed(origin),
      '/1.json': '{"version":"1.2.0","chapters":[{"startTime":61,"title":"Tide"},{"startTime":0,"title":"Start"}]}',
      '/1.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>The <b>tide</b>.',
    }
    const body = bodies[request.url ?? '']
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(body)
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-recording-'))
  context = await createContext(
    readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_FETCH_PAGES: 'false' }),
    () => {},
  )
  await addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}/feed.xml` }))
  await context.pipeline.pollOnce()
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

async function idOf(title: string): Promise<string> {
  const river = await listEntries.run(context.operations, listEntries.input.parse({}))
  return river!.entries.find((entry) => entry.title === title)!.id
}
const recording = (id: string) => getEntryRecording.run(context.operations, getEntryRecording.input.parse({ id }))
const transcript = (id: string, number: number) =>
  getEntryTranscript.run(context.operations, getEntryTranscript.input.parse({ id, number }))

test('chapters and words of a recording are fetched when they are opened, not before', async () => {
  const id = await idOf('With all')
  const entry = await getEntry.run(context.operations, getEntry.input.parse({ id }))
  assert.equal(entry?.more.recording?.transcripts?.length, 2)
  assert.deepEqual(
    asked.filter((path) => /json|vtt|mp3/.test(path)),
    [],
  )
  const view = await recording(id)
  assert.deepEqual(view?.chapters, [
    { startSeconds: 0, title: 'Start' },
    { startSeconds: 61, title: 'Tide' },
  ])
  assert.equal(view?.missing, undefined)
  assert.deepEqual((await transcript(id, 0))?.lines, [{ startSeconds: 1, speaker: 'Ada', text: 'The tide.' }])
  assert.ok(!asked.some((path) => path.endsWith('.mp3')))
})

test('what cannot be had is said, and what there is none of is not there', async () => {
  const id = await idOf('With all')
  const missing = await transcript(id, 1)
  assert.deepEqual([missing?.isMissing, missing?.lines], [true, []])
  assert.equal(await transcript(id, 2), undefined)
  const gone = await recording(await idOf('Chapters gone'))
  assert.match(gone?.missing ?? '', /none\.json$/)
  assert.equal(await recording(await idOf('A text')), undefined)
  assert.equal(await recording('999999'), undefined)
})

test('a long file is read in a thread as it would be here; one that takes too long is not read, and stands in nobody’s way', async () => {
  const cues = Array.from(
    { length: 9000 },
    (_, at) => `0:${String(at % 60).padStart(2, '0')}.000 --> 9:00.000\nWord.\n`,
  )
  const from = { contentType: 'text/vtt', url: 'https://pod.example/1' }
  const words = { ...from, as: 'transcript', body: Buffer.from(`WEBVTT\n\n${cues.join('\n')}`) } as const
  const listed = Array.from({ length: 5000 }, (_, at) => ({ startTime: at, title: 'Tide' }))
  const chapters = { ...from, as: 'chapters', body: Buffer.from(JSON.stringify({ chapters: listed })) } as const
  const reader = createRecordingReader({ deadlineMs: 60_000 })
  for (const file of [words, chapters]) assert.deepEqual(await reader.read(file), await readRecordingFile(file))
  assert.deepEqual(await reader.read({ ...words, body: Buffer.alloc(200_000) }), {})
  const { lines, isCut } = await readRecordingFile(words)
  assert.deepEqual([lines?.length, isCut], [5000, true])
  await reader.close()
  const slow = createRecordingReader({ deadlineMs: 1 })
  assert.deepEqual(await slow.read(words), {})
  const short = { ...words, body: Buffer.from('One.\n\nTwo.') }
  assert.equal((await slow.read(short)).lines?.length, 2)
  await slow.close()
})
