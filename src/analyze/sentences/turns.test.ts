import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, saidBy } from '../test-document.ts'
import { turnsIn } from './turns.ts'

function speakers(language: string, ...paragraphs: string[]): (string | undefined)[] {
  return quotesOf(documentOf(paragraphs, { language })).map(({ speaker }) => speaker?.name)
}

describe('a turn of a conversation', () => {
  it('begins with a name and a colon, as another does', () => {
    const { text, blocks } = documentOf(['Tom Hale: No.', 'Conclusion: it rained.', 'Tom Hale: Yes.', 'Q: Why?'])
    assert.deepEqual([...turnsIn(text, blocks).keys()], [0, 2])
  })

  it('tells what somebody else said: he is not who speaks', () => {
    assert.deepEqual(
      saidBy(
        'Tom Hale met us in Dublin.',
        'Anna Reed: What did the governor say?',
        'Tom Hale: He said “the law is dead and buried” to me.',
        'Anna Reed: Is that all?',
        'Tom Hale: He told me “we will never come back”.',
      ),
      [
        ['the law is dead and buried', 'He'],
        ['we will never come back', 'He'],
      ],
    )
    assert.deepEqual(
      saidBy('Tom Hale met us.', 'Q: And the governor?', 'A: He said “the law is dead”.', 'Q: Is it?', 'A: No.'),
      [['the law is dead', 'He']],
    )
  })

  it('may be about who was named in the question', () => {
    assert.deepEqual(
      saidBy(
        'Anna Reed: What did Paul Marsh tell you?',
        'Tom Hale: He said “the law is dead” to me.',
        'Anna Reed: Then?',
        'Tom Hale: Nothing.',
      ),
      [['the law is dead', 'Paul Marsh']],
    )
  })

  it('tells it in other languages, too', () => {
    const turns = [
      ['fr', 'Luc Ferry : Il m’a dit « tenez bon jusqu’à demain ».', 'Luc Ferry : « Oui, partez », m’a dit le préfet.'],
      [
        'fr',
        'Luc Ferry : Le préfet a dit « jamais de la vie » à la ville.',
        'Luc Ferry : On m’a expliqué que c’est « fermé ».',
      ],
      ['es', 'Ana Ruiz: Me dijo «la ley no se cambia» y se fue.', 'Ana Ruiz: Él dijo «nunca más volveremos aquí».'],
      ['de', 'Jan Wolf: Er sagte „das Werk bleibt offen“.', 'Jan Wolf: „Es bleibt offen“, sagte der Minister zu mir.'],
    ] as const
    for (const [language, ...all] of turns)
      assert.deepEqual(speakers(language, ...all), [undefined, undefined], all.join(' '))
    assert.deepEqual(
      speakers('fr', 'Luc Ferry : J’ai répondu « la loi est la loi ».', 'Luc Ferry : « Nous partons demain. »'),
      ['Luc Ferry', 'Luc Ferry'],
    )
  })
})

describe('a clause that is joined to a quotation', () => {
  it('in which something else is said does not report it', () => {
    assert.deepEqual(saidBy('“We kept the house for years,” and my sister said nobody would take it.'), [
      ['We kept the house for years,', undefined],
    ])
    assert.deepEqual(saidBy('“The bridge is shut,” but Mayor Jane Roe said it would open soon.'), [
      ['The bridge is shut,', undefined],
    ])
    assert.deepEqual(saidBy('“The bridge is shut,” and Mayor Jane Roe said so on Monday.')[0]?.[1], 'Jane Roe')
  })
})
