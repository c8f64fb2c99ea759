import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ArticleId } from '../../src/core/ids.ts'
import { readStoredZip } from '../../src/export/pack/stored-zip.ts'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import type { PackedFile } from '../../src/operations/packed-file.ts'
import { find } from '../../src/operations/search/find.ts'
import { packCheck } from '../../src/operations/search/pack-check.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import { serve } from '../loopback-server.ts'

let context: Context
let folder: string
let origin = ''
let edition = 1
const now = Date.now()

const cue = (at: string, speaker: string, words: string) => `${at} --> 23:00:00.000\n<v ${speaker}>${words}\n`
const pier = (opening = '00:12:03.000') =>
  `WEBVTT\n\n${[
    cue('00:00:04.000', 'Ida Holm', 'Good morning. Jonas Berg runs the port of Aldmere. Why is the pier shut?'),
    cue(opening, 'Jonas Berg', 'Two of its bolts were broken, so nobody may walk on it.'),
    cue('00:13:00.000', 'Ida Holm', 'Who looked at them?'),
    cue('00:13:05.000', 'Jonas Berg', 'I did, with a torch and a very long ladder.'),
  ].join('\n')}`

const feed = () => `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Tides</title><link>${origin}/</link>
${['pier', 'none'].map(
  (
    name,
  ) => `<item><title>The ${name}, ${edition}</title><link>${origin}/${name}</link><guid isPermaLink="false">${name}</guid>
<pubDate>${new Date(now - 3_600_000).toUTCString()}</pubDate><description>What the harbor says about it.</description>
<enclosure url="/${name}.mp3" type="audio/mpeg" length="9"/><podcast:transcript url="/${name}.html" type="text/html"/>
<podcast:transcript url="/${name}.vtt" type="text/vtt"/></item>`,
)}</channel></rss>`

before(async () => {
  origin = await serve((request, response) => {
    const bodies: Record<string, string> = {
      '/feed.xml': feed(),
      '/pier.vtt': pier(edition === 1 ? undefined : '00:12:09.000'),
      '/none.vtt': '<html><p>Not found',
      '/none': '<html><h1>The none</h1><article><p>The harbor says nothing about it on this page.</p></article>',
    }
    const body = bodies[request.url ?? '']
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': request.url === '/none' ? 'text/html' : 'text/plain' }).end(body)
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-transcripts-'))
  context = await createContext(readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }), () => {})
  await addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}/feed.xml` }))
  await context.pipeline.runOnce()
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const stored = async (url: string) => (await context.operations.store.articles.findByUrl(url))!
const article = (id: ArticleId) => getArticle.run(context.operations, getArticle.input.parse({ id }))
const quotes = async (query: string) =>
  (await find.run(context.operations, find.input.parse({ query, tab: 'quotes' })))!.quotes
const importing = (text: string, about: object, name = 'talk.vtt') =>
  importFile.run(context.operations, { bytes: new TextEncoder().encode(text), name, ...about })

test('a transcript that a feed names is the article of its recording; a quotation opens at its second', async () => {
  const { article: made, document } = await stored(`${origin}/pier`)
  assert.equal(made.kind, 'audio')
  assert.match(document.text, /^Ida Holm: Good morning\. .*\nJonas Berg: Two of its bolts/)
  const [quote] = await quotes('bolts')
  const url = `${origin}/pier.mp3#t=723`
  assert.deepEqual([quote?.speakerName, quote?.kind, quote?.heard], ['Jonas Berg', 'direct', { seconds: 723, url }])
  const { documentId, start, end } = quote!
  const cited = await getCitation.run(context.operations, { documentId, start, end })
  assert.deepEqual([cited?.holds, cited?.heard], [true, { seconds: 723, url }])
})

test('an entry whose transcript cannot be had is read from its page', async () => {
  const { document } = await stored(`${origin}/none`)
  assert.deepEqual([document.text, document.cues], ['The harbor says nothing about it on this page.', undefined])
})

test('a transcript whose words are heard at other times is a new version', async () => {
  edition = 2
  const { operations, pipeline } = context
  await operations.store.feeds.pollNow('all', operations.now().toISOString())
  await pipeline.runOnce()
  const { article: made, revisions } = await stored(`${origin}/pier`)
  assert.equal(revisions.length, 2)
  assert.equal((await article(made.id))?.document.cues?.[1]?.atMs, 729_000)
  assert.deepEqual(
    (await quotes('bolts')).map(({ heard }) => heard?.seconds),
    [729],
  )
})

test('a transcript is imported with what its file does not say, and again as a new version', async () => {
  const about = {
    outlet: 'Mole Radio',
    title: 'On the mole',
    recording: 'https://youtu.be/abc',
    at: '2026-03-16T00:00:00Z',
  }
  const result = await importing(pier(), about)
  assert.ok(result.kind === 'imported')
  const [one] = result.articles
  assert.deepEqual([one?.kind, one?.title, one?.outlet], ['kept', 'On the mole', 'Mole Radio'])
  const view = await article(one!.articleId!)
  assert.deepEqual(
    [view?.article.kind, view?.article.recording, view?.document.cues?.length],
    ['video', { url: 'https://youtu.be/abc' }, 4],
  )
  await importing(pier().replace('torch', 'lamp'), about)
  assert.equal((await article(one!.articleId!))?.revisions.length, 2)
})

test('a pasted text without times or a recording is an article to be read', async () => {
  const about = { outlet: 'Harbour Office', title: 'Quay to close' }
  const result = await importing('The quay closes on Monday.\n\n“It will take nine days,” Edda Voss said.', about)
  assert.ok(result.kind === 'imported')
  assert.equal((await article(result.articles[0]!.articleId!))?.article.kind, 'article')
})

test('what is no transcript is refused, with what to do', async () => {
  const refused = async (text: string, about: object) => {
    const result = await importing(text, about)
    return result.kind === 'refused' ? result.message : result.kind
  }
  assert.match(
    await refused('WEBVTT\n\n', {}),
    /^talk\.vtt has no words\. Give a transcript with words under each time/,
  )
  assert.match(await refused(pier(), { recording: 'mole' }), /not a web address\. Give one that begins/)
})

test('a quotation of a transcript keeps its second in the packs of a story and of a check, which verify', async () => {
  const { operations, pipeline } = context
  const talk = `WEBVTT\n\n${[
    cue('00:00:02.000', 'Ida Holm', 'Mayor Ada Lindqvist closed the harbor bridge of Port Alder on Monday.'),
    cue('00:00:09.500', 'Ida Holm', 'Divers had found cracks in two of its piers. What happens now?'),
    cue('00:01:40.250', 'Ada Lindqvist', 'The piers will be mended by spring, and ferries carry the pupils.'),
    cue('00:01:52.000', 'Ida Holm', 'Who pays for them?'),
    cue('00:01:55.000', 'Ada Lindqvist', 'The council does, from the budget of the harbor.'),
  ].join('\n')}`
  const recording = 'https://radio.example/bridge.mp3'
  const about = { outlet: 'Mole Radio', title: 'Harbor bridge of Port Alder closed', recording }
  const written = {
    ...{ outlet: 'Alder Echo', title: 'Harbor bridge of Port Alder stays closed', url: 'https://echo.example/bridge' },
    publishedAt: operations.now().toISOString(),
    text: 'The harbor bridge of Port Alder stays closed, the city said, since divers found cracks in two of its piers on Monday. Mayor Ada Lindqvist told the council that ferries would carry pupils.',
  }
  await importing(JSON.stringify(written), {}, 'echo.jsonl')
  await pipeline.runOnce()
  // A recording joins the story of others, but makes none.
  await importing(talk, { ...about, at: operations.now().toISOString() }, 'bridge.vtt')
  await pipeline.runOnce()
  const stories = await operations.store.stories.list({ from: '2000-01-01', until: '2100-01-01' }, 50)
  const story = stories.find(({ title }) => title.includes('Port Alder'))!
  await operations.store.jobs.enqueue([{ kind: 'refresh-story', key: story.id, runAt: operations.now().toISOString() }])
  await pipeline.runOnce()
  const [quote] = await quotes('spring')
  assert.deepEqual(quote?.heard, { seconds: 100, url: `${recording}#t=100` })
  const heard = { atSeconds: 100, opensAt: `${recording}#t=100` }

  const { document } = (await operations.store.articles.findByDocument(quote!.documentId))!
  const said = document.text.slice(quote!.start, quote!.end)
  const ofText = await packCheck.run(operations, packCheck.input.parse({ text: `The mayor said: “${said}”` }))
  const [finding] = JSON.parse(await verified(ofText, 'findings.json')) as { found?: { citation: object } }[]
  assert.deepEqual(finding?.found?.citation, {
    ...placeOf({ ...quote!, end: quote!.end - 1 }, said.slice(0, -1)),
    ...heard,
  })

  const ofStory = (await packStory.run(operations, { id: story.id }))!
  const packed = JSON.parse(await verified(ofStory, 'quotations.json')) as { citation: { exact: string } }[]
  const { citation, ...more } = packed.find((each) => each.citation.exact === said)!
  assert.deepEqual(citation, placeOf(quote!, said))
  assert.deepEqual({ ...more, ...heard }, more)
})

function placeOf({ documentId, start, end }: { documentId: string; start: number; end: number }, exact: string) {
  return { document: documentId, start, end, exact }
}

/** A file of a pack that verifies with its fingerprint, and whose page says when the words are heard. */
async function verified({ body, fingerprint }: PackedFile, name: string): Promise<string> {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  const report = await verifyPack(bytes, fingerprint)
  assert.deepEqual(report.problems, [])
  assert.ok(report.citationCount > 0)
  const zip = readStoredZip(bytes)
  assert.ok(zip.kind === 'read')
  const textOf = (file: string) => new TextDecoder().decode(zip.files.find((each) => each.name === file)!.bytes)
  assert.match(textOf('index.html'), /, heard at <a href="https:\/\/radio\.example\/bridge\.mp3#t=100"[^>]*>1:40<\/a>/)
  return textOf(name)
}
