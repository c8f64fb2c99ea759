import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pseudoWords } from '../../../test/e2e/pseudo-words.ts'
import { alike } from '../../../test/examples/english-alike.ts'
import { everyPage } from '../../../test/examples/every-page.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import type { InterfaceLanguage } from '../reader.ts'
import { en } from './en.ts'

/** Between the parts of a line. */
const between = /[·←→&+…]|[:;,.?!]+(?:\s|$)|[()"“”„«»]|\d+/

const english = shownTo(exampleReader('en'))
/** What a page shows whatever the words are: articles, names, codes. */
const given = shownTo({ ...exampleReader('en'), words: pseudoWords(en) })

/** Names and codes that our words contain, the same in every language. */
const names =
  'Twosource|twosource verify|API|HTML|OPML|IMAP|WARC|JSON Lines|kB|MB|Pocket|Omnivore|Instapaper|Readwise Reader|wallabag|Raindrop|Pinboard|Miniflux|FreshRSS|CommaFeed|The Old Reader|BazQux|marks.json|feeds.opml|loop-failed|after|after:|before|before:|Authorization|Bearer|API clients management|Integrations|API Keys|API Tokens|Assistant <b>'

describe('every page, in a language', () => {
  for (const [code, common] of Object.entries(alike))
    it(`shows nothing in English in ${code}`, () => {
      const known = new Set(`${common}|${names}`.toLowerCase().split('|'))
      const left = new Map(
        Object.entries(shownTo(exampleReader(code as InterfaceLanguage))).flatMap(([name, texts]) =>
          [...texts]
            .filter((text) => english[name]!.has(text) && !given[name]!.has(text) && !known.has(text.toLowerCase()))
            .map((text) => [text, name] as const),
        ),
      )
      assert.deepEqual([...left], [], `Still in English, in the words-${code}.ts of a room in src/web`)
    })
})

function shownTo(reader: ReturnType<typeof exampleReader>): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(everyPage).map(([name, write]) => [name, textsIn(write(reader))]))
}

/** The texts of a page, read aloud or seen, each part of a line by itself and without its numbers. */
function textsIn(markup: string): ReadonlySet<string> {
  const said = markup.matchAll(/ (?:aria-label|title|placeholder|alt|value)="([^"]*)"/g).map(([, text = '']) => text)
  const parts = [...markup.split(/<[^>]*>/), ...said].map(resolved).flatMap((text) => text.split(between))
  return new Set(parts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text)))
}

function resolved(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name])
}
