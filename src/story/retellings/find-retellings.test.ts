import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Syndication } from '../../core/syndication.ts'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, spanOf, storyInput, syndication } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { findRetellings } from './find-retellings.ts'

const original = [
  'The Astrid ran aground off Kettle Point early on Tuesday with 214 passengers on board.',
  'Two lifeboats from Marrow Bay took everybody off within 3 hours, the coastguard said.',
  'A man of 62 was flown to Linnet hospital with a broken hip.',
  'Captain Oskar Brandvold reported a steering fault at 0440, before the ship struck the Gannet shoal.',
  'Tern Lines had the ship overhauled in March for 2.3 million crowns.',
  'The accident board has opened an inquiry and wants the recorder.',
]
const spun = [
  'Passengers numbering 214 were aboard the Astrid when she was stranded near Kettle Point early Tuesday.',
  'According to the coastguard, a pair of Marrow Bay lifeboats evacuated all of them inside 3 hours.',
  'To hospital in Linnet was flown a man, 62, whose hip is broken.',
  'A fault in the steering was reported at 0440 by Oskar Brandvold, the captain, ahead of striking the shoal called Gannet.',
  'An overhaul of the ship cost Tern Lines 2.3 million crowns in March.',
  'An inquiry was opened by the accident board, which asks for the recorder.',
]
const independent = [
  'Ferry traffic from Marrow Bay stood still on Tuesday after a ship hit a rock in the dark.',
  'Tern Lines said it would tow the Astrid to Linnet when divers have seen her hull.',
  'Investigators boarded at noon to look at work done on the rudder engine in March.',
  'All 214 passengers were in dry clothes by breakfast, said the mayor, who sent buses.',
  'Freight takes the northern road, a detour of 160 kilometres through the hills.',
  'Captain Oskar Brandvold has sailed the route for 11 years.',
]

function flagged(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return findRetellings(texts, countReports(texts).members)
}
const article = (id: string, lines: readonly string[], facts: Partial<ArticleFixture> = {}): ArticleFixture => ({
  id,
  text: lines.join('\n'),
  at: `2025-03-04T1${facts.syndications?.length ?? 0}:00:00Z`,
  ...facts,
})
const later = { at: '2025-03-04T15:00:00Z' }

describe('the same facts in other words', () => {
  test('a text told sentence by sentence in other words is marked, with the sentences that agree', () => {
    const [found, ...others] = flagged(article('a', original), article('b', spun, later))
    assert.equal(others.length, 0)
    assert.equal(found?.documentId, 'b')
    assert.equal(found?.otherId, 'a')
    assert.ok((found?.share ?? 0) > 0.5, String(found?.share))
    assert.ok((found?.figures ?? 0) >= 4)
    assert.ok((found?.pairs.length ?? 0) >= 3)
    for (const { here, there } of found?.pairs ?? []) {
      assert.ok(spun.includes(here.exact), here.exact)
      assert.ok(original.includes(there.exact), there.exact)
    }
  })

  test('a report of one’s own on the same event is not', () => {
    assert.deepEqual(flagged(article('a', original), article('c', independent, later)), [])
  })

  test('the same sentences in another order are not: order and figures must both agree', () => {
    const turned = [5, 3, 1, 4, 2, 0].map((line) => spun[line] as string)
    assert.deepEqual(flagged(article('a', original), article('b', turned, later)), [])
  })

  test('other figures are not', () => {
    const changed = spun.map((line) => line.replace(/\d[\d.]*/g, (figure) => `${figure.length + 5}7`))
    assert.deepEqual(flagged(article('a', original), article('b', changed, later)), [])
  })

  test('two sentences are no order yet, however much they hold', () => {
    const joined = (lines: readonly string[]) => [
      lines.slice(0, 3).join(' ').replaceAll('. ', ', '),
      lines.slice(3).join(' ').replaceAll('. ', ', '),
    ]
    assert.deepEqual(flagged(article('a', joined(original)), article('b', joined(spun), later)), [])
  })

  test('a copy is no retelling, and what both carry word for word does not count', () => {
    assert.deepEqual(
      flagged(article('a', original), article('b', original, { ...later, syndications: [syndication('b', 'a')] })),
      [],
    )
    const halfText = [...original.slice(0, 5), ...independent].join('\n')
    const passages = original.slice(0, 5).map((line) => ({
      span: spanOf(halfText, line),
      otherSpan: spanOf(original.join('\n'), line),
      isQuotation: false,
    }))
    const shares: Syndication = syndication('b', 'a', {
      kind: 'shares-passages',
      share: 0.5,
      otherShare: 0.9,
      passages,
    })
    assert.deepEqual(
      flagged(article('a', original), article('b', halfText.split('\n'), { ...later, syndications: [shares] })),
      [],
    )
  })

  test('reports are counted as before: both may have it from a third', () => {
    const texts = readMembers([article('a', original), article('b', spun, later)].map(storyInput))
    assert.equal(countReports(texts).reports.length, 2)
  })

  test('a blurb and a live page are not compared', () => {
    const kind = (facts: ArticleFixture['article']) => ({ ...later, ...(facts ? { article: facts } : {}) })
    assert.deepEqual(flagged(article('a', original), article('b', spun, kind({ kind: 'live' }))), [])
    const cut = kind({ completeness: { kind: 'blurb', reason: 'short' } })
    assert.deepEqual(flagged(article('a', original), article('b', spun, cut)), [])
  })
})

describe('the same facts in another language', () => {
  const told = [
    'The Corran struck a sandbank off Kettle Point early on Tuesday with 214 passengers on board.',
    'Two lifeboats from Marrow Bay took everybody off, said Petra Holm, who led the rescue.',
    '“We heard the hull scrape,” said Jonas Wiik, a passenger from Linnet.',
    'Captain Oskar Brandvold reported a fault in the steering, the owners said.',
    'Tern Lines had the ship overhauled in March for 2.3 million crowns.',
    '“The recorder will tell us what the crew did,” said board member Ida Falk.',
    'The line carries 900 people a day between Linnet and the islands.',
  ]
  const translated = [
    'Le Corran a heurté un banc de sable au large de Kettle Point mardi à l’aube avec 214 passagers à bord.',
    'Deux canots de Marrow Bay ont évacué tout le monde, selon Petra Holm, qui dirigeait les secours.',
    '« Nous avons entendu la coque racler », a raconté Jonas Wiik, un passager de Linnet.',
    'Le capitaine Oskar Brandvold a signalé une panne de barre, selon l’armateur.',
    'Tern Lines avait fait réviser le navire en mars pour 2,3 millions de couronnes.',
    '« L’enregistreur nous dira ce qu’a fait l’équipage », a déclaré Ida Falk, membre du bureau.',
    'La ligne transporte 900 personnes par jour entre Linnet et les îles.',
  ]
  const own = [
    'À Marrow Bay, personne n’a dormi mardi après l’échouement du Corran dans la brume.',
    'Le café du port a ouvert pour les 214 rescapés, raconte sa patronne, Mette Lund.',
    'Tern Lines refuse de parler de la révision, qui a coûté 2,3 millions de couronnes.',
    'Le maire, Erik Voll, réclame 1,5 million de couronnes à l’armateur.',
    'Le capitaine, Oskar Brandvold, connaît la route depuis 11 ans.',
    'La ligne transporte 900 personnes par jour.',
    'Petra Holm, qui dirigeait les secours, a remercié les 40 bénévoles.',
  ]
  const french = { ...later, language: 'fr' }

  test('is marked, with the sentences that agree by names and numbers; a report of one’s own is not', () => {
    const [found] = flagged(article('a', told), article('b', translated, french))
    assert.equal(found?.otherId, 'a')
    assert.ok((found?.figures ?? 0) >= 3)
    for (const { here, there } of found?.pairs ?? [])
      assert.equal(translated.indexOf(here.exact), told.indexOf(there.exact))
    assert.deepEqual(flagged(article('a', told), article('b', own, french)), [])
  })
})
