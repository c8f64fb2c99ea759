import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { mediaTopics } from '../../src/core/names/media-topics.ts'
import { apiReference } from '../../src/rest/api-reference.ts'
import { interfaceLanguages } from '../../src/web/reader.ts'
import { storyExamples } from '../../src/web/search/parts/ask-examples.ts'
import { catalogues, wordsIn } from '../../src/web/words/all.ts'
import type { Answers } from '../examples/answers.ts'
import { bigStory } from '../examples/big-story.ts'
import { story } from '../examples/story.ts'
import { chromiumPath, paths, serveExamples } from './browser.ts'
import { pseudoWords } from './pseudo-words.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
/** Names that are the same in every language. */
const names =
  /\b(Twosource|OpenAPI( \d\.\d)?|Markdown|ninjs|BibTeX|CSL|WARC|JSON(-LD| Lines)?|CSV|OPML|SVG|Web Annotation|Wikidata( Q\d+)?|sqlite|RSS|Atom|HTML|UTC|URL|XML|PDF|Ollama|vLLM|ID|KB|MB|GB|Esc|Enter|Tab|XL|(START)?TLS|LM Studio)\b/g
const markAddresses = /\bhttps?:\/\/\S*|(?<![\w<])\/[\w/%-]+(\?\S*)?|\b[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?/g

/** Between the parts of a line, and before a date; dates and numbers come in a script of their own. */
const separators = / · | ·$|^\(\d+\) |\s\d+(?=[\u3000-\u9fff])|[,:.] |[\u3000-\u9fff]+/

/** Every page in a language made up from the English one: what escapes it is in the code, not in the catalogue. */
describe('a language made up', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: Browser
  let tab: Tab
  const given: string[] = []
  /** What is no word of ours on any page. */
  let usual = ''
  const fr = wordsIn('fr')

  before(async () => {
    Object.assign(catalogues, { fr: pseudoWords(wordsIn('en')) })
    site = await serveExamples((app) => listening(app, (view) => collect(view, given)))
    browser = await launchBrowser()
    tab = await openTab(browser, site.origin, { locale: 'fr', viewport: { width: 375, height: 800 } })
    const reference: string[] = []
    // A vocabulary of its own, which says that it is English.
    collect(apiReference('/api/v1', 600), reference)
    usual = bothWays([
      ...reference,
      ...[...mediaTopics.values()].map((topic) => topic.name),
      // Time zones have names of their own.
      ...Intl.supportedValuesOf('timeZone'),
      // So have languages.
      ...interfaceLanguages.map(({ name: own }) => own),
      // Questions to a story are in its own language.
      ...[story, bigStory].flatMap((one) => storyExamples(one, wordsIn('en').asking)),
    ])
  })
  after(async () => {
    Object.assign(catalogues, { fr })
    await browser?.close()
    await site?.close()
  })

  for (const [name, path] of Object.entries(paths))
    it(`takes every word from the catalogue, and has room for longer ones: ${name}`, async () => {
      given.length = 0
      given.push(decodeURIComponent(path))
      await tab.visit(path)
      const known = bothWays(given)
      const stray = (await tab.ask('interfaceText()'))
        .flatMap((text) => withoutNames(text).split(separators))
        .filter((text) => /[a-z]{2}/i.test(text) && !usual.includes(plain(text)) && !known.includes(plain(text)))
      assert.deepEqual([...new Set(stray)], [])
      assert.deepEqual(
        (await tab.ask('layout()')).filter((problem) => !problem.startsWith('target')),
        [],
      )
    })
})

/** Texts as `plain`, whole and without names. */
function bothWays(texts: readonly string[]): string {
  return plain([...texts, ...texts.map(withoutNames)].join('\n'))
}

function withoutNames(text: string): string {
  return text.replace(markAddresses, ' ').replace(names, ' ')
}

/** The same operations, with an ear for what they answer. */
function listening(app: Answers, hear: (view: unknown) => void): Answers {
  const heard = (view: unknown) => {
    hear(view)
    return view
  }
  const entries = Object.entries(app).map(([name, ask]) => [
    name,
    (...args: readonly unknown[]) => {
      const answer = (ask as (...args: readonly unknown[]) => unknown)(...args)
      if (answer instanceof Promise) return answer.then((view: unknown) => heard(view))
      return answer
    },
  ])
  return Object.fromEntries(entries) as Answers
}

/** All texts of a view. A code, such as the kind of a thing, is none: shown as it is, it would be a word of ours. */
function collect(value: unknown, into: string[], name = ''): void {
  const isCode = codes.has(name) && typeof value === 'string' && /^[a-z]+([- ][a-z]+)?$/.test(value)
  if (typeof value === 'string' && !isCode) into.push(value)
  else if (Array.isArray(value)) for (const part of value) collect(part, into, name)
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) collect(part, into, name)
}
const codes = new Set(['kind', 'state', 'role', 'how', 'pattern', 'badges', 'status', 'section'])

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
