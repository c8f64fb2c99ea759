import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { keptText } from '../operations/stories/story-facts.ts'
import type { StoredArticle } from '../store/store.ts'
import { bibtex, writeBibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { csvQuotes } from './csv-quotes.ts'
import { documents, dossier, emptyDossier } from './export-fixture.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { ninjs } from './ninjs.ts'
import { referencesTo, withKeys } from './reference.ts'
import type { StoryFacts } from './story-facts.ts'
import { facts } from './story-facts-fixture.ts'

const reference = {
  title: 'T',
  outlet: 'Sandvik Herald',
  authors: [],
  publishedAt: '2025-03-04T10:00:00Z',
}

describe('the sources of a story as BibTeX', () => {
  it('are articles of a newspaper, with authors whole and the day they were read', () => {
    assert.equal(
      bibtex.render(dossier, documents, facts).split('\n\n')[0],
      `@article{sandvikherald2025council,
  author = {{Maja Berg} and {Ola Nordmann}},
  title = {{Council "approves" bridge}},
  journal = {Sandvik Herald},
  year = {2025},
  month = {3},
  day = {4},
  url = {https://herald.example/bridge},
  urldate = {2025-03-04},
  langid = {en},
}`,
    )
  })

  it('have keys that are unique, whatever the alphabet of the outlet', () => {
    const keys = withKeys([reference, reference, { ...reference, outlet: 'الجزيرة', title: 'خبر' }]).map(
      ({ key }) => key,
    )
    assert.deepEqual(keys, ['sandvikherald2025t', 'sandvikherald2025t-b', 'source2025'])
    assert.equal(new Set(withKeys(Array.from({ length: 80 }, () => reference)).map(({ key }) => key)).size, 80)
  })

  it('give TeX nothing to obey, whatever an outlet wrote', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const text = writeBibtex(
          withKeys([{ ...reference, title: words, authors: [words], url: 'https://a.example/}{' }]),
        )
        let depth = 0
        for (const [sign] of text.matchAll(/\\.|[{}]/gs)) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
          assert.ok(depth >= 0)
        }
        assert.equal(depth, 0)
        // The URL is read verbatim.
        assert.doesNotMatch(text.replace(/^ {2}url = .*$/m, ''), /(?<!\\)[%#$&]/)
      }),
    )
  })
})

describe('an article whose outlet gives no time', () => {
  const undated: StoryFacts = { ...facts, texts: facts.texts.map((kept) => ({ ...kept, isUndated: true })) }

  it('has no day of publication in a bibliography, only the day it was read', () => {
    const entry = bibtex.render(dossier, documents, undated).split('\n\n')[0] ?? ''
    assert.match(entry, /^@article\{sandvikheraldcouncil,/)
    assert.doesNotMatch(entry, /^ {2}(?:year|month|day) =/m)
    assert.match(entry, /urldate = \{2025-03-04\}/)
    const [item] = JSON.parse(csl.render(dossier, documents, undated)) as object[]
    assert.equal('issued' in item!, false)
    assert.equal('accessed' in item!, true)
  })

  it('has none in JSON-LD and ninjs', () => {
    for (const { render } of [jsonLd, ninjs]) {
      const dates = (text: string) => text.match(/"(?:datePublished|contentCreated)"/g)?.length ?? 0
      assert.equal(dates(render(dossier, documents, undated)), dates(render(dossier, documents, facts)) - 1)
    }
  })

  it('is told by its time being that of reading it', () => {
    const { document } = facts.texts[0]!
    const read = (at: string) =>
      keptText({
        article: { publishedAt: document.publishedAt, authors: [], url: '', completeness: { kind: 'complete' } },
        document,
        source: { name: 'Sandvik Herald', homeUrl: '' },
        revisions: [{ documentId: document.id, at }],
        annotations: {},
      } as unknown as StoredArticle).isUndated
    assert.equal(read(new Date(document.publishedAt).toISOString()), true)
    assert.equal(read('2025-03-04T10:05:00.123Z'), undefined)
  })
})

describe('the transcript of a recording', () => {
  const [said] = dossier.unattributed
  const wordingAt = (seconds: number, url?: string) => ({
    ...said!.wordings[0]!,
    heard: { seconds, ...(url === undefined ? {} : { url }) },
  })
  const quoted = (...wordings: readonly ReturnType<typeof wordingAt>[]): typeof dossier => ({
    ...dossier,
    ledger: [],
    unattributed: wordings.map((wording) => ({ ...said!, wordings: [wording] })),
  })
  const documentId = said!.wordings[0]!.citation.documentId
  const index = dossier.members.findIndex((member) => member.documentId === documentId)
  const at = (url: string) => ({ ...documents, [documentId]: { ...documents[documentId]!, url } })
  const entryOf = (of: typeof dossier, url: string) => bibtex.render(of, at(url), facts).split('\n\n')[index] ?? ''
  const itemOf = (of: typeof dossier, url: string) =>
    (JSON.parse(csl.render(of, at(url), facts)) as { URL?: string; note?: string }[])[index]

  it('is cited with the moments at which the story quotes it, each once, the first one first', () => {
    const page = 'https://pod.example/episodes/7'
    const file = 'https://pod.example/7.mp3'
    const of = quoted(wordingAt(3723, `${file}#t=3723`), wordingAt(4, `${file}#t=4`), wordingAt(4, `${file}#t=4`))
    assert.match(entryOf(of, page), /^ {2}note = \{Quoted at 0:04, 1:02:03\},$/m)
    assert.match(entryOf(of, page), /^ {2}url = \{https:\/\/pod\.example\/episodes\/7\},$/m)
    assert.deepEqual(
      [itemOf(of, page)?.note, itemOf(of, page)?.URL],
      ['Quoted at 0:04, 1:02:03', page],
      'the page of an episode has no seconds',
    )
  })

  it('opens at the first of them where its address is that of the recording', () => {
    const file = 'https://pod.example/7.mp3'
    const heard = quoted(wordingAt(723, `${file}#t=723`))
    assert.match(entryOf(heard, file), /^ {2}url = \{https:\/\/pod\.example\/7\.mp3#t=723\},$/m)
    assert.equal(itemOf(heard, file)?.URL, `${file}#t=723`)
    const watched = 'https://www.youtube.com/watch?v=abc'
    assert.equal(itemOf(quoted(wordingAt(9, `${watched}&t=9`)), watched)?.URL, `${watched}&t=9`)
  })

  it('has no address of its own where none is known, and both notes where it was withdrawn', () => {
    const of = quoted(wordingAt(9))
    assert.equal(itemOf(of, 'https://pod.example/7')?.URL, 'https://pod.example/7')
    const gone = { ...documents, [documentId]: { ...documents[documentId]!, isWithdrawn: true as const } }
    assert.match(bibtex.render(of, gone, facts), /note = \{Withdrawn by its outlet\. Quoted at 0:09\}/)
  })
})

describe('an article that its outlet has withdrawn', () => {
  const withdrawn = { ...documents, 'doc-a': { ...documents['doc-a']!, isWithdrawn: true as const } }

  it('is cited as that in a bibliography', () => {
    const [first, second] = bibtex.render(dossier, withdrawn, facts).split('\n\n')
    assert.match(first ?? '', /^ {2}note = \{Withdrawn by its outlet\},$/m)
    assert.doesNotMatch(second ?? '', /note/)
    const [item, other] = JSON.parse(csl.render(dossier, withdrawn, facts)) as { status?: string; note?: string }[]
    assert.deepEqual([item?.status, item?.note], ['withdrawn', 'Withdrawn by its outlet'])
    assert.equal(other?.status, undefined)
  })

  it('is told as that in JSON-LD, ninjs, CSV and Markdown', () => {
    for (const [exporter, words] of [
      [jsonLd, '"creativeWorkStatus": "Withdrawn"'],
      [ninjs, '"pubStatus": "canceled"'],
      [csvQuotes, 'withdrawn'],
      [markdown, ' (withdrawn by its outlet)'],
    ] as const) {
      assert.ok(exporter.render(dossier, withdrawn, facts).includes(words), exporter.name)
      assert.ok(!exporter.render(dossier, documents, facts).replace(/^.*\n/, '').includes(words), exporter.name)
    }
  })

  it('is told by its own note among what is saved', () => {
    const { document } = facts.texts[0]!
    const stored = {
      article: { publishedAt: document.publishedAt, authors: [], url: '', completeness: { kind: 'complete' } },
      document,
      source: { name: 'Sandvik Herald', homeUrl: '' },
      revisions: [],
      annotations: { amendments: { items: [{ kind: 'retraction' }] } },
    } as unknown as StoredArticle
    assert.match(writeBibtex(referencesTo([keptText(stored)])), /note = \{Withdrawn by its outlet\}/)
    assert.doesNotMatch(writeBibtex(referencesTo([keptText({ ...stored, annotations: {} })])), /note/)
  })
})

describe('the sources of a story as CSL-JSON', () => {
  it('name outlet, authors as they are written, and days', () => {
    const [first, second] = JSON.parse(csl.render(dossier, documents, facts)) as object[]
    assert.deepEqual(first, {
      id: 'sandvikherald2025council',
      type: 'article-newspaper',
      title: 'Council "approves" bridge',
      'container-title': 'Sandvik Herald',
      author: [{ literal: 'Maja Berg' }, { literal: 'Ola Nordmann' }],
      issued: { 'date-parts': [[2025, 3, 4]] },
      accessed: { 'date-parts': [[2025, 3, 4]] },
      language: 'en',
      URL: 'https://herald.example/bridge',
    })
    assert.equal('URL' in second!, false)
  })

  it('are an empty list of an empty story', () => {
    assert.equal(csl.render(emptyDossier, documents), '[]\n')
    assert.equal(bibtex.render(emptyDossier, documents), '')
  })

  it('holds no control, at which TeX stops', () => {
    const made = writeBibtex([{ key: 'a', title: '\u0007Dam\u001b[31m', outlet: 'A\u0000B', authors: ['C\u009bD'] }])
    assert.doesNotMatch(made.replaceAll('\n', ''), /\p{Cc}/u)
    assert.match(made, /title = \{\{Dam\[31m\}\}/)
  })
})
