import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { storyInput } from '../story-fixture.ts'
import { readMembers, type SentenceText } from '../story-text.ts'
import { areEquivalent, groupEquivalents } from './group-equivalents.ts'

function sentences(...texts: string[]): SentenceText[] {
  return readMembers(texts.map((text, index) => storyInput({ id: `d${index}`, text }))).flatMap(
    (text) => text.sentences,
  )
}

function areSame(a: string, b: string): boolean {
  const [first, second] = sentences(a, b)
  if (!first || !second) throw new Error('Two sentences are needed')
  return areEquivalent(first, second)
}

describe('areEquivalent', () => {
  it('sees the same sentence through other marks and case', () => {
    assert.ok(areSame('Moscow will “accept” the offer of guarantees.', "Moscow will 'accept' the Offer of guarantees."))
  })

  it('sees a sentence with a few other words', () => {
    assert.ok(
      areSame(
        'The council approved the bridge plan on Monday after a long debate.',
        'After a long debate the council on Monday approved the plan for the bridge.',
      ),
    )
  })

  it('keeps sentences on the same subject apart', () => {
    assert.ok(
      !areSame(
        'The council approved the bridge plan on Monday after a long debate.',
        'The council will debate a plan for new schools on Friday.',
      ),
    )
  })

  it('keeps sentences with other numbers apart', () => {
    assert.ok(
      !areSame(
        'The earthquake near the coast killed 12 people on Monday.',
        'The earthquake near the coast killed 31 people on Monday.',
      ),
    )
  })

  it('keeps a sentence and its negation apart', () => {
    assert.ok(
      !areSame(
        'The minister said the bridge would close for repairs.',
        'The minister said the bridge would not close for repairs.',
      ),
    )
  })

  it('keeps apart sentences that are alike but for their verb', () => {
    for (const [one, other] of [
      ['The carmaker Volt launched its van in Leeds.', 'The carmaker Volt scrapped its van in Leeds.'],
      [
        'Villagers returned to Port Ana on Monday after the storm.',
        'Villagers fled Port Ana on Monday after the storm.',
      ],
      ['Poland recalled its envoy to Minsk on Tuesday.', 'Poland sent back its envoy to Minsk on Tuesday.'],
      ['Le tribunal de Lyon a ouvert une enquête lundi.', 'Le tribunal de Lyon a classé une enquête lundi.'],
      ['Die Bahn lobt den Umbau des Bahnhofs in Köln.', 'Die Bahn stoppt den Umbau des Bahnhofs in Köln.'],
      ['El juez Ruiz archivó la causa del puerto.', 'El juez Ruiz reabrió la causa del puerto.'],
      ['جمدت الحكومة مشروع الجسر في المدينة يوم الاثنين', 'دشنت الحكومة مشروع الجسر في المدينة يوم الاثنين'],
    ] as const) {
      assert.equal(areSame(one, other), false, one)
      assert.equal(areSame(other, one), false, other)
    }
    for (const [one, other] of [
      ['The mayor announced the sale of the park on Monday.', 'The mayor confirmed the sale of the park on Monday.'],
      ['The club fired coach Dan Ruiz on Sunday.', 'The club sacked coach Dan Ruiz on Sunday.'],
      ['The mayor has opened the new park on Monday.', 'The mayor opened the new park on Monday.'],
      ['The new park in Leeds opens on Monday.', 'The new park in Leeds opened on Monday.'],
    ] as const)
      assert.ok(areSame(one, other), one)
  })

  it('keeps apart two of one surname', () => {
    assert.equal(
      areSame(
        'Senator Alice Brandt voted against the water bill on Thursday.',
        'Senator Marcus Brandt voted against the water bill on Thursday.',
      ),
      false,
    )
    assert.ok(
      areSame(
        'Senator Alex Brandt voted against the water bill on Thursday.',
        'Senator Alexander Brandt voted against the water bill on Thursday.',
      ),
    )
    assert.ok(
      areSame(
        'Senator Brandt voted against the water bill on Thursday.',
        'Senator Alice Brandt voted against the water bill on Thursday.',
      ),
    )
  })

  it('keeps apart sentences in which two have changed places', () => {
    for (const [one, other] of [
      [
        'The army shelled the market of Vantor on Monday, the rebels said.',
        'The rebels shelled the market of Vantor on Monday, the army said.',
      ],
      [
        'The army said the rebels shelled the market of Vantor on Monday.',
        'The rebels said the army shelled the market of Vantor on Monday.',
      ],
      [
        'Halvik United beat Orsund 3-1 in the final on Sunday.',
        'Orsund beat Halvik United 3-1 in the final on Sunday.',
      ],
      [
        'L’armée a bombardé les rebelles lundi près de Vantor.',
        'Les rebelles ont bombardé l’armée lundi près de Vantor.',
      ],
    ] as const)
      assert.ok(!areSame(one, other), one)
    assert.ok(
      !areSame(
        'Rebels shelled the market of Vantor on Monday and killed twelve people.',
        'The army shelled the market of Vantor on Monday and killed twelve people, the rebels said.',
      ),
    )
    for (const [one, other] of [
      [
        'At least seven people were killed when the storm Agnes crossed the islands, police said.',
        'The storm Agnes killed at least seven people on the islands, according to police.',
      ],
      [
        '“We were given a choice between heating the halls and watching them,” the director, Signe Falk, said.',
        '“We were given a choice between heating the halls and watching them,” director Signe Falk told reporters.',
      ],
    ] as const)
      assert.ok(areSame(one, other), one)
    assert.ok(
      areSame(
        'Rebels shelled the market of Vantor on Monday, the army said.',
        'The army said rebels shelled the market of Vantor on Monday.',
      ),
    )
    assert.ok(
      areSame(
        'Talks between Halvik and Orsund on the bridge failed on Monday.',
        'Talks between Orsund and Halvik on the bridge failed on Monday.',
      ),
    )
  })

  it('keeps apart sentences of which each has another name in the same place', () => {
    assert.ok(
      !areSame(
        'Police in Halvik charged Anna Berg with fraud at the harbor bank on Monday.',
        'Police in Halvik charged Anna Holm with fraud at the harbor bank on Monday.',
      ),
    )
    assert.ok(
      areSame(
        'The council backs Prime Minister Anna Berg in the debate on the harbor bridge.',
        'The council backs Anna Berg in the debate on the harbor bridge.',
      ),
    )
  })
})

describe('groupEquivalents', () => {
  it('groups across documents and leads with the first', () => {
    const groups = groupEquivalents(
      sentences(
        'The council approved the bridge plan on Monday.',
        'Work on the northern road begins in spring.',
        'The council on Monday approved the bridge plan.',
        'The council approved the bridge plan on Monday.',
      ),
    )
    assert.deepEqual(
      groups.map((group) => group.members.map((each) => each.member)),
      [[0, 2, 3], [1]],
    )
    assert.equal(groups[0]?.leader.member, 0)
  })

  it('loses no sentence', () => {
    const all = sentences('One two three.', 'Four five six.', 'One two three.', 'Yes.', 'No.')
    const groups = groupEquivalents(all)
    assert.equal(groups.flatMap((group) => group.members).length, all.length)
  })

  it('does not join unlike ends through a chain', () => {
    const groups = groupEquivalents(
      sentences(
        'alpha bravo charlie delta echo foxtrot golf hotel',
        'charlie delta echo foxtrot golf hotel india juliet',
        'echo foxtrot golf hotel india juliet kilo lima',
      ),
    )
    assert.ok(groups.length >= 2)
  })
})
