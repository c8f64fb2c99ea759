import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { own, wire } from '../../../../test/examples/texts.ts'
import type { ChosenWord } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
import { dayStrip } from '../parts/day-strip.ts'
import { coveragePage } from './coverage.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })
const made = (view: StoryView) => parseMarkup(coveragePage(view, reader))

describe('the coverage of a story', () => {
  it('says how many independent reports there are, with one cell for each article', () => {
    const page = made(story)
    assert.equal(textOf(page.querySelector('#reports-h')), '4 independent reports · 25 articles')
    assert.match(textOf(page.querySelector('.key')), /3 original.*1 shared text, in 22 articles/)
    assert.ok(page.querySelector('a[href="/about#independence"]'))
  })

  it('has every article with its share of original text', () => {
    const page = parseMarkup(coveragePage(story, reader, true))
    const links = values(page, '.org a', 'href')
    for (const { articleId } of dossier.members) assert.ok(links.includes(`/articles/${articleId}`), articleId)
    assert.match(textOf(page.querySelector('#reports')), /71%/)
  })

  it('leads to comparisons, exports, the audit, and says what was dropped', () => {
    const page = made(story)
    assert.match(values(page, '#compare a', 'href')[0] ?? '', /compare\?a=article-.*&b=article-/)
    assert.equal(values(page, '#compare a', 'href').at(-1), '/stories/story-1/compare')
    for (const format of ['md', 'jsonld', 'csv', 'ninjs.json', 'bib', 'csl.json', 'warc'])
      assert.ok(values(page, '#export a', 'href').includes(`/stories/story-1/export/${format}`))
    assert.ok(page.querySelector('#export a[href="/stories/story-1/audit"]'))
    assert.match(textOf(page.querySelector('#export')), /2 statements dropped: a check failed/)
    assert.doesNotMatch(textOf(made(having({ droppedCount: 0 })).querySelector('#export')), /dropped/)
  })

  it('links to pictures only by web addresses', () => {
    const page = coveragePage(story, reader)
    assert.match(page, /href="https:\/\/pictures\.example\/quay\.jpg"/)
    assert.doesNotMatch(page, /href="javascript/i)
    assert.match(textOf(made(story).querySelector('#pictures')), /Lina Orr/)
  })

  it('needs no counting in a story of one article', () => {
    const one = having({ members: dossier.members.slice(0, 1), reports: dossier.reports.slice(1, 2) })
    const page = made(one)
    assert.equal(textOf(page.querySelector('#reports-h')), '1 independent report · 1 article')
    for (const gone of ['.ib', '#compare', '#day']) assert.equal(page.querySelector(`main ${gone}`), null, gone)
  })
})

describe('wording differences', () => {
  const carried = citeWords(wire, wire.blocks[0]!)
  const word: ChosenWord = {
    word: 'council',
    uses: [
      {
        outlet: own.outlet,
        documentId: story.dossier.members[0]!.documentId,
        title: '<b>Council</b> says',
        span: { start: 3, end: 10 },
      },
    ],
  }
  const start = carried.exact.indexOf('council')
  const other: ChosenWord = {
    word: 'council',
    uses: [{ outlet: wire.outlet, documentId: carried.documentId, citation: carried, span: { start, end: start + 7 } }],
  }

  it('show each word in its passage, marked, with who uses it', () => {
    const section = made(having({ wordChoices: [{ words: [word, other] }] })).querySelector('#words')!
    assert.deepEqual(texts(section, 'mark'), ['Council', carried.exact.slice(start, start + 7)])
    assert.equal(textOf(section.querySelector('dd .words')), '<b>Council</b> says')
    assert.match(textOf(section.querySelector('dd a')), /, headline$/)
    assert.deepEqual(texts(section, 'dt .small'), ['1 outlet', '1 outlet'])
  })

  it('are left out where there is nothing to compare', () => {
    assert.equal(made(story).querySelector('#words'), null)
    assert.equal(made(having({ wordChoices: [] })).querySelector('#words'), null)
  })
})

describe('the strip of articles over time', () => {
  const strip = (view: StoryView['dossier'], language: Parameters<typeof exampleReader>[0] = 'en') =>
    parseMarkup(String(dayStrip(view, exampleReader(language))))

  it('writes no time over another', () => {
    const [first, ...others] = dossier.members
    for (const hours of [2, 5, 7, 11, 16, 23, 40, 90, 200, 400])
      for (const start of [0, 1, 5, 9, 13, 20]) {
        const at = (after: number) => new Date(Date.UTC(2026, 2, 10, start) + after * 3_600_000).toISOString()
        const members = [
          { ...first!, publishedAt: at(0) },
          { ...others[0]!, publishedAt: at(hours) },
        ]
        const drawn = strip({ ...dossier, members })
        let before = Number.NEGATIVE_INFINITY
        for (const label of all(drawn, '.tk text')) {
          const [x, wide] = [Number(label.getAttribute('x')), textOf(label).length * 7]
          const from = x - wide * { start: 0, middle: 0.5, end: 1 }[label.getAttribute('text-anchor') ?? 'start']!
          assert.ok(from > before, `${hours} hours from ${start}: ${texts(drawn, '.tk text').join(' | ')}`)
          before = from + wide
        }
      }
  })

  it('has a stem for each article, a high one for the first of each report, and says the times in words', () => {
    const drawn = strip(dossier)
    assert.equal(all(drawn, 'circle').length, dossier.members.length)
    assert.equal(all(drawn, 'circle:not(.c)').length, dossier.reports.length)
    assert.match(drawn.querySelector('svg')?.getAttribute('aria-label') ?? '', /Northern Wire/)
  })

  it('runs from where the page is read', () => {
    const x = (drawn: ReturnType<typeof strip>) => values(drawn, 'circle', 'cx').map(Number)
    const [ltr, rtl] = [x(strip(dossier)), x(strip(dossier, 'ar'))]
    assert.ok(ltr[0]! < ltr.at(-1)!)
    assert.ok(rtl[0]! > rtl.at(-1)!)
    for (const at of [...ltr, ...rtl]) assert.ok(at >= 0 && at <= 296)
  })

  it('is not drawn when all came at one time, or at none that is known', () => {
    for (const publishedAt of ['2026-03-16T08:00:00Z', 'yesterday']) {
      const members = dossier.members.map((member) => ({ ...member, publishedAt }))
      assert.equal(String(dayStrip({ ...dossier, members }, reader)), '')
    }
  })
})
