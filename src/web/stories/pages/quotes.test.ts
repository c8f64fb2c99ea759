import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bigStory } from '../../../../test/examples/big-story.ts'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { arabic, own, wire } from '../../../../test/examples/texts.ts'
import { citationKey } from '../../../core/citation.ts'
import type { Utterance, Wording } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { speakerAnchor } from '../parts/story-quotes.ts'
import { quotesPage, readQuoteChoice } from './quotes.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })
const made = (view: StoryView, query: Readonly<Record<string, string>> = {}) =>
  parseMarkup(quotesPage(view, reader, readQuoteChoice(query)))
const said = (rest: Partial<Wording> = {}, outlets: readonly string[] = ['A']): Utterance => ({
  wordings: [
    { citation: citeWords(wire, 'in the council chamber'), kind: 'direct', confidence: 0.9, pattern: 'colon', ...rest },
  ],
  outlets,
})
const of = (...utterances: readonly Utterance[]) =>
  made(having({ ledger: [{ ...dossier.ledger[0]!, utterances }], unattributed: [] }))

describe('the quotes of a story', () => {
  it('stand letter by letter, each with its citation', () => {
    const page = made(story)
    const utterances = [...dossier.ledger.flatMap((entry) => entry.utterances), ...dossier.unattributed]
    const letters = texts(page, '.qt bdi')
    const links = values(page, '.qt a.cite', 'href')
    for (const { citation } of utterances.flatMap(({ wordings }) => wordings)) {
      assert.ok(letters.includes(withoutLastComma(citation.exact).replace(/\s+/g, ' ').trim()), citation.exact)
      assert.ok(links.includes(`/citations/${citation.documentId}/${citation.span.start}-${citation.span.end}`))
    }
  })

  it('end before a comma that leads on in the article, while their citation keeps it', () => {
    const citation = citeWords(wire, 'I don’t think you need a toll on the bridge,')
    const quote = of(said({ citation })).querySelector('.qt')
    assert.equal(textOf(quote?.querySelector('blockquote') ?? null), 'I don’t think you need a toll on the bridge')
    assert.deepEqual(values(quote!, 'a.cite', 'href'), [
      `/citations/${citation.documentId}/${citation.span.start}-${citation.span.end}`,
    ])
  })

  it('have what we say of them outside their quotation marks', () => {
    for (const quote of all(made(story), '.qt blockquote')) assert.equal(all(quote, '.chip, .tag').length, 0)
  })

  it('have a part for each speaker, with an anchor that links can name', () => {
    const page = made(story)
    assert.deepEqual(values(page, '.spk', 'id'), [
      ...dossier.ledger.map(({ speaker }) => speakerAnchor(speaker.id)),
      'said-unknown',
    ])
    assert.deepEqual(texts(page, '.spk h2'), ['Tomas Reyd', 'Mara Ellind', 'Speaker unknown'])
    assert.equal(speakerAnchor('person:"><x y'), 'said-person-x-y')
  })

  it('are in quotation marks only when direct', () => {
    const page = made(story)
    const isMarked = (text: string) =>
      !all(page, '.qt blockquote')
        .find((quote) => textOf(quote).startsWith(text))
        ?.getAttribute('class')
        ?.includes('para')
    assert.ok(isMarked('These were the two outcomes'))
    assert.ok(!isMarked('A toll, he said'))
    assert.ok(!isMarked('all of us would obviously'))
  })

  it('show what differs between wordings of one utterance', () => {
    const page = made(story)
    assert.ok(texts(page, 'mark.other').includes('feeling'))
    assert.match(textOf(page.querySelector('details:has(compare-wordings) summary')), /2 wordings/)
  })

  const notes: readonly (readonly [string, Utterance, RegExp])[] = [
    ['a speaker below the floor', said({ confidence: 0.59 }), /^probably Tomas Reyd/],
    ['reported speech', said({ kind: 'indirect' }), /^Paraphrased by the outlet/],
    ['speech in part', said({ kind: 'mixed' }), /^Partly paraphrased/],
    ['whom it was said to', said({ addressee: citeWords(wire, 'reporters') }), /^to reporters/],
    ['where', said({ place: citeWords(wire, 'outside the old customs house') }), /^outside the old customs house/],
    ['its channel', said({ channel: citeWords(wire, 'Harbor Radio') }), /^Harbor Radio/],
    ['that it is translated', said({ translated: citeWords(wire, 'on Monday') }), /^Translated \(on Monday\)/],
    ['its time', said({ when: citeWords(wire, 'on Monday') }), /^on Monday/],
    ['how many carry it', said({}, ['A', 'B', 'C']), /^In 3 outlets · /],
  ]
  for (const [name, utterance, expected] of notes)
    it(`say beside the words: ${name}`, () => {
      assert.match(textOf(of(utterance).querySelector('.qt .by > span')), expected)
    })

  it('are sure of a speaker at the floor itself, and say nothing of doubt about nobody', () => {
    assert.equal(of(said({ confidence: 0.6 })).querySelector('.unsure'), null)
    assert.equal(made(having({ ledger: [] })).querySelector('.unsure'), null)
  })

  it('say under words that were cut out of a denial what another article has of them', () => {
    const fuller = citeWords(own, 'no toll had been discussed at all')
    const note = of({ ...said(), fuller }).querySelector('.qt > .note')
    assert.match(textOf(note), /^Another article quotes more, and there it means something else/)
    assert.equal(textOf(note?.querySelector('q') ?? null), fuller.exact.trim())
    assert.ok(note?.querySelector('a.cite'))
  })

  it('say of a name with two roles that one person hardly has that it may be that of two', () => {
    const otherRole = citeWords(wire, 'on Monday')
    const page = made(having({ ledger: [{ ...dossier.ledger[0]!, otherRole }], unattributed: [] }))
    assert.match(textOf(page.querySelector('.spk .who')), /on Monday.*two people may share this name/s)
  })

  it('give words of another language their language and direction', () => {
    const quote = of(said({ citation: citeWords(arabic, 'هذه نتيجة جيدة للجميع') })).querySelector('.qt blockquote')
    assert.deepEqual([quote?.getAttribute('lang'), quote?.getAttribute('dir')], ['ar', 'rtl'])
  })

  it('join pieces of one quotation, each cited', () => {
    const [first, second] = [
      said({ citation: citeWords(wire, 'These were the two outcomes that mattered most today.') }),
      said({ citation: citeWords(wire, 'They are good outcomes, and there was a real sense of unity,') }),
    ]
    const view = having({ ledger: [{ ...dossier.ledger[0]!, utterances: [second, first] }], unattributed: [] })
    const keyOf = ({ wordings: [{ citation }] }: Utterance) => citationKey(citation)
    const continued = { [keyOf(second)]: keyOf(first) }
    const page = made({ ...view, overview: { ...view.overview, continued } })
    assert.equal(all(page, '.qt').length, 1)
    assert.match(textOf(page.querySelector('blockquote')), /most today\. … They are/)
    assert.equal(all(page, '.qt a.cite').length, 2)
  })

  it('have one fold for the wordings of all their pieces', () => {
    const wordingsOf = (exact: string): Utterance['wordings'] => [
      said({ citation: citeWords(wire, exact) }).wordings[0],
      said({ citation: citeWords(own, 'These were the two outcomes that mattered most.') }).wordings[0],
    ]
    const first = { ...said(), wordings: wordingsOf('These were the two outcomes that mattered most today.') }
    const second = { ...said(), wordings: wordingsOf('They are good outcomes, and there was a real sense of unity,') }
    const view = having({ ledger: [{ ...dossier.ledger[0]!, utterances: [second, first] }], unattributed: [] })
    const keyOf = ({ wordings: [{ citation }] }: Utterance) => citationKey(citation)
    const continued = { [keyOf(second)]: keyOf(first) }
    const page = made({ ...view, overview: { ...view.overview, continued } })
    assert.deepEqual(texts(page, '.qt details > summary'), ['2 wordings'])
    assert.equal(all(page, '.qt compare-wordings').length, 2)
  })

  it('that are disputed lead to both sides', () => {
    assert.ok(values(made(story), '.qt a.chip', 'href').every((href) => href === '/stories/story-1#differ'))
    assert.ok(made(story).querySelector('.qt a.chip'))
  })
})

describe('a choice of quotes', () => {
  it('is of one speaker, in links that say how many', () => {
    const [first] = dossier.ledger
    const page = made(story, { speaker: first!.speaker.id })
    assert.deepEqual(texts(page, '.qf > a'), ['All 6', 'Tomas Reyd 2', 'Mara Ellind 2', 'Speaker unknown 2'])
    assert.deepEqual(texts(page, '.qf [aria-current]'), ['Tomas Reyd 2'])
    assert.deepEqual(texts(page, '.spk h2'), ['Tomas Reyd'])
  })

  it('puts further speakers in a menu', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...dossier.ledger[0]!,
      speaker: { ...dossier.ledger[0]!.speaker, id: `person:p${index}` as never, name: `P${index}` },
    }))
    const page = made(having({ ledger: many, unattributed: [] }), { speaker: 'person:p7' })
    assert.equal(textOf(page.querySelector('.qf .menu summary')), '5 more')
    assert.equal(all(page, '.qf .pop a').length, 5)
    assert.deepEqual(texts(page, '.qf .pop [aria-current]'), ['P7 2'])
    assert.match(textOf(all(page, '.spb li').at(-1) ?? null), /others ?8$/)
  })

  it('can leave out paraphrases, and keeps the rest of the choice', () => {
    const page = made(story, { show: 'direct' })
    assert.equal(page.querySelector('.qt .para'), null)
    assert.ok(values(page, '.qf > a', 'href').every((href) => href.includes('show=direct')))
  })

  it('can be in order of time, with the speaker at each', () => {
    const page = made(story, { order: 'time' })
    assert.equal(page.querySelector('.spk'), null)
    const times = values(page, '.qt .by time', 'datetime').map((at) => Date.parse(at))
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    )
    assert.match(texts(page, '.qt .by b').join(), /Tomas Reyd/)
  })

  it('says so when nothing matches', () => {
    assert.match(textOf(made(story, { speaker: 'person:nobody' }).querySelector('main')), /No quotes match/)
  })

  it('shows some of each speaker in a long story, and all of one', () => {
    const some = made(bigStory)
    const all200 = bigStory.dossier.ledger.reduce((sum, { utterances }) => sum + utterances.length, 0)
    assert.ok(all(some, '.qt').length < all200 / 2)
    const [first] = bigStory.dossier.ledger.toSorted((a, b) => b.utterances.length - a.utterances.length)
    const whole = made(bigStory, { speaker: first!.speaker.id })
    assert.equal(all(whole, '.qt').length, first!.utterances.length)
  })
})
