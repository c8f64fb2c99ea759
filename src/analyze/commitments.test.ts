import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Span } from '../core/span.ts'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'

/** Published on Tuesday, 10 June 2025. */
function read(...paragraphs: string[]) {
  const doc = documentOf(paragraphs)
  const words = (span: Span | undefined) => span && doc.text.slice(span.start, span.end)
  return (annotate(doc).commitments?.items ?? []).map((found) => ({
    kind: found.kind,
    by: found.agents.map(({ span }) => words(span)).join(' + '),
    content: words(found.content),
    condition: words(found.condition),
    due: found.deadline && [words(found.deadline.span), found.deadline.value],
    reporter: words(found.reportedBy?.span),
  }))
}

const only = (...paragraphs: string[]) => {
  const [first, ...rest] = read(...paragraphs)
  assert.deepEqual(rest, [])
  return first
}

describe('commitments', () => {
  it('are what is promised, by whom, on what condition and by when', () => {
    assert.deepEqual(
      only('The government has pledged to rebuild the bridge by Friday if parliament approves the funds.'),
      {
        kind: 'promise',
        by: 'The government',
        content: 'rebuild the bridge',
        condition: 'if parliament approves the funds',
        due: ['by Friday', '2025-06-13'],
        reporter: undefined,
      },
    )
  })

  it('are of several kinds', () => {
    const kinds = [
      ['Velmar Steel agreed to buy its rival.', 'agreement'],
      ['The museum plans to open a new wing.', 'plan'],
      ['The council offered to host the talks.', 'offer'],
      ['Mayor Anna Lindqvist vowed Tuesday to veto the bill.', 'promise'],
      ['Ministers gave an undertaking to fund the repairs.', 'promise'],
      ['The government is committed to publishing the report.', 'promise'],
      ['The company pledged $5 million for the clinic.', 'promise'],
    ] as const
    for (const [text, kind] of kinds) assert.equal(only(text)?.kind, kind, text)
  })

  it('are told in many frames', () => {
    const frames = [
      ['The mayor repeated a pledge to plant a forest.', 'promise', 'plant a forest'],
      ['The airline has a plan to reopen the route.', 'plan', 'reopen the route'],
      ['Senators are set to vote on the bill.', 'plan', 'vote on the bill'],
      ['The firm is preparing to send engineers to the valley.', 'plan', 'send engineers to the valley'],
      ['The city has decided to sell the old pool and will use the land.', 'plan', 'sell the old pool'],
      ['The utility assured customers that it would repair the line.', 'promise', 'repair the line'],
      ['Both nations reached an accord to exchange spies.', 'agreement', 'exchange spies'],
      ['Nurses vowed to continue their protest until the mayor resigns.', 'promise', 'continue their protest'],
      ['The country is ready to host the talks.', 'offer', 'host the talks'],
    ] as const
    for (const [text, kind, content] of frames) {
      const found = only(text)
      assert.deepEqual([found?.kind, found?.content], [kind, content], text)
    }
  })

  it('may be not to do a thing', () => {
    const doc = documentOf(['Sandvik Council pledged not to raise fees.'])
    const [found] = annotate(doc).commitments?.items ?? []
    assert.equal(found?.isNegated, true)
    assert.equal(only('The party said it would not cut pensions.')?.content, 'cut pensions')
  })

  it('are a speaker’s own will, with the pronoun for the one who speaks', () => {
    const found = only('“We will rebuild every house,” Mayor Anna Lindqvist told residents.')
    assert.deepEqual([found?.by, found?.content, found?.reporter], ['We', 'rebuild every house', undefined])
    assert.equal(only('“I won’t sign it,” Governor Tom Hale said.')?.content, 'sign it')
  })

  it('are what a body is said to be going to do, and who says so', () => {
    const found = only('The health ministry will send 20 nurses tomorrow, Dr Ana Silva said.')
    assert.deepEqual(
      [found?.by, found?.content, found?.due, found?.reporter],
      ['The health ministry', 'send 20 nurses', ['tomorrow', '2025-06-11'], 'Dr Ana Silva'],
    )
  })

  it('take a weekday after would for the next one', () => {
    assert.deepEqual(only('Prime Minister Jon Reed said he would sign it on Thursday.')?.due, [
      'on Thursday',
      '2025-06-12',
    ])
  })

  it('take what a power’s own means could do for an offer', () => {
    const found = only('President Jon Reed said American ships could help guard the harbor if a deal is signed.')
    assert.deepEqual([found?.kind, found?.by, found?.condition], ['offer', 'American ships', 'if a deal is signed'])
  })

  it('are no hopes, predictions, refusals or nouns', () => {
    for (const text of [
      'The mayor hopes that the council will send engineers.',
      'The storm will bring rain.',
      'The union has not promised to end the strike.',
      'The minister refused to promise new money.',
      'Critics want the company to pledge to repay the loan.',
      'The government’s plans to raise the tax were dropped.',
      'Vaccines could help protect the town, Dr Ana Silva said.',
      'Will the council send engineers?',
      'The storm is set to bring snow.',
      'Anna Moss is set to win the race.',
      'The group is not ready to sign the deal.',
      'Governor Tom Hale did not say that Norland will send engineers.',
    ])
      assert.deepEqual(read(text), [], text)
  })

  it('are left out where who promises is not certain', () => {
    const doubtful = [
      // Another than the one named, or only one of two.
      '“Our people are ready to support the port,” said Mayor Anna Lindqvist.',
      '“That is exactly what the council has decided to do,” said Mayor Anna Lindqvist.',
      'Mayor Anna Lindqvist and council leader Ole Berg will meet the engineers.',
      'Norland, the second buyer in the region behind Sudland, plans to extend the line.',
      'Some outlets like Velmar Press will publish the names.',
      'Anna Lindqvist announced Ole Berg would leave and said she heard speculation that she would replace him.',
      // What describes, jokes, guesses or says it in a figure of speech.
      'The reports the ministry will write are secret.',
      'Ole Berg joked that Norland has agreed to cut all duties.',
      'More likely, Norland will withdraw its troops.',
      '“I’ll make a prediction,” said Mayor Anna Lindqvist.',
      'This is what the ministers promised to publish.',
      '5 ways Norland will send help',
      'Her promises to fight for the port become tiresome.',
      'Aid was withheld until the country agreed to open an inquiry.',
      'It seems Norland intends to withdraw its troops.',
      '“We will use this opportunity to speak of the port,” said Mayor Anna Lindqvist.',
      'Only two Democrats have said they will vote against the bill.',
      'Some pledged to fight the plan.',
      'Norland Studios derided the plans, saying they would raise prices.',
      'Anna Lindqvist and allies in parliament, the Norting, have said they would push the bill.',
    ]
    for (const text of doubtful) assert.deepEqual(read(text), [], text)
  })

  it('are those of a person whose office stands before the name', () => {
    assert.equal(only('Its chairman, Ole Berg, has offered to step aside.')?.by, 'Ole Berg')
    assert.equal(only('The chairman of the port, Ole Berg, has offered to step aside.')?.by, 'Ole Berg')
  })

  it('have no time that measures or names something else', () => {
    assert.equal(only('The ministry plans to publish its second report in less than 18 months.')?.due, undefined)
    assert.equal(only('The ministry will publish a list before an April 2 deadline set by the court.')?.due, undefined)
    assert.equal(only('The party said it would not accept the list provided by the ministry.')?.condition, undefined)
  })
})
