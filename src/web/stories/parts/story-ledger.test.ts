import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { arabic, own, wire } from '../../../../test/examples/texts.ts'
import type { Commitment, Difference, Utterance, Wording } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { briefSection, commitmentSection, differenceSection, languageOf } from './story-accounts.ts'
import { ledgerSection, speakerAnchor } from './story-ledger.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })
const said = (rest: Partial<Wording> = {}, outlets: readonly string[] = ['A']): Utterance => ({
  wordings: [
    { citation: citeWords(wire, 'in the council chamber'), kind: 'direct', confidence: 0.9, pattern: 'colon', ...rest },
  ],
  outlets,
})
const ledgerOf = (...utterances: readonly Utterance[]) =>
  parseMarkup(
    String(ledgerSection(having({ ledger: [{ ...dossier.ledger[0]!, utterances }], unattributed: [] }), reader)),
  )

describe('who said what', () => {
  it('has a part for each speaker, with an anchor that links can name', () => {
    const section = parseMarkup(String(ledgerSection(story, reader)))
    assert.deepEqual(
      values(section, 'article.speaker', 'id'),
      dossier.ledger.map(({ speaker }) => speakerAnchor(speaker.id)),
    )
    assert.deepEqual(texts(section, '.speaker h3'), ['Tomas Reyd', 'Mara Ellind'])
    assert.equal(speakerAnchor('person:"><x y'), 'said-person-x-y')
  })

  it('names the first of several outlets, with the time, and none where there is one', () => {
    const several = ledgerOf(said({}, ['A', 'B']))
    assert.match(textOf(several.querySelector('.via')), /first: Northern Wire ¶\d+ \+1, /)
    assert.equal(several.querySelector('.via time')?.getAttribute('datetime'), wire.at)
    assert.doesNotMatch(textOf(ledgerOf(said()).querySelector('.via')), /first:/)
  })

  it('says of a speaker that was set who set it, and not how often that is right', () => {
    const how = textOf(ledgerOf(said({ pattern: 'label', confidence: 1 })).querySelector('.how'))
    assert.match(how, /a reader of this server said so$/)
    assert.doesNotMatch(how, /%|tested/)
    assert.match(textOf(ledgerOf(said()).querySelector('.how')), /right in 90% of tested cases/)
  })

  const vias: readonly (readonly [string, Utterance, RegExp])[] = [
    ['a quotation below the floor', said({ confidence: 0.59 }), /^probably Tomas Reyd/],
    ['reported speech', said({ kind: 'indirect' }), /^in the outlet’s words/],
    ['speech in part', said({ kind: 'mixed' }), /^partly in the outlet’s words/],
    ['whom it was said to', said({ addressee: citeWords(wire, 'reporters') }), /^to reporters/],
    ['where', said({ place: citeWords(wire, 'outside the old customs house') }), /^outside the old customs house/],
    ['its channel', said({ channel: citeWords(wire, 'Harbor Radio') }), /^Harbor Radio/],
    ['that it is translated', said({ translated: citeWords(wire, 'on Monday') }), /^translated \(on Monday\)/],
    ['its time', said({ when: citeWords(wire, 'on Monday') }), /^on Monday/],
    ['who carries it', said({}, ['A', 'B', 'C']), /^carried by 3 outlets/],
  ]
  for (const [name, utterance, expected] of vias)
    it(`says beside the words: ${name}`, () => {
      assert.match(textOf(ledgerOf(utterance).querySelector('.via')), expected)
    })

  it('says under words that were cut out of a denial what another article has of them', () => {
    const fuller = citeWords(own, 'no toll had been discussed at all')
    const made = ledgerOf({ ...said(), fuller })
    assert.match(textOf(made.querySelector('.quote > .note')), /^Another article has more of this, and there it says/)
    assert.equal(textOf(made.querySelector('.quote > .note q')), fuller.exact.trim())
    assert.ok(made.querySelector('.quote > .note a.cite'))
  })

  it('says of a name with two callings that one person hardly has that it may be that of two', () => {
    const [first] = dossier.ledger
    const otherRole = citeWords(wire, 'on Monday')
    const view = having({ ledger: [{ ...first!, otherRole }], unattributed: [] })
    const section = parseMarkup(String(ledgerSection(view, reader)))
    assert.match(textOf(section.querySelector('.speaker .who')), /on Monday.*two people may share this name/s)
  })

  it('is sure at the floor itself', () => {
    assert.equal(ledgerOf(said({ confidence: 0.6 })).querySelector('.unsure'), null)
  })

  it('says how each attribution is known, in words, or names a pattern it has no words for', () => {
    assert.match(textOf(ledgerOf(said()).querySelector('.how .note')), /named before a colon; right in 90% of/)
    assert.match(textOf(ledgerOf(said({ pattern: 'new-one' })).querySelector('.how .note')), /^new-one; right/)
  })

  it('folds quotations after the fifth', () => {
    const made = ledgerOf(...Array.from({ length: 8 }, () => said()))
    assert.equal(all(made, 'details.rest .quote').length, 3)
    assert.equal(textOf(made.querySelector('details.rest > summary')), '3 more from this speaker')
  })

  it('gives words of another language their language and direction', () => {
    const made = ledgerOf(said({ citation: citeWords(arabic, 'هذه نتيجة جيدة للجميع') }))
    const line = made.querySelector('.quote > p')
    assert.deepEqual([line?.getAttribute('lang'), line?.getAttribute('dir')], ['ar', 'rtl'])
  })

  it('is left out when nobody is quoted, and keeps what has no speaker apart', () => {
    assert.equal(String(ledgerSection(having({ ledger: [], unattributed: [] }), reader)), '')
    const made = parseMarkup(String(ledgerSection(having({ ledger: [] }), reader)))
    assert.deepEqual(texts(made, 'h2'), ['Not attributed'])
    assert.equal(made.querySelector('.unsure'), null)
  })
})

describe('in brief', () => {
  it('carries the language of each outlet', () => {
    const section = parseMarkup(String(briefSection(story, reader)))
    assert.deepEqual(values(section, '.brief li', 'dir'), ['ltr', 'ltr', 'ltr', 'rtl', 'auto'])
    assert.equal(languageOf('unknown', story), 'en')
  })

  it('is left out when empty', () => {
    assert.equal(String(briefSection(having({ brief: [] }), reader)), '')
  })
})

describe('where accounts differ', () => {
  const difference = (rest: Partial<Difference> = {}): Difference => ({ ...dossier.differences[1]!, ...rest })
  const made = (each: Difference) => parseMarkup(String(differenceSection(having({ differences: [each] }), reader)))

  it('names for screen readers what kind of difference it is', () => {
    const kinds = (['reversal', 'dispute', 'figures'] as const).map((kind) =>
      textOf(made(difference({ kind })).querySelector('h3')),
    )
    assert.equal(new Set(kinds).size, 3)
  })

  it('names the outlet where no speaker is known', () => {
    assert.deepEqual(texts(made(difference()), '.who'), ['Northern Wire', 'Tomas Reyd'])
  })

  it('puts quotation marks around words that were quoted directly, and no others', () => {
    const direct = difference({ a: { citation: citeWords(wire, 'I don’t think you need a toll on the bridge,') } })
    assert.equal(all(made(direct), 'q').length, 1)
    assert.equal(all(made(difference()), 'q').length, 0)
  })

  it('shows the signal only where there is one', () => {
    const { signal: _signal, ...without } = difference()
    assert.equal(made(without).querySelector('.signal'), null)
    assert.match(textOf(made(difference()).querySelector('.signal')), /contradicted the mayor/)
  })

  it('is left out when none do', () => {
    assert.equal(String(differenceSection(having({ differences: [] }), reader)), '')
  })
})

describe('commitments', () => {
  const { condition: _condition, due: _due, ...bare } = dossier.commitments[0]!
  const made = (commitment: Commitment) =>
    parseMarkup(String(commitmentSection(having({ commitments: [commitment] }), reader)))

  it('show condition and date only where they are given', () => {
    assert.equal(made(bare).querySelector('dl'), null)
    assert.deepEqual(texts(made({ ...bare, due: citeWords(wire, 'by Friday') }), 'dt'), ['when'])
    assert.deepEqual(texts(made(dossier.commitments[0]!), 'dd'), ['if the harbor board signs', 'by Friday'])
  })

  it('cite every source of the statement', () => {
    const citations = [citeWords(wire, wire.blocks[6]!), citeWords(own, own.blocks[2]!)] as const
    assert.equal(all(made({ ...bare, statement: { text: 'x', citations } }), 'a.cite').length, 2)
  })

  it('are left out when there are none', () => {
    assert.equal(String(commitmentSection(having({ commitments: [] }), reader)), '')
  })
})
