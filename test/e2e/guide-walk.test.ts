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
import { commands, commandsElsewhere, labels, labelsElsewhere, otherAddresses } from './guide-places.ts'

/**
 * Does what the guide says, on the demo edition: opens each page it names, looks for each label it prints in italics where it says the
 * label is, and runs its commands and requests. What no script can do is listed in guide-walk.md.
 */

type HtmlPage = ReturnType<typeof parseHTML>['document']

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
    await writeFile(join(folder, 'talk.vtt'), 'WEBVTT\n\n00:03.000 --> 00:05.000\n<v Ada North>The pier is shut.')
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
        .replace(/^(?:HEADERS|draft\.txt|feeds\.opml|talk\.vtt|labels\.jsonl)$/, (file) => join(folder, file)),
    )
    const written = { out: '', err: '' }
    const stream = (name: 'out' | 'err') =>
      ({ write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream
    const open = async () => ({
      operations: demo.context.operations,
      address: origin,
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
