import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { parseHTML } from 'linkedom'
import { commandGroups } from '../../src/app/commands/commands.ts'
import { type Running, servePages } from '../../src/app/serve/serve.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { paths, serveExamples } from './browser.ts'

/**
 * Does what the guide says, on the demo edition: opens each page it names, looks for each label it prints in italics where it says the
 * label is, and runs its commands and requests. What no script can do is listed in guide-walk.md.
 */

type HtmlPage = ReturnType<typeof parseHTML>['document']

/**
 * For each page of the guide, the addresses it speaks of and the labels it says are there, on the demo. `STORY` and `ARTICLE` are its top
 * story and an article of it; `=checked` is the page of that name of the example views, for a state that the demo isn't in.
 */
const labels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'accounts.md': {
    '=set-up': ['Only me on this machine'],
    STORY: ['Public link'],
    '/settings/links/new?story=STORYID': ['Allow embedding on other sites'],
    '/settings/data': ['All your data'],
  },
  'adding-sources.md': {
    '/': ['Add feeds'],
    '/feeds?feed=1': ['Feed settings', 'Parked', 'View options', 'Newest first', 'Oldest first'],
    '/add': ['Create a feed from a web page'],
    '=page-feed': ['Preview again'],
  },
  'alerts.md': {
    '=alert-settings': ['Send a test now'],
    '/settings/send': ['Articles I save', 'My alerts'],
    '=sendings': ['Retry'],
    '/feeds': ['Manage feeds'],
    ARTICLE: ['Send to…'],
  },
  'app.md': {
    '/settings/advanced': ['Remove all'],
    '/settings': ['Show', 'On tap', 'Never'],
    '=story': ['Copy link', 'Listen', 'Make recording'],
  },
  'article-text.md': {
    EDITED: ['Report a problem with the text', 'Versions'],
    '/sources/1': ['Edited after publication'],
    '/server': ['Reported texts'],
    '/articles/ARTICLEID/text': ['Send report'],
    '=told-desk': ['Review', 'Withdraw'],
    '=told-page': ['Suggest a rule', 'Save rule'],
  },
  'asking.md': {
    '/': ['Ask'],
    '/ask': ['Check a text'],
    '/ask?q=why+was+the+dam': ['Search in', 'Answer'],
    '/ask?q=zeppelin+over+atlantis': ['Nothing found'],
    '=no-answer': ['Closest passages'],
    '=answer': ['Write an answer'],
    '/check': ['Check'],
    '=checked': [
      'Word for word',
      'Different words',
      'Words left out',
      'Another speaker',
      'In an article, not as a quotation',
      'Not in the articles here',
    ],
  },
  'day.md': {
    '/settings/brief': ['Send my brief by mail', 'Account & sign-in'],
    '/sources/1': ['Reported first', 'Typical delay'],
  },
  'feed-reader-apps.md': {
    '/settings/tokens': ['Read and mark'],
    '/settings/apps': ['Browser extension', 'Allow the older Fever sign-in'],
  },
  'importing.md': {
    '/settings/import': ['Move from another reader', 'Save page', 'Save to Twosource'],
    '/': ['Feed'],
    '/settings/feeds': ['Create URL'],
    '=feeds-out': ['Yes, disable this URL'],
  },
  'languages.md': {
    ARTICLE: ['Translate…'],
    '=not-translated': ['Translate to …'],
    '=translated': ['Show original', 'Side by side'],
    '=translation-stopped': ['Translate again'],
    '/settings/translation': ['Never', 'When I ask', 'Always', 'Translator'],
    '=translation-settings': ['Test'],
  },
  'marks.md': {
    '/': ['Following', 'Library'],
    '/library': ['History'],
    '/settings/rules': ['New rule'],
    ARTICLE: ['Make a rule…', 'Send to'],
    '/settings/rules/new': ['Feed', 'Title contains', 'Mark as read', 'Preview', 'Save rule', 'Stop here'],
    RULE: ['Apply to the last 30 days', 'What it did'],
  },
  'mcp.md': { '/settings/tokens': ['Read', 'Read and mark'] },
  'models.md': {
    '/settings/model': ['Find models', 'Limits and semantic search'],
    '=model-settings': ['Test the model'],
    '=nothing-found': ['Also close in meaning'],
  },
  'newsletters.md': {
    '=newsletters': ['Newsletters', 'Create an address', 'Include again'],
    '=newsletter-letter': ['Unsubscribe at', 'From'],
  },
  'pages.md': { ARTICLE: ['Text settings', 'Focus mode'] },
  'politeness.md': { '/feeds': ['Refresh'] },
  'running.md': { '/settings': ['Server'] },
  'settings.md': { '/': ['Settings'], '/settings': ['Server'] },
  'start.md': {
    '=set-up': ['Only me on this machine'],
    '/': ['Add feeds', 'Today', 'Feeds', 'Settings'],
    '/feeds': ['View options', 'Mark above as read', 'Select'],
  },
  'stories.md': {
    '/server': ['Who said it?'],
    ARTICLE: ['Correct speakers'],
    'STORY/coverage': ['Why these articles are together', 'Not this story…', 'Not included', 'Unclear'],
    STORY: ['Split, merge or correct', 'Audit'],
  },
}

/** Labels of a state that neither the demo nor the examples are in, and the file that shows them then. */
const labelsElsewhere: Readonly<Record<string, string>> = {
  'Use the shared feed': 'src/web/feeds/parts/own-headers.ts',
  'Edit the rule': 'src/web/feeds/parts/page-feed-link.ts',
  'Found by plugins': 'src/web/articles/parts/plugin-findings.ts',
  Share: 'src/web/client/share-page.js',
  Stop: 'src/web/client/read-aloud.js',
  'changed since': 'src/web/layout/citation-link.ts',
  'no longer online': 'src/web/layout/citation-link.ts',
  withdrawn: 'src/web/layout/citation-link.ts',
  'Send instant updates': 'src/web/feeds/pages/feed-addresses.ts',
}

/** Commands as the guide prints them, what they are run with here, and what they print. */
const commands: readonly (readonly [printed: string, run: string, prints: RegExp])[] = [
  ['account link', 'account link', /http:\/\/127\.0\.0\.1:\d+\/setup\?token=/],
  ['add --headers FILE URL', 'add --headers HEADERS FEED', /: 0 added, 1 already there/],
  ['arrange STORY', 'arrange STORY', /^ {2}1 {2}\S/m],
  ['ask "Why was Quillbeck evacuated?"', 'ask "Why was Quillbeck evacuated?"', /Quillbeck[\s\S]*\[1\]/],
  ['brief', 'brief', /^1\. \S/m],
  ['check draft.txt', 'check draft.txt', /not in the articles here: “the moon/],
  ['doctor', 'doctor', /✓ Store \(sqlite/],
  ['export opml', 'export opml', /<opml/],
  ['export story ID --as FORMAT', 'export story STORY --as md', /^# [\s\S]*^## In brief/m],
  ['help account', 'help account', /^Usage: twosource account/],
  ['help arrange', 'help arrange', /--into STORY/],
  ['help ask', 'help ask', /--folder NAME/],
  ['import FILE…', 'import feeds.opml', /: 0 added, 1 already there/],
  ['label', 'label', /\(\d+ %\)/],
  ['label ARTICLE', 'label ARTICLE', /^ {2}1 {2}“/m],
  ['label ARTICLE 3 --speaker "Anna Berg"', 'label ARTICLE 1 --speaker "Anna Berg"', /: Anna Berg/],
  ['label --export labels.jsonl', 'label --export labels.jsonl', /^1 label in/],
  [
    'copy-store --from ~/.local/share/twosource/twosource.db --to ~/.local/share/twosource/twosource.db.remade',
    'copy-store --from COPY/twosource.db --to COPY/twosource.db.remade',
    /document +\d+/,
  ],
  [
    'restore ~/.local/share/twosource/twosource.db.remade',
    'restore COPY/twosource.db.remade',
    /twosource\.db\.before-/,
  ],
]

/** Commands that are run by a test of their own. */
const commandsElsewhere: Readonly<Record<string, string>> = {
  demo: 'test/e2e/twelve-tasks.test.ts',
  'serve --only-me': 'test/e2e/walk-through.test.ts',
  'serve --roles none': 'test/integration/workers.slow.test.ts',
  'worker --roles fetch,analyze,story,tell': 'test/integration/workers.slow.test.ts',
  'account password': 'test/integration/account-command.slow.test.ts',
  'account password NAME': 'test/integration/account-command.slow.test.ts',
  'doctor --network': 'src/cli/doctor-network.test.ts',
  move: 'test/integration/move.test.ts',
  'move --from miniflux --user ada https://rss.example.org': 'test/integration/move-other-readers.test.ts',
  'restore /backup/twosource-2026-03-17T10-00-00Z.db': 'test/integration/restore.slow.test.ts',
  'copy-store --from ~/.local/share/twosource/twosource.db --to postgres://user@host/name':
    'test/integration/copy-store.slow.test.ts',
  'copy-store --from postgres://user@host/name --to ./twosource.db': 'test/integration/copy-store.slow.test.ts',
}

/** Addresses of the guide that a person signed in here isn't shown, or that aren't addresses of this server, and what they answer. */
const otherAddresses: Readonly<Record<string, number | string>> = {
  '/metrics': 404,
  '/mcp': 405,
  '/setup?token=…': 'the page =set-up above',
  '/api/v1': 'the beginning of addresses',
  '/my-brief/…': 'test/integration/brief-mail.test.ts',
  '/websub/…': 'test/integration/websub.test.ts',
  '/v1': 'test/integration/miniflux.test.ts',
  '/v1/embeddings': 'of a model server',
  '/cfg/<key>': 'of an Apprise server',
  '/data': 'a folder',
  '/etc/default/twosource': 'a file',
  '/var/lib/twosource': 'a folder',
  '/brief.wav': 'test/integration/store-telling.test.ts',
  '/brief/podcast.rss': 'test/integration/store-telling.test.ts',
}

const guide = Object.fromEntries(
  globSync('docs/guide/*.md').map((file) => [basename(file), readFileSync(file, 'utf8')]),
)

describe('the guide', () => {
  let demo: DemoRun
  let running: Running
  let examples: Awaited<ReturnType<typeof serveExamples>>
  let folder = ''
  let rule = ''
  let edited = ''
  let origin = ''
  let story = ''
  let article = ''
  const documents = new Map<string, HtmlPage>()

  before(async () => {
    demo = await runDemo()
    const config = { ...demo.context.config, TWOSOURCE_PORT: 0 }
    running = await servePages({ ...demo.context, config }, { trustsMachine: true })
    origin = new URL(running.url).origin
    folder = await mkdtemp(join(tmpdir(), 'twosource-guide-'))
    await cp(demo.context.config.TWOSOURCE_DATA, folder, { recursive: true })
    await writeFile(join(folder, 'HEADERS'), 'User-Agent: guide\n')
    await writeFile(join(folder, 'draft.txt'), 'Lund said that “the moon is made of very old cheese”.')
    await writeFile(
      join(folder, 'feeds.opml'),
      `<opml version="2.0"><body><outline xmlUrl="${demo.feeds[2]!.url}"/></body></opml>`,
    )
    process.env.TWOSOURCE_DATA = folder
    examples = await serveExamples()
    await send('/admin/discussion', { chosen: 'on' })
    await send('/settings/rules', { title: 'dam', read: '1' })
    const today = (await (await fetch(`${origin}/api/v1/today`)).json()) as { stories: readonly { id: string }[] }
    story = `/stories/${today.stories[0]?.id}`
    const coverage = await page(`${story}/coverage`)
    rule =
      (await page('/settings/rules'))
        .querySelector('a[href^="/settings/rules/"]:not([href$=new])')
        ?.getAttribute('href') ?? ''
    edited =
      (await page('/sources/1')).querySelector('a[href$="#revisions"]')?.getAttribute('href')?.split('#')[0] ?? ''
    article = coverage.querySelector('a[href^="/articles/"]')?.getAttribute('href') ?? ''
  })
  after(async () => {
    await examples?.close()
    await rm(folder, { recursive: true, force: true })
    await running?.close()
    await demo?.close()
  })

  /** Sends a form as its page would, and answers where that led. */
  async function send(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams(fields)
    const answer = await fetch(origin + path, { method: 'POST', body, headers: { Origin: origin }, redirect: 'manual' })
    assert.equal(answer.status, 303, `${path}: ${answer.status}`)
    return answer.headers.get('location')!.split('?')[0]!
  }

  const filled = (address: string) =>
    address
      .replace('STORYID', basename(story))
      .replace('ARTICLEID', basename(article))
      .replace('STORY', story)
      .replace('ARTICLE', article)
      .replace('RULE', rule)
      .replace('EDITED', edited)

  async function page(address: string): Promise<HtmlPage> {
    const url = address.startsWith('=')
      ? examples.origin + paths[address.slice(1) as keyof typeof paths]
      : origin + filled(address)
    const known = documents.get(url)
    if (known) return known
    const answer = await fetch(url)
    assert.equal(answer.status, 200, `${address}: ${url}`)
    const { document } = parseHTML(await answer.text())
    for (const element of document.querySelectorAll('script, style')) element.remove()
    documents.set(url, document)
    return document
  }

  for (const [name, text] of Object.entries(guide))
    it(`names in ${name} what is where it says`, async () => {
      const places = labels[name] ?? {}
      const listed = new Set(Object.values(places).flat())
      const wrong: string[] = []
      for (const label of labelsOf(text)) {
        if (label.includes(' → ')) wrong.push(...(await pathProblems(label)))
        else if (!listed.has(label) && !(label in labelsElsewhere)) wrong.push(`${label} is in no list of this test`)
      }
      for (const [address, shown] of Object.entries(places)) {
        const document = await page(address)
        for (const label of shown) if (!shows(document, label)) wrong.push(`${address} lacks ${label}`)
      }
      assert.deepEqual(wrong, [])
    })

  it('names addresses that are there', async () => {
    const wrong: string[] = []
    const named = Object.values(guide).flatMap((text) =>
      [...text.matchAll(/`(\/[^`\s]*)`/g)].map(([, path = '']) => path),
    )
    for (const path of new Set(named)) {
      const expected = otherAddresses[path] ?? 200
      if (typeof expected === 'string') continue
      const { status } = await fetch(origin + path.replace('/stories/ID', story).replace('<extension>', 'md'))
      if (status !== expected) wrong.push(`${path}: ${status}`)
    }
    assert.deepEqual(wrong, [])
  })

  it('names every command as it is run, and each prints what it should', async () => {
    const printed = Object.values(guide).flatMap((text) =>
      [...text.matchAll(/npm start ([^`\n]*)/g)].map(([, line = '']) =>
        line
          .replace(/#.*|\\$/, '')
          .replace(' -- ', ' ')
          .trim(),
      ),
    )
    const known = [...commands.map(([each]) => each), ...Object.keys(commandsElsewhere)].toSorted()
    assert.deepEqual([...new Set(printed)].filter((line) => line !== '').toSorted(), known)
    const wrong: string[] = []
    for (const [, line, prints] of commands) {
      const { code, out, err } = await twosource(line)
      if (code !== 0 || !prints.test(out + err)) wrong.push(`${line}: ${code}\n${(out + err).slice(0, 600)}`)
    }
    assert.deepEqual(wrong, [])
  })

  it('has requests that are answered', async () => {
    const body = new URLSearchParams({ name: 'guide', scope: 'write' })
    const made = await fetch(`${origin}/settings/tokens`, { method: 'POST', body, headers: { Origin: origin } })
    const token = parseHTML(await made.text()).document.querySelector('main code')?.textContent
    const [, block = ''] = guide['api.md']!.match(/```sh\n(curl[\s\S]*?)```/) ?? []
    const script = block
      .replaceAll('http://127.0.0.1:7180', origin)
      .replace('https://example.org/feed.xml', demo.feeds[0]!.url)
      .replaceAll('curl ', 'curl -sS -w "\\n%{http_code}\\n" ')
    const { stdout } = await promisify(execFile)('sh', ['-ec', script], { env: { ...process.env, TOKEN: token } })
    assert.deepEqual(stdout.match(/^\d{3}$/gm), ['200', '200'], stdout)
  })

  it('has a check of signatures that tells a genuine message', async () => {
    const [, block = ''] = guide['alerts.md']!.match(/```js\n([\s\S]*?)```/) ?? []
    const source = `${block}\nexport { isGenuine }`
    const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(source)}`)
    const signature = createHmac('sha256', 'secret').update('{}').digest('hex')
    assert.deepEqual([isGenuine('secret', '{}', signature), isGenuine('secret', '{ }', signature)], [true, false])
  })

  it('refers to files that are there', () => {
    for (const file of [labelsElsewhere, commandsElsewhere, otherAddresses].flatMap(Object.values))
      if (/^(?:src|test)\//.test(file)) assert.ok(existsSync(file), file)
  })

  it('has JSON that can be read', () => {
    for (const [, block = ''] of Object.values(guide)
      .join('\n')
      .matchAll(/```json\n([\s\S]*?)```/g))
      JSON.parse(block)
  })

  /** Runs a command line of the guide in this process, in a folder of its own. */
  async function twosource(line: string) {
    const argv = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) =>
      word
        .replace(/^"|"$/g, '')
        .replace('STORY', basename(story))
        .replace('ARTICLE', basename(article))
        .replace('FEED', demo.feeds[1]!.url)
        .replace('COPY', folder)
        .replace(/^(?:HEADERS|draft\.txt|feeds\.opml|labels\.jsonl)$/, (file) => join(folder, file)),
    )
    const written = { out: '', err: '' }
    const stream = (name: 'out' | 'err') =>
      ({ write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream
    const open = async () => ({
      operations: demo.context.operations,
      address: running.url,
      runOnce: () => demo.context.pipeline.runOnce({}),
      [Symbol.asyncDispose]: async () => {},
    })
    const code = await runCli(argv, commandGroups, open, { out: stream('out'), err: stream('err') }, '0.0.0')
    return { code, ...written }
  }

  /** Follows `Settings → Advanced → Services` by its links; the last may be a part of a page. */
  async function pathProblems(path: string): Promise<readonly string[]> {
    const [first = '', ...rest] = path.split(' → ')
    let at = first in starts ? await page(starts[first]!) : await linked(await page('/'), first)
    if (!at) return [`${path}: Today has no link ${first}`]
    for (const step of rest) {
      const next = await linked(at, step)
      if (!next && !shows(at, step)) return [`${path}: no ${step}`]
      at = next ?? at
    }
    return []
  }

  async function linked(document: HtmlPage, label: string): Promise<HtmlPage | undefined> {
    const link = [...document.querySelectorAll('a')].find((a) => plain(a.textContent) === plain(label))
    const href = link?.getAttribute('href')?.split('#')[0]
    return href === undefined ? undefined : page(href)
  }
})

/** Where a path begins that isn't in the main navigation. */
const starts: Readonly<Record<string, string>> = {
  Server: '/server',
  Newsletters: '/newsletters',
  'Feed settings': '/feeds?feed=1',
  'About this text': 'ARTICLE',
  Discussion: '/discussion',
}

function labelsOf(markdown: string): ReadonlySet<string> {
  const prose = markdown.replace(/```[\s\S]*?```|`[^`]*`|\*\*[^*]+\*\*/g, '')
  return new Set([...prose.matchAll(/(?<![*\\])\*([^*\n]+)\*(?!\*)/g)].map(([, label = '']) => label))
}

/** Whether an element of the page begins with the label: a link, a button, a heading, a line of settings. */
function shows(document: HtmlPage, label: string): boolean {
  const wanted = plain(label)
  return [...document.querySelectorAll('body *')].some((element) =>
    [element.textContent, element.getAttribute('aria-label'), element.getAttribute('title')].some((text) => {
      const words = plain(text)
      return (words.startsWith(wanted) || words.endsWith(wanted)) && words.length < wanted.length + 60
    }),
  )
}

function plain(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replaceAll('’', "'").replace(/…/g, '').replace(/\s+/g, ' ').trim()
}
