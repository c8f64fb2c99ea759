import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { mergeEntities } from './merge-entities.ts'
import { quoteLedger } from './quote-ledger.ts'

const anna = entity('person', 'Anna Lindqvist')
const lindqvist = entity('person', 'Lindqvist')
const erik = entity('person', 'Erik Holm')

function ledger(...fixtures: ArticleFixture[]) {
  const texts = readMembers(
    fixtures.map((fixture, index) => storyInput({ at: `2025-03-04T1${index}:00:00Z`, ...fixture })),
  )
  return quoteLedger(texts, mergeEntities(texts))
}

const long = 'The bridge is safe and it will open for everybody in May'

describe('whoSaidWhat', () => {
  it('lists what each speaker said, with how we know', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `“${long},” said Mayor Anna Lindqvist on local radio on Monday.`,
      mentions: [['Anna Lindqvist', anna, 'name', 'Mayor']],
      quotes: [{ words: `${long},`, speaker: anna, cue: 'said', channel: 'local radio', when: 'on Monday' }],
    })
    assert.equal(speakers.length, 1)
    assert.equal(speakers[0]?.speaker.name, 'Anna Lindqvist')
    assert.equal(speakers[0]?.role?.exact, 'Mayor')
    const wording = speakers[0]?.utterances[0]?.wordings[0]
    assert.equal(wording?.citation.exact, `${long},`)
    assert.equal(wording?.cue?.exact, 'said')
    assert.equal(wording?.channel?.exact, 'local radio')
    assert.equal(wording?.when?.exact, 'on Monday')
    assert.equal(wording?.pattern, 'cue-right')
  })

  it('says to whom and where, and says once what two readings share', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `“${long},” Anna Lindqvist told reporters in Geneva.\n“${long} or so we are told,” she told Radio Sandvik.`,
      mentions: [['Anna Lindqvist', anna]],
      quotes: [
        { words: `${long},`, speaker: anna, cue: 'told', addressee: 'reporters', place: 'in Geneva' },
        {
          words: `${long} or so we are told,`,
          speaker: anna,
          cue: 'told',
          addressee: 'Radio Sandvik',
          channel: 'Radio Sandvik',
        },
      ],
    })
    const wordings = speakers.flatMap(({ utterances }) => utterances.flatMap((utterance) => utterance.wordings))
    const told = wordings.map(({ addressee, place, channel }) => [addressee?.exact, place?.exact, channel?.exact])
    assert.deepEqual(
      told.sort((a, b) => String(a[2]).localeCompare(String(b[2]))),
      [
        [undefined, undefined, 'Radio Sandvik'],
        ['reporters', 'in Geneva', undefined],
      ],
    )
  })

  it('groups the wordings of one utterance across documents, the earliest first', () => {
    const { ledger: speakers } = ledger(
      {
        id: 'a',
        text: `“${long},” said Anna Lindqvist.`,
        mentions: [['Anna Lindqvist', anna]],
        quotes: [{ words: `${long},`, speaker: anna }],
      },
      {
        id: 'b',
        text: 'Lindqvist said the bridge was safe and would open for everybody in May.',
        mentions: [['Lindqvist', lindqvist]],
        quotes: [
          { words: 'the bridge was safe and would open for everybody in May', speaker: lindqvist, kind: 'indirect' },
        ],
      },
    )
    assert.equal(speakers.length, 1)
    assert.equal(speakers[0]?.utterances.length, 1)
    assert.deepEqual(
      speakers[0]?.utterances[0]?.wordings.map(({ citation, kind }) => [citation.documentId, kind]),
      [
        ['a', 'direct'],
        ['b', 'indirect'],
      ],
    )
    assert.deepEqual(speakers[0]?.utterances[0]?.outlets, ['Outlet a', 'Outlet b'])
  })

  it('keeps apart what a copy turned', () => {
    const { ledger: speakers } = ledger(
      ...['the bridge is safe and it will open in May', 'the bridge is safe and it will never open in May'].map(
        (words, index) => ({
          id: `d${index}`,
          text: `“${words},” said Anna Lindqvist.`,
          mentions: [['Anna Lindqvist', anna]] as const,
          quotes: [{ words: `${words},`, speaker: anna }],
        }),
      ),
    )
    assert.deepEqual(
      speakers[0]?.utterances.map(({ outlets }) => outlets),
      [['Outlet d0'], ['Outlet d1']],
    )
  })

  it('keeps apart what was cut out of a denial, and shows what it was cut out of', () => {
    const said = (words: readonly [string, string]) =>
      ledger(
        ...words.map((each, index) => ({
          id: `d${index}`,
          text: `“${each},” said Anna Lindqvist.`,
          mentions: [['Anna Lindqvist', anna]] as const,
          quotes: [{ words: `${each},`, speaker: anna }],
        })),
      ).ledger[0]?.utterances.map(({ outlets, fuller }) => [outlets.length, fuller?.documentId])
    for (const [part, whole] of [
      ['the bridge is safe', 'I did not say the bridge is safe'],
      ['the bridge is safe', 'They tell us that the bridge is safe'],
      ['the bridge is safe', 'If the bridge is safe, why is it closed'],
      ['the bridge is safe', 'He looked at me and said ‘the bridge is safe’ and left'],
      ['the bridge is safe', 'That the bridge is safe is a lie'],
      ['le pont est sûr', 'Je n’ai jamais dit que le pont est sûr'],
      ['die Brücke ist sicher', 'Niemals habe ich gesagt, die Brücke ist sicher'],
      ['el puente es seguro', 'Yo no dije que el puente es seguro'],
      ['الجسر آمن اليوم', 'لم أقل إن الجسر آمن اليوم'],
      ['I … said the bridge is safe for cars', 'I never once said the bridge is safe for cars'],
    ] as const) {
      assert.deepEqual(
        said([part, whole])?.toSorted(),
        [
          [1, undefined],
          [1, 'd1'],
        ].toSorted(),
        whole,
      )
      assert.deepEqual(
        said([whole, part])?.toSorted(),
        [
          [1, undefined],
          [1, 'd0'],
        ].toSorted(),
        whole,
      )
    }
    for (const [part, whole] of [
      ['the bridge is safe', 'We looked twice and the bridge is safe'],
      ['the bridge is safe', 'No, the bridge is safe'],
      ['the bridge is safe', 'There is no doubt that the bridge is safe'],
      ['the bridge is safe', 'It was not cheap, but the bridge is safe'],
      ['the bridge is safe', 'I told them: ‘the bridge is safe’'],
      ['le pont est sûr', 'Je le répète, le pont est sûr'],
    ] as const)
      assert.deepEqual(said([part, whole]), [[2, undefined]], whole)
  })

  it('says that words were spoken in another language, with the words that say so', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `“${long},” Anna Lindqvist said in Finnish. “And it is ours to keep,” she said.`,
      mentions: [['Anna Lindqvist', anna]],
      quotes: [
        { words: `${long},`, speaker: anna, cue: 'said' },
        { words: 'And it is ours to keep,', speaker: anna },
      ],
    })
    assert.deepEqual(
      speakers[0]?.utterances.map(({ wordings }) => wordings[0].translated?.exact),
      ['in Finnish', undefined],
    )
  })

  it('shows a second calling beside a name that one person hardly has', () => {
    const { ledger: speakers } = ledger(
      {
        id: 'a',
        text: `“${long},” said Health Minister Anna Lindqvist.`,
        mentions: [['Anna Lindqvist', anna, 'name', 'Health Minister']],
        quotes: [{ words: `${long},`, speaker: anna }],
      },
      {
        id: 'b',
        text: '“We played well in the second half,” said goalkeeper Anna Lindqvist.',
        mentions: [['Anna Lindqvist', anna, 'name', 'goalkeeper']],
        quotes: [{ words: 'We played well in the second half,', speaker: anna }],
      },
    )
    assert.deepEqual([speakers[0]?.role?.exact, speakers[0]?.otherRole?.exact], ['Health Minister', 'goalkeeper'])
  })

  it('keeps utterances with other words apart', () => {
    const other = 'The ferry will run until the last day of August'
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `“${long},” said Lindqvist. “${other},” said Lindqvist.`,
      quotes: [
        { words: `${long},`, speaker: anna },
        { words: `${other},`, speaker: anna },
      ],
    })
    assert.equal(speakers[0]?.utterances.length, 2)
  })

  it('puts own words before reported speech', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `Lindqvist said the ferry would run until August. “${long},” she said.`,
      quotes: [
        { words: 'the ferry would run until August', speaker: anna, kind: 'indirect' },
        { words: `${long},`, speaker: anna },
      ],
    })
    assert.deepEqual(
      speakers[0]?.utterances.map(({ wordings }) => wordings[0].kind),
      ['direct', 'indirect'],
    )
  })

  it('puts nothing into the mouth of an uncertain speaker', () => {
    const { ledger: speakers, unattributed } = ledger({
      id: 'a',
      text: `“${long}.” Holm said the ferry would stop.`,
      quotes: [
        { words: `${long}.`, speaker: anna, confidence: 0.3 },
        { words: 'the ferry would stop', speaker: erik, kind: 'indirect', confidence: 0.35 },
      ],
    })
    assert.deepEqual(speakers, [])
    assert.deepEqual(
      unattributed.map(({ wordings }) => wordings[0].citation.exact),
      [`${long}.`],
    )
  })

  it('leaves out short words in quotation marks that nobody is said to have said', () => {
    const { ledger: speakers, unattributed } = ledger({
      id: 'a',
      text: 'The so-called “bridge of sighs” was closed.',
      quotes: [{ words: 'bridge of sighs' }],
    })
    assert.deepEqual([speakers, unattributed], [[], []])
  })

  it('names nobody whose given name is not of the gender of the pronoun', () => {
    const said = (source: string) =>
      ledger({
        id: 'a',
        text: `Anna Lindqvist left. “${long},” ${source} said.`,
        mentions: [['Anna Lindqvist', anna]],
        quotes: [{ words: `${long},`, speaker: anna, source, cue: 'said' }],
      })
    assert.equal(said('she').ledger.length, 1)
    assert.deepEqual([said('he').ledger.length, said('he').unattributed.length], [0, 1])
  })

  it('puts an unattributed quotation beside the same words where the speaker is named', () => {
    const { ledger: speakers, unattributed } = ledger(
      { id: 'a', text: `“${long},” said Lindqvist.`, quotes: [{ words: `${long},`, speaker: anna }] },
      { id: 'b', text: `“${long}.”`, quotes: [{ words: `${long}.` }] },
    )
    assert.deepEqual(unattributed, [])
    assert.deepEqual(speakers[0]?.utterances[0]?.outlets, ['Outlet a', 'Outlet b'])
    assert.equal(speakers[0]?.utterances[0]?.wordings[1]?.confidence, 0)
  })

  it('leaves a quotation unattributed where a person said that nobody is known', () => {
    const { ledger: speakers, unattributed } = ledger(
      { id: 'a', text: `“${long},” said Lindqvist.`, quotes: [{ words: `${long},`, speaker: anna }] },
      { id: 'b', text: `“${long}.”`, quotes: [{ words: `${long}.`, pattern: 'label', confidence: 1 }] },
    )
    assert.deepEqual(unattributed[0]?.outlets, ['Outlet b'])
    assert.deepEqual(speakers[0]?.utterances[0]?.outlets, ['Outlet a'])
  })

  it('lists the one who says most first', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `“${long},” said Lindqvist. “The ferry will stop in August,” she said. “No bridge has ever been cheap,” said Holm.`,
      quotes: [
        { words: 'No bridge has ever been cheap,', speaker: erik },
        { words: `${long},`, speaker: anna },
        { words: 'The ferry will stop in August,', speaker: anna },
      ],
    })
    assert.deepEqual(
      speakers.map(({ speaker }) => speaker.name),
      ['Anna Lindqvist', 'Erik Holm'],
    )
  })

  it('does not take a word for an utterance, nor two fragments for one', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: 'Lindqvist called it “great”, “very good” and “good for all”, then “bad for all”.',
      quotes: [
        { words: 'great', speaker: anna },
        { words: 'very good', speaker: anna },
        { words: 'good for all', speaker: anna },
        { words: 'bad for all', speaker: anna },
      ],
    })
    assert.deepEqual(
      speakers[0]?.utterances.map(({ wordings }) => wordings[0].citation.exact),
      ['good for all', 'bad for all'],
    )
  })

  it('prefers the role beside the name over one that stands for it', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `The mayor spoke. “${long},” said Harbor Commissioner Anna Lindqvist.`,
      mentions: [
        ['The mayor', anna, 'role', 'The mayor'],
        ['Anna Lindqvist', anna, 'name', 'Harbor Commissioner'],
      ],
      quotes: [{ words: `${long},`, speaker: anna }],
    })
    assert.equal(speakers[0]?.role?.exact, 'Harbor Commissioner')
  })

  it('does not take a nationality for a role', () => {
    const { ledger: speakers } = ledger({
      id: 'a',
      text: `the Norwegian spoke. “${long},” said Anna Lindqvist.`,
      mentions: [
        ['the Norwegian', anna, 'role', 'the Norwegian'],
        ['Anna Lindqvist', anna],
      ],
      quotes: [{ words: `${long},`, speaker: anna }],
    })
    assert.equal(speakers[0]?.role, undefined)
  })

  it('does not take the same few words in a long speech for the same utterance', () => {
    const { ledger: speakers } = ledger(
      { id: 'a', text: `“${long},” said Lindqvist.`, quotes: [{ words: `${long},`, speaker: anna }] },
      {
        id: 'b',
        text: '“Everybody knows that May is the month of storms on this coast, and the bridge of my childhood fell in one,” said Lindqvist.',
        quotes: [
          {
            words:
              'Everybody knows that May is the month of storms on this coast, and the bridge of my childhood fell in one,',
            speaker: anna,
          },
        ],
      },
    )
    assert.equal(speakers[0]?.utterances.length, 2)
  })

  it('counts an outlet once for an utterance it quotes twice', () => {
    const { ledger: speakers } = ledger(
      { id: 'a', outlet: 'Herald', text: `“${long},” said Lindqvist.`, quotes: [{ words: `${long},`, speaker: anna }] },
      { id: 'b', outlet: 'Herald', text: `“${long}.”`, quotes: [{ words: `${long}.`, speaker: anna }] },
    )
    assert.deepEqual(speakers[0]?.utterances[0]?.outlets, ['Herald'])
    assert.equal(speakers[0]?.utterances[0]?.wordings.length, 2)
  })
})
