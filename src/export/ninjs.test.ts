import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { ninjsSubset } from '../../test/schemas/ninjs-3.1-subset.ts'
import { citing, documents, dossier, emptyDossier } from './export-fixture.ts'
import { ninjs } from './ninjs.ts'
import { facts } from './story-facts-fixture.ts'

const ajv = new Ajv2020({ allErrors: true })
ajv.addFormat('uri', (text: string) => /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(text))
ajv.addFormat('date-time', (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text))
const isValid = ajv.compile(ninjsSubset)

function check(text: string): Record<string, unknown> {
  const item = JSON.parse(text) as Record<string, unknown>
  assert.ok(isValid(item), JSON.stringify(isValid.errors))
  return item
}

describe('the ninjs export', () => {
  const withNames = {
    ...dossier,
    entities: [
      { entity: dossier.ledger[0]!.speaker, documentCount: 2 },
      { entity: { id: 'place:sandvik' as never, kind: 'place' as const, name: 'Sandvik' }, documentCount: 1 },
    ],
  }

  it('is valid by the schema, with everything in it and with nothing', () => {
    check(ninjs.render(withNames, documents, facts))
    check(ninjs.render(dossier, documents))
    check(ninjs.render(emptyDossier, documents))
  })

  it('is valid whatever an outlet wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, at) => {
        const url = `https://a.example/${at}`
        const [a] = Object.values(documents)
        const evil = { ...a!, title: words, sourceName: words, publishedAt: at, url: `https://a.example/ ${words}` }
        const brief = [{ text: words, citations: [citing('The council')] as const, outlets: [words] }]
        const members = dossier.members.map((member) => ({
          ...member,
          title: words,
          sourceName: words,
          publishedAt: at,
        }))
        check(ninjs.render({ ...emptyDossier, members, brief }, { 'doc-a': evil, 'doc-b': { ...evil, url } }, facts))
      }),
      { numRuns: 40 },
    )
  })

  it('names the outlets of every sentence', () => {
    const { bodies } = check(ninjs.render(dossier, documents, facts)) as { bodies: { value: string }[] }
    assert.match(
      bodies[0]!.value,
      /^<p>The council approved the bridge on Monday\. \(<cite><a href="https:\/\/herald\.example\/bridge">Sandvik Herald<\/a><\/cite>, <cite>Post, Morning<\/cite>\)<\/p>$/,
    )
  })

  it('carries Media Topics with how they are known, names and an item for each article', () => {
    const item = check(ninjs.render(withNames, documents, facts))
    assert.deepEqual(item.subjects, [
      {
        name: 'politics',
        uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000',
        rel: 'about',
        creator: 'the section of the outlet',
        relevance: 100,
      },
    ])
    assert.deepEqual(item.people, [
      {
        name: 'Anna Lindqvist',
        rel: 'main',
        literal: 'person:anna-lindqvist',
        uri: 'http://www.wikidata.org/entity/Q42',
      },
    ])
    const associations = item.associations as Record<string, unknown>[]
    assert.deepEqual(
      associations.map(({ by, renditions }) => [by, (renditions as unknown[] | undefined)?.length]),
      [
        ['Maja Berg, Ola Nordmann', 1],
        [undefined, undefined],
      ],
    )
  })

  it('refuses to name a source it was not given', () => {
    assert.throws(() => ninjs.render(dossier, {}), /is cited but not given/)
  })
})
