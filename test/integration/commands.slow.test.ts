import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type ServedEdition, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { demo } from '../../src/app/demo.ts'
import { add } from '../../src/cli/add.ts'
import { ask } from '../../src/cli/ask.ts'
import { doctor } from '../../src/cli/doctor.ts'
import { exportCommand } from '../../src/cli/export.ts'
import { importCommand } from '../../src/cli/import.ts'
import { label } from '../../src/cli/label.ts'
import { refresh } from '../../src/cli/refresh.ts'
import { search } from '../../src/cli/search.ts'
import { analyze, extract, parse } from '../../src/cli/stations.ts'
import { story } from '../../src/cli/story.ts'
import { failed, notFound, ok, openCommands, usage } from './command-run.ts'

/** Every command on a store of its own, over the demo edition's feeds and the import fixtures, as main.ts runs them. */
const commands = [
  demo,
  add,
  importCommand,
  refresh,
  story,
  ask,
  search,
  label,
  exportCommand,
  doctor,
  parse,
  extract,
  analyze,
]
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const now = new Date('2026-03-12T12:00:00Z')
const settings = { TWOSOURCE_ALLOW_PRIVATE: 'true' }
const { folder, open, twosource, asJson, close } = await openCommands(commands, { settings, now: () => now })

let edition: ServedEdition
let storyId = ''

before(async () => {
  edition = await serveEdition({ now })
})
after(async () => {
  await edition.close()
  await close()
})

test('a new store has nothing to show and is sound', async () => {
  assert.match(
    (await twosource('story')).out,
    /^\d{4}-\d\d-\d\d: 0 stories from 0 articles, 0 sources\nThere are no feeds yet\. Add some with: twosource add URL\n$/,
  )
  assert.match((await twosource('search', 'anything')).out, /^Nothing found\. /)
  const checked = await twosource('doctor')
  assert.equal(checked.code, ok)
  assert.match(checked.out, /✓ Node 24[\s\S]*✓ Store \(sqlite[\s\S]*✓ No feeds yet[\s\S]*✓ 0 failed jobs/)
})

test('add subscribes to a feed and to the feed of a page, once, and says what was there already', async () => {
  const [courier, gazette] = edition.feeds
  assert.ok(courier && gazette)
  const first = await twosource('add', courier.url, '--folder', 'Morning')
  assert.deepEqual([first.code, first.out], [ok, `${courier.url}: 1 added, 0 already there.\n`])
  const again = await asJson<readonly { kind: string; added: number; existing: number }[]>(
    'add',
    courier.url,
    gazette.siteUrl,
  )
  assert.equal(again.code, ok)
  assert.deepEqual(
    again.result.map(({ kind, added, existing }) => [kind, added, existing]),
    [
      ['added', 0, 1],
      ['added', 1, 0],
    ],
  )
})

test('add without an address says how it is called; one bad address does not stop the good one, and fails the command', async () => {
  assert.equal((await twosource('add')).code, usage)
  const third = edition.feeds[2]?.url ?? ''
  const { code, out, err } = await twosource('add', `${edition.url}/nothing`, third)
  assert.equal(code, failed)
  assert.match(err, /nothing at this URL \(HTTP 404\)/)
  assert.match(out, /: 1 added/)
})

test('import takes subscriptions from OPML', async () => {
  const file = join(folder, 'feeds.opml')
  await writeFile(file, edition.opml)
  const { code, out } = await twosource('import', file)
  assert.equal(code, ok)
  assert.match(out, /: 6 added, 3 already there\./)
})

test('refresh polls, reads and tells, and the second time finds nothing to do', async () => {
  const { code, out } = await twosource('refresh')
  assert.equal(code, ok)
  assert.match(out, /^\d+ new articles, \d+ stories, 0 jobs failed\.\n$/)
  assert.ok(Number.parseInt(out, 10) > 50)
  type Progress = { readonly articles: { readonly done: number }; readonly feeds: { readonly due: number } }
  const again = await asJson<{ before: Progress; after: Progress }>('refresh')
  assert.equal(again.result.after.articles.done, again.result.before.articles.done)
  assert.match((await twosource('refresh', '--all')).out, /^0 new articles/)
})

test('story lists the stories of a day with their counts and ids, and shows one with what is known', async () => {
  const list = await twosource('story')
  assert.match(list.out, /^2026-03-12: \d+ stories from \d+ articles, \d+ sources\n/)
  const rows = [...list.out.matchAll(/^ *(\d+) of (\d+) +(\S+) {2}(.+)$/gm)]
  assert.ok(rows.length > 3)
  for (const [, reports, articles] of rows) assert.ok(Number(reports) <= Number(articles))
  const today = await asJson<{ stories: readonly { id: string; title: string }[] }>('story')
  assert.deepEqual(
    today.result.stories.map(({ id, title }) => [id, title]),
    rows.map(([, , , id, title]) => [id, title]),
  )
  storyId = today.result.stories[0]?.id ?? ''
  const one = await twosource('story', storyId)
  assert.equal(one.code, ok)
  for (const heading of ['In brief', 'Who said what', 'independent reports'])
    assert.ok(one.out.includes(heading), heading)
  const view = await asJson<{ id: string; dossier: { members: readonly unknown[] } }>('story', storyId)
  assert.equal(view.result.id, storyId)
  assert.ok(one.out.includes(`${view.result.dossier.members.length} articles`))
})

test('story of another day and of a story that is not there', async () => {
  assert.match((await twosource('story', '--day', '2020-01-01')).out, /^2020-01-01: 0 stories/)
  const { code, err } = await twosource('story', 'nowhere')
  assert.equal(code, notFound)
  assert.match(err, /There is no story nowhere\. List them with: twosource story/)
})

test('a day that is none is told with how a day is written', async () => {
  assert.equal((await twosource('story', '--since', '2020-01-01')).code, usage, 'since when, of no story')
  const { code, err } = await twosource('story', '--day', 'yesterday')
  assert.equal(code, usage)
  assert.match(err, /a day such as 2025-08-19/)
})

test('search prints articles with their outlets, and quotations with who said them', async () => {
  const found = await twosource('search', 'dam', 'report')
  assert.equal(found.code, ok)
  assert.match(found.out, /Aldmere Courier: /)
  type Found = { hits: readonly unknown[]; quotes: readonly { speakerName: string }[] }
  const said = await asJson<Found>('search', 'crack', '--speaker', 'Brandreth')
  for (const { speakerName } of said.result.quotes) assert.match(speakerName, /Brandreth/)
  assert.equal((await twosource('search')).code, usage)
})

test('only what stands between marks in its article is printed between marks', async () => {
  type Said = { readonly kind: string; readonly citation: { readonly exact: string } }
  type View = { dossier: { ledger: readonly { utterances: readonly { wordings: readonly [Said] }[] }[] } }
  const [one, view] = [await twosource('story', storyId), await asJson<View>('story', storyId)]
  const said = view.result.dossier.ledger.flatMap(({ utterances }) => utterances.map(({ wordings: [first] }) => first))
  assert.deepEqual([...new Set(said.map(({ kind }) => kind))].sort(), ['direct', 'indirect'])
  for (const { kind, citation } of said)
    assert.equal(one.out.includes(`    “${citation.exact}”  [`), kind === 'direct', citation.exact)
  type Found = { quotes: readonly { text: string; kind: string }[] }
  const found = await asJson<Found>('search', 'dam')
  const { out } = await twosource('search', 'dam')
  assert.ok(found.result.quotes.some(({ kind }) => kind !== 'direct'))
  for (const { text, kind } of found.result.quotes) assert.equal(out.includes(`“${text}”\n`), kind === 'direct', text)
})

test('ask answers with numbered citations, and says what it searched when it declines', async () => {
  const answered = await twosource('ask', 'When did the crack in the Sella Dam grow?')
  assert.equal(answered.code, ok)
  assert.match(answered.out, /\[1\] .+, 2026-03-\d\d \d\d:\d\d UTC/)
  const declined = await twosource('ask', 'who painted guernica')
  assert.match(declined.out, /Nothing found/)
  assert.match(declined.out, /Searched: \d+ articles/)
  const { result } = await asJson<{ answer: { asked: { sort: string } } }>('ask', 'who painted guernica')
  assert.equal(result.answer.asked.sort, 'who')
  assert.equal((await twosource('ask', 'x', '--story', 'none')).code, notFound)
  assert.equal((await twosource('ask')).code, usage)
})

for (const [format, says] of [
  ['md', /^# /],
  ['jsonld', /"@context"/],
  ['csv', /,/],
] as const)
  test(`export writes a story as ${format}, to the screen or to a file`, async () => {
    const printed = await twosource('export', 'story', storyId, '--as', format)
    assert.equal(printed.code, ok, printed.err)
    assert.match(printed.out, says)
    const file = join(folder, `story.${format}`)
    assert.deepEqual(await twosource('export', 'story', storyId, '--as', format, '--out', file), {
      code: ok,
      out: '',
      err: '',
    })
    assert.equal(`${await readFile(file, 'utf8')}\n`, printed.out)
    const { result } = await asJson<{ text: string }>('export', 'story', storyId, '--as', format)
    assert.equal(`${result.text}\n`, printed.out)
  })

test('export writes subscriptions as OPML that names every feed', async () => {
  const { code, out } = await twosource('export', 'opml')
  assert.equal(code, ok)
  for (const { url } of edition.feeds) assert.ok(out.includes(url), url)
})

test('export says what it can export, in which formats, and what is not there', async () => {
  assert.equal((await twosource('export')).code, usage)
  assert.equal((await twosource('export', 'story')).code, usage)
  const format = await twosource('export', 'story', storyId, '--as', 'docx')
  assert.equal(format.code, usage)
  assert.match(format.err, /--as takes one of: md/)
  assert.equal((await twosource('export', 'story', 'nowhere')).code, notFound)
})

const imports = [
  { file: 'capture.txt', articles: 4, says: /Wells Advertiser|Tarn Wells/ },
  { file: 'page.html', articles: 1, says: /Swift boxes go up on the mill/ },
  { file: 'articles.jsonl', articles: 3, says: /Tarn Valley Post: Night bus to Ember Hill/ },
  { file: 'two-pages.warc', articles: 2, says: /✓/ },
] as const
for (const { file, articles, says } of imports)
  test(`import takes ${articles} articles from ${file}, and the same again without a second copy`, async () => {
    const { code, out } = await twosource('import', fixture(`import/${file}`), '--at', '2026-03-11')
    assert.equal(code, ok)
    assert.match(out, says)
    assert.match(out, new RegExp(`${articles} article${articles === 1 ? '' : 's'} from `))
    const count = async () => {
      await using app = await open()
      return (await app.operations.store.check()).counts.articles
    }
    const before = await count()
    type Imported = { kind: string; articles: readonly { kind: string }[] }
    const again = await asJson<Imported>('import', fixture(`import/${file}`), '--at', '2026-03-11')
    assert.equal(again.result.articles.length, articles)
    assert.ok(again.result.articles.every(({ kind }) => kind === 'kept'))
    assert.equal(await count(), before)
  })

test('import takes marks, and says how much came, what waits and what did not', async () => {
  const file = join(folder, 'marks.json')
  const [at, feed] = [now.toISOString(), 'https://not-yet.example/feed']
  const follows = [{ kind: 'topic', target: 'Sport', label: 'Sport', at }]
  const stars = [{ feed, key: '1', title: 'Of no page', at, isRead: false }]
  const marks = { format: 'twosource-marks', version: 1, follows, stars, reading: [{ feed, read: ['1', '2'] }] }
  await writeFile(file, JSON.stringify(marks))
  const { code, out } = await twosource('import', file)
  assert.equal(code, ok)
  assert.match(out, /: 1 thing followed\.\nRead marks of 1 feed not here yet: kept .*\nNot imported: 1 star without/)
})

test('search by who speaks prints what they said, and no article besides', async () => {
  const { out } = await twosource('search', 'beds', '--speaker', 'Tolvay')
  assert.match(out, /Tolvay, in /)
  assert.doesNotMatch(out, /^\d{4}-\d\d-\d\d /m)
  assert.match((await twosource('search', 'beds', '--speaker', 'Nobody At All')).out, /^Nothing found\. .*\n$/)
})

test('formats that are JSON are known by their names as well', async () => {
  for (const name of ['ninjs', 'csl']) {
    const [short, long] = [`${name}`, `${name}.json`].map((as) => twosource('export', 'story', storyId, '--as', as))
    assert.deepEqual(await short, await long)
    assert.equal((await short)?.code, ok)
  }
})

test('import says which file is not there or cannot be used, and still takes the others', async () => {
  const empty = join(folder, 'empty.html')
  await writeFile(empty, '')
  const { code, out, err } = await twosource('import', 'no-such-file', folder, empty, fixture('import/page.html'))
  assert.equal(code, failed)
  assert.match(err, /There is no file no-such-file\./)
  assert.match(err, /cannot be read/)
  assert.match(err, /empty\.html is empty/)
  assert.match(out, /Swift boxes/)
  assert.equal((await twosource('import')).code, usage)
  assert.equal((await twosource('import', empty, '--at', 'some day')).code, usage)
})

test('doctor names the feeds in trouble with what is wrong, and exits with 1', async () => {
  await using app = await open()
  await app.operations.store.feeds.addMany('owner', [{ url: `${edition.url}/gone.xml` }], now.toISOString())
  await twosource('refresh')
  const { code, out } = await twosource('doctor')
  assert.equal(code, failed)
  assert.match(out, /✗ 1 of \d+ feeds in trouble/)
  type Trouble = { failingFeeds: readonly { url: string; lastError: { message: string } }[] }
  const { result } = await asJson<Trouble>('doctor')
  assert.equal(result.failingFeeds[0]?.url, `${edition.url}/gone.xml`)
  assert.match(result.failingFeeds[0]?.lastError.message ?? '', /HTTP 404/)
})

test('parse shows what a feed file holds, also a broken one, and refuses what is no feed', async () => {
  const whole = await twosource('parse', fixture('feeds/rss-2.0-newspaper.xml'))
  assert.equal(whole.code, ok)
  assert.match(whole.out, /\(rss\), \d+ entries/)
  assert.equal((await twosource('parse', fixture('feeds/atom-1.0-xhtml.xml'))).code, ok)
  const page = await twosource('parse', fixture('import/page.html'))
  assert.equal(page.code, failed)
  assert.ok(page.err.length > 20)
  type Parsed = { kind: string; feed: { entries: readonly unknown[] } }
  const { result } = await asJson<Parsed>('parse', fixture('feeds/broken-by-hand.xml'))
  assert.equal(result.kind, 'feed')
  assert.ok(result.feed.entries.length > 0)
})

test('extract shows title, byline and blocks; analyze shows quotations, times and names', async () => {
  const page = fixture('import/page.html')
  const extracted = await twosource('extract', page)
  assert.match(extracted.out, /^Swift boxes go up on the mill\nBettany Crowle · .*article · complete/)
  assert.doesNotMatch(extracted.out, /We use cookies|The boxes face north/)
  assert.equal((await asJson<{ title: string }>('extract', page)).result.title, 'Swift boxes go up on the mill')
  const analyzed = await twosource('analyze', page)
  assert.match(analyzed.out, /quote {2}Corin Maddersley/)
  assert.match(analyzed.out, /name {3}person · Jessamy Orde/)
  type Analyzed = {
    document: { text: string }
    annotations: { quotes: { items: readonly { span: { end: number } }[] } }
  }
  const { result } = await asJson<Analyzed>('analyze', page)
  for (const { span } of result.annotations.quotes.items) assert.ok(span.end <= result.document.text.length)
})

test('analyze reads plain text too, and dates what it says by --at', async () => {
  const file = join(folder, 'note.txt')
  await writeFile(file, 'Ferry late\nThe ferry was late on Monday, the harbor master said.')
  const { code, out } = await twosource('analyze', file, '--at', '2026-03-12')
  assert.equal(code, ok)
  assert.match(out, /time {3}2026-03-09 · .*Monday/)
  assert.equal((await twosource('analyze', file, '--at', 'soon')).code, usage)
})

test('analyze shows what a text states, and to whom, where and when words were said', async () => {
  const file = join(folder, 'harbor.txt')
  const lines = [
    'Harbor talks',
    'Mayor Anna Lindqvist told reporters in Sandvik on Monday: “The wall will hold for many years to come.”',
    'At least 14 people were killed in the storm.',
    'The government has pledged to rebuild the bridge by Friday if parliament approves the funds.',
    'The company denied that its ship had hit the quay.',
    '“It was a long night for all of us here.” The mayor left early.',
  ]
  await writeFile(file, lines.join('\n'))
  const { out } = await twosource('analyze', file, '--at', '2025-06-10')
  assert.match(
    out,
    /quote {2}Anna Lindqvist · told · direct [\d.]+ · to: reporters · where: in Sandvik · when: on Monday · The wall/,
  )
  assert.match(out, /figure 14 people killed · rough · 14 · people/)
  assert.match(
    out,
    /promise The government · pledged · rebuild the bridge · condition: if parliament approves the funds · due: by Friday \(2025-06-13\)/,
  )
  assert.match(out, /denial The company · denied · its ship had hit the quay/)
  assert.match(out, /quote {2}(?:\?|probably [\p{L} ]+) · .* · It was a long night/u)
})

test('analyze says what is not read in the language of the text', async () => {
  const file = join(folder, 'notatka.txt')
  await writeFile(file, 'Nowy most\nJan Nowak powiedział we wtorek: „Jedziemy jutro do domu razem”. Most jest otwarty.')
  const { out } = await twosource('analyze', file)
  assert.match(out, /not read in pl: speakers, dates, indirect-speech, promises, figures/)
  assert.doesNotMatch((await twosource('analyze', join(folder, 'note.txt'))).out, /not read in/)
})

for (const command of ['parse', 'extract', 'analyze'])
  test(`${command} says when its file is missing`, async () => {
    assert.equal((await twosource(command)).code, usage)
    const { code, err } = await twosource(command, 'no-such-file')
    assert.deepEqual([code, err], [failed, 'There is no file no-such-file.\n'])
  })

test('demo --once prints what it made of the edition, and leaves the store of this machine alone', async () => {
  type Made = {
    counts: { feeds: number; articles: number; stories: number }
    stories: readonly { reportCount: number }[]
  }
  const { code, result } = await asJson<Made>('demo', '--once', '--now', '2026-03-12T12:00:00Z')
  assert.equal(code, ok)
  assert.equal(result.counts.feeds, 9)
  assert.ok(result.counts.articles > 50)
  assert.ok(result.stories.some(({ reportCount }) => reportCount >= 3))
})

test('every command explains itself, and refuses an option it does not know', async () => {
  for (const { name } of commands) {
    const help = await twosource(name, '--help')
    assert.equal(help.code, ok)
    assert.match(help.out, new RegExp(`^Usage: twosource ${name}`))
    const odd = await twosource(name, '--no-such-option')
    assert.equal(odd.code, usage)
    assert.match(odd.err, /no-such-option/)
  }
})
