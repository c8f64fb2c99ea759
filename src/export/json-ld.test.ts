import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documents, dossier, emptyDossier } from './export-fixture.ts'
import { jsonLd } from './json-ld.ts'
import { facts } from './story-facts-fixture.ts'

type Node = { '@type': string; [key: string]: unknown }
const text = jsonLd.render(dossier, documents)
const graph = JSON.parse(text) as Node & { hasPart: Node[] }
const ofType = (type: string) => graph.hasPart.filter((node) => node['@type'] === type)

describe('the JSON-LD export', () => {
  it('is a collection of articles, quotations, claims and events', () => {
    assert.equal(graph['@type'], 'Collection')
    assert.equal(graph.name, 'Council "approves" bridge')
    assert.equal(graph.inLanguage, 'en')
    assert.deepEqual(
      ['NewsArticle', 'Quotation', 'Claim', 'Event'].map((type) => ofType(type).length),
      [2, 2, 3, 2],
    )
  })

  it('calls a report with a few own words no quotation, and a doubtful speaker probable', () => {
    const [{ utterances }] = dossier.ledger as [(typeof dossier.ledger)[0]]
    const wording = { ...utterances[0]!.wordings[0], kind: 'mixed' as const, confidence: 0.5 }
    const made = JSON.parse(
      jsonLd.render(
        { ...dossier, ledger: [{ ...dossier.ledger[0]!, utterances: [{ ...utterances[0]!, wordings: [wording] }] }] },
        documents,
      ),
    ) as { hasPart: Node[] }
    const [said] = made.hasPart.filter(({ creator }) => creator !== undefined)
    assert.equal(said?.['@type'], 'Claim')
    assert.equal(said?.description, 'The speaker is only probable.')
  })

  it('names who said a quotation', () => {
    const [quotation] = ofType('Quotation')
    assert.deepEqual(quotation?.creator, {
      '@type': 'Person',
      name: 'Anna Lindqvist',
      sameAs: 'http://www.wikidata.org/entity/Q42',
    })
    assert.equal(ofType('Quotation')[1]?.creator, undefined)
  })

  it('tells to whom and where it was said by passages about it', () => {
    const about = JSON.stringify(ofType('Quotation')[0]?.subjectOf)
    for (const words of ['callers', 'in Sandvik', 'local radio'])
      assert.match(about, new RegExp(`"oa:exact":"${words}"`))
  })

  it('cites with exact words and offsets', () => {
    const [claim] = ofType('Claim')
    const [citation] = (claim?.citation ?? []) as Node[]
    assert.deepEqual(citation?.['oa:hasSelector'], [
      { '@type': 'oa:TextQuoteSelector', 'oa:exact': 'The council approved the bridge on Monday.' },
      { '@type': 'oa:TextPositionSelector', 'oa:start': 0, 'oa:end': 42 },
    ])
    assert.equal(citation?.url, 'https://herald.example/bridge')
  })

  it('gives an event its dates', () => {
    const [first, second] = ofType('Event')
    assert.deepEqual([first?.startDate, first?.endDate], ['2025-03-03', undefined])
    assert.deepEqual([second?.startDate, second?.endDate], ['2025-05', '2025-06'])
  })

  it('says what it is about, whom it names, and whose text an article is', () => {
    const [first, copy] = dossier.members
    const story = {
      ...dossier,
      members: [first!, { ...copy!, copiedFrom: first!.documentId }],
      entities: [{ entity: dossier.ledger[0]!.speaker, documentCount: 2 }],
    }
    const more = JSON.parse(jsonLd.render(story, documents, facts)) as Node & { hasPart: Node[] }
    assert.deepEqual(more.about, [
      {
        '@type': 'DefinedTerm',
        '@id': 'http://cv.iptc.org/newscodes/mediatopic/11000000',
        name: 'politics',
        termCode: 'medtop:11000000',
        inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/',
      },
    ])
    assert.equal((more.mentions as Node[])[0]?.name, 'Anna Lindqvist')
    assert.equal(more.dateModified, '2025-03-04T11:30:00Z')
    const [herald, post] = more.hasPart
    assert.deepEqual(herald?.author, [{ name: 'Maja Berg' }, { name: 'Ola Nordmann' }])
    assert.deepEqual(post?.isBasedOn, { '@id': 'urn:twosource:document:doc-a' })
  })

  it('can stand inside a script element', () => {
    assert.doesNotMatch(text, /</)
    assert.match(text, /\\u003cMay>/)
  })

  it('leaves an undetermined language out', () => {
    const parsed = JSON.parse(jsonLd.render({ ...emptyDossier, language: 'und' }, documents)) as Node
    assert.equal('inLanguage' in parsed, false)
    assert.deepEqual(parsed.hasPart, [])
  })

  it('refuses to name a source it was not given', () => {
    assert.throws(() => jsonLd.render(dossier, {}), /is cited but not given/)
  })
})
