import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bigStory } from '../../../../test/examples/big-story.ts'
import { all, parseMarkup, textOf } from '../../../../test/examples/markup.ts'
import { exampleReader, visibleText } from '../../../../test/examples/reader.ts'
import { dossier } from '../../../../test/examples/story.ts'
import { hostile, texts } from '../../../../test/examples/texts.ts'
import { story } from '../../../../test/examples/views.ts'
import { asId, type DocumentId, type EntityId } from '../../../core/ids.ts'
import { storyPage } from './story.ts'

const reader = exampleReader()
const page = storyPage(story, reader)
const text = visibleText(page)

describe('the story page', () => {
  it('says how many articles, independent reports and copies there are', () => {
    assert.match(text, /25 articles/)
    assert.match(text, /4 independent reports/)
    assert.match(text, /21 copies/)
    assert.match(page, /href="\/about#independence"/)
  })

  it('shows every brief point as it stands in the text, with a citation', () => {
    for (const point of dossier.brief) {
      assert.ok(text.includes(point.text.replace(/\s+/g, ' ')), point.text)
      const { documentId, span } = point.citations[0]
      assert.ok(page.includes(`/citations/${documentId}/${span.start}-${span.end}`))
    }
  })

  it('shows every quotation letter by letter', () => {
    const wordings = [...dossier.ledger.flatMap(({ utterances }) => utterances), ...dossier.unattributed].flatMap(
      (u) => u.wordings,
    )
    const letters = unescaped(page.replace(/<\/?mark[^>]*>/g, ''))
    for (const { citation } of wordings) assert.ok(letters.includes(citation.exact), citation.exact)
  })

  it('puts quotation marks around direct quotations alone', () => {
    const quoted = [...page.matchAll(/<q><bdi>(.*?)<\/bdi><\/q>/gs)].map((match) => match[1] ?? '')
    assert.ok(quoted.some((words) => words.startsWith('These were the two outcomes')))
    assert.ok(!quoted.some((words) => words.startsWith('A toll, he said')))
    assert.match(page, /<span class="reported"><bdi>A toll, he said/)
  })

  it('says probably below the floor of confidence, and never of a quotation without a speaker', () => {
    assert.match(text, /probably Tomas Reyd/)
    assert.equal(text.match(/probably/g)?.length, 1)
  })

  it('shows what differs between wordings of one utterance', () => {
    assert.match(page, /<mark class="other">feeling<\/mark>/)
    assert.match(text, /2 wordings/)
  })

  it('shows both sides of a difference, and the sentence that signals it', () => {
    assert.match(text, /no toll had been discussed at all/)
    assert.match(text, /Signaled by “ ?contradicted the mayor/)
  })

  it('shows commitments with condition and date, figures, and a timeline with the original words', () => {
    assert.match(text, /on condition if the harbor board signs/)
    assert.match(text, /210 Mar 17, 6:05\sAM/)
    assert.match(text, /in the words “ ?since 2014/)
    assert.match(page, /<li id="event-4" value="4" class="plan">/)
  })

  it('says for every article which points it carries and why it is here', () => {
    for (const { sourceName } of dossier.members) assert.ok(text.includes(sourceName), sourceName)
    assert.match(
      text,
      /same names: Mara Ellind, Halvik · same words: ferry, harbor · 5 sentences in common · 1 hour after the first article · score 0.91/,
    )
    assert.match(text, /71%/)
    assert.match(page, /<th scope="row">/)
  })

  it('puts no dot at an article only because another of its outlet carries the point', () => {
    const later = { ...dossier.members[0]!, documentId: asId<DocumentId>('doc-later'), title: 'A later article' }
    const markup = storyPage({ ...story, dossier: { ...dossier, members: [...dossier.members, later] } }, reader)
    const row = markup.slice(markup.indexOf('A later article'))
    assert.doesNotMatch(row.slice(0, row.indexOf('</tr>')), /●/)
    const first = markup.slice(markup.indexOf('class="coverage"'))
    assert.match(first.slice(0, first.indexOf('A later article')), /●/)
  })

  it('draws with a caption and numbers behind every drawing', () => {
    const markup = parseMarkup(page)
    const plots = all(markup, 'figure.plot')
    assert.deepEqual(
      plots.map((plot) => plot.getAttribute('id')),
      ['ind', 'cov', 'figure-1', 'tl', 'line'],
    )
    for (const plot of plots) {
      assert.ok(textOf(plot.querySelector('figcaption')).length > 10)
      assert.ok(plot.querySelector('details.numbers tbody tr'))
    }
  })

  it('says how many statements were left out', () => {
    assert.match(text, /2 statements were left out/)
    const sound = storyPage({ ...story, dossier: { ...dossier, droppedCount: 0 } }, reader)
    assert.doesNotMatch(sound, /left out because/)
  })

  it('loads no picture, and links to none but by web addresses', () => {
    assert.doesNotMatch(page, /<img/)
    assert.match(page, /href="https:\/\/pictures\.example\/quay\.jpg"/)
    assert.doesNotMatch(page, /href="javascript/i)
    assert.match(text, /Credit: Lina Orr/)
  })

  it('lets nothing that an outlet wrote become markup', () => {
    assert.doesNotMatch(page, /<script>alert|<b>bold|<img src|<!-- sdrawkcab/)
    assert.ok(page.includes('&lt;script&gt;alert('))
    assert.doesNotMatch(page, /lang="en&quot;/)
    assert.ok(texts.includes(hostile))
  })

  it('has no style or handler in its markup, so that the policy can forbid them', () => {
    assert.doesNotMatch(page, /\sstyle="|\son[a-z]+="|<style/)
  })

  it('leaves out every part that has nothing in it', () => {
    const bare = {
      ...story,
      pictures: [],
      related: [],
      badges: [],
      dossier: {
        ...dossier,
        members: dossier.members.slice(0, 1),
        reports: dossier.reports.slice(1, 2),
        brief: [],
        ledger: [],
        unattributed: [],
        timeline: [],
        differences: [],
        commitments: [],
        figures: [],
      },
    }
    const { section: _section, ...rest } = bare
    const markup = storyPage(rest, reader)
    assert.doesNotMatch(
      markup,
      /In brief|Where accounts differ|Who said what|Not attributed|Timeline|Commitments|Figures|Coverage|Pictures|Related|kicker|<nav class="toc"/,
    )
    assert.match(visibleText(markup), /1 article /)
  })

  it('tells of a long story some, and names who else is quoted with a way to all of it', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...dossier.ledger[0]!,
      speaker: { ...dossier.ledger[0]!.speaker, id: asId<EntityId>(`person:s${index}`), name: `Speaker ${index}` },
      utterances: Array.from({ length: 9 }, () => dossier.ledger[0]!.utterances[0]!),
    }))
    const long = { ...story, dossier: { ...dossier, ledger: many } }
    const some = parseMarkup(storyPage(long, reader))
    assert.equal(all(some, '.speaker').length, 3)
    assert.match(textOf(some.querySelector('#said .names')), /^Also quoted: Speaker 3 \(9\) · .*Speaker 29 \(9\)$/)
    assert.equal(textOf(some.querySelector('#said > .whole')), 'All 270 quotations')
    assert.ok(some.querySelector('#said-person-s29'), 'a link from an article finds its speaker')
    const whole = parseMarkup(storyPage(long, reader, 'said'))
    assert.equal(all(whole, '.speaker .quote').length, 270)
    assert.equal(textOf(whole.querySelector('#said > .whole')), 'Show less')
  })

  it('stays small however much there is: 60 articles and 200 quotations', () => {
    const bytes = gzipSync(storyPage(bigStory, reader)).length
    assert.equal(all(parseMarkup(storyPage(bigStory, reader, 'said')), '#said .speaker .quote').length, 200)
    assert.ok(bytes < 17 * 1024, `${bytes} bytes`)
  })

  it('speaks the language of the reader, and leaves the outlets theirs', () => {
    const markup = storyPage(story, exampleReader('ar'))
    assert.match(markup, /<html lang="ar" dir="rtl"/)
    assert.match(markup, /<h1 lang="en" dir="ltr">/)
    assert.match(storyPage(story, exampleReader('fr')), /Qui a dit quoi/)
  })
})

function unescaped(markup: string): string {
  return markup.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
  )
}
