/**
 * The part of ninjs 3.1 (IPTC, https://iptc.org/std/ninjs/ninjs-schema_3.1.json) that our export uses, written by hand from its
 * published property names, types and required properties. Closed like the original: a property that is not named here fails.
 */
const text = { type: 'string' }
const uri = { type: 'string', format: 'uri' }
const time = { type: 'string', format: 'date-time' }
const percent = { type: 'integer', minimum: 0, maximum: 100 }
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})
const listOf = (items: object) => ({ type: 'array', items })
const named = { name: text, rel: text, uri, literal: text }
const written = closed({ role: text, contentType: text, value: text }, ['value'])

const properties = {
  uri,
  type: {
    enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
  },
  representationType: { enum: ['full', 'partial'] },
  profile: text,
  firstCreated: time,
  versionCreated: time,
  contentCreated: time,
  pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
  copyrightHolder: text,
  edNote: text,
  language: text,
  title: text,
  by: text,
  standard: closed({ name: text, version: text, schema: uri }),
  headlines: listOf(written),
  bodies: listOf(
    closed(
      { role: text, contentType: text, charCount: { type: 'integer' }, wordCount: { type: 'integer' }, value: text },
      ['value'],
    ),
  ),
  people: listOf(closed(named)),
  organisations: listOf(closed(named)),
  places: listOf(closed(named)),
  subjects: listOf(closed({ ...named, creator: text, relevance: percent, confidence: percent })),
  infoSources: listOf(closed({ name: text, role: text, uri, literal: text })),
  renditions: listOf(closed({ name: text, href: uri, contentType: text, title: text }, ['name'])),
}

const associated = closed({ ...properties, name: text, rel: text }, ['name', 'uri'])

/** JSON Schema 2020-12. */
export const ninjsSubset = closed({ ...properties, associations: listOf(associated) }, ['uri'])
