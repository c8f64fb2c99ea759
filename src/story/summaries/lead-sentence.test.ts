import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchesText } from '../../core/citation.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { leadSentence } from './lead-sentence.ts'

function lead(of: string, ...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  const { title = '' } = fixtures.find(({ id }) => id === of) ?? {}
  const headline = { documentId: asId<DocumentId>(of), title }
  const point = leadSentence(texts, countReports(texts).members, { headline, language: 'en' })
  const cited = texts.find(({ input }) => input.document.id === point?.citations[0].documentId)?.input.document
  if (point) assert.ok(cited && matchesText(cited, point.citations[0]))
  return { text: point?.text, from: point?.citations[0].documentId, outlets: point?.outlets }
}

const inquiry: ArticleFixture = {
  id: 'today',
  title: 'PM orders inquiry: who knew about the dam?',
  text: `Prime minister Maren Tolvay has ordered a public inquiry into the Sella Dam after warnings were not acted on.
The inquiry will be led by Helena Quennell, a retired appeal judge, and will be able to call witnesses under oath.`,
}
const cabinet: ArticleFixture = {
  id: 'radio',
  at: '2025-03-04T12:00:00Z',
  title: '“I found it in a cabinet”: engineer tells of lost dam report',
  text: `The chief engineer of the Sella Dam has told Radio Corran how she came across a warning in a filing cabinet.
She said the lost report on the dam was four years old.
The engineer of the dam found the lost report in a cabinet behind a broken photocopier.`,
}

describe('the sentence under a headline', () => {
  it('comes from the article that gave the headline', () => {
    assert.equal(lead('radio', inquiry, cabinet).from, 'radio')
    assert.match(lead('radio', inquiry, cabinet).text ?? '', /^The chief engineer/)
    assert.match(lead('today', inquiry, cabinet).text ?? '', /^Prime minister/)
  })

  it('may be short and share no word with a playful headline when its article is alone', () => {
    const cup = {
      id: 'cup',
      title: 'Forty-one years, and then a bounce',
      text: 'Linnet Athletic have won the Corran Cup.',
    }
    assert.equal(lead('cup', cup).text, 'Linnet Athletic have won the Corran Cup.')
    assert.equal(lead('cup', inquiry, cup).text, undefined)
  })

  it('is left out when the best one tells little of the headline, and another article has none', () => {
    const scene = {
      id: 'scene',
      title: 'Sella Dam warnings were ignored for years, inquiry hears from engineer',
      text: `It was cold in the hall when the doors opened for the first witnesses.
Rows of chairs had been put out for families, and the inquiry began late.`,
    }
    const aside = { ...inquiry, title: 'A town waits', text: 'The town of Corran lies below a hill with sheep.' }
    assert.equal(lead('scene', scene, aside).text, undefined)
    assert.match(lead('scene', scene, { ...cabinet, title: 'A warning' }).text ?? '', /^The chief engineer/)
  })

  it('needs nothing that stands elsewhere', () => {
    const leaning = {
      ...cabinet,
      text: `She found the lost dam report in a cabinet behind a broken photocopier on Monday.
But the report on the dam had been lost by the engineer for four years.
An engineer of the Sella Dam has told of a lost report that warned of the wall.`,
    }
    assert.match(lead('radio', inquiry, leaning).text ?? '', /^An engineer/)
  })

  it('does not repeat the headline', () => {
    const twice = { id: 'twice', title: 'Rail strike off as union and CoRail settle' }
    const text = `Rail strike off as union and CoRail settle.
A national rail strike planned for Tuesday has been called off after the union reached a deal.`
    assert.match(lead('twice', { ...twice, text }).text ?? '', /^A national rail strike/)
  })

  it('otherwise is the sentence of another article that shares most words with the headline', () => {
    const paywalled: ArticleFixture = {
      ...cabinet,
      article: { completeness: { kind: 'paywalled' } as never },
    }
    const other = {
      id: 'echo',
      text: `Rain fell on the valley of the Sella for the third day.
A report on the dam, lost for four years, was found by an engineer in a cabinet, the operator said.`,
    }
    assert.match(lead('radio', inquiry, paywalled, other).text ?? '', /^A report on the dam/)
    const alien = { id: 'alien', text: 'Rain fell on the valley of Sella for the third day in a row.' }
    assert.equal(lead('radio', paywalled, alien).text, undefined)
  })

  const closure: ArticleFixture = {
    id: 'post',
    title: 'Sella Dam closed after lost report is found',
    text: `The operator of the Sella Dam closed it on Monday after a lost report warned of its wall.
Villages below the wall were emptied.`,
  }

  it('comes from another article that tells the headline much better', () => {
    const late = {
      id: 'late',
      title: 'Sella Dam closed',
      text: `Glossary of the words that engineers use in hearings about walls.
Shutters are gates, which engineers like to call leaves in their reports to owners.
A spillway lets water pass when the lake behind a wall is full to the brim.`,
    }
    assert.match(lead('late', closure, late).text ?? '', /^The operator/)
    assert.match(lead('post', closure, late).text ?? '', /^The operator/)
  })

  it('says what happened on the day rather than what is known', () => {
    const known = 'The wall of the Sella Dam and its lost report are well known in the valley of Corran.'
    const news = 'The Sella Dam was closed on Monday as a lost report was found.'
    const dated = (at: string): ArticleFixture => ({
      ...closure,
      text: `${known}\n${news}`,
      at,
      times: [['on Monday', '2025-03-03']],
    })
    assert.equal(lead('post', dated('2025-03-04T10:00:00Z')).text, news)
    assert.equal(lead('post', dated('2025-06-04T10:00:00Z')).text, known)
  })

  it('leaves what an earlier sentence of its article told', () => {
    for (const second of [
      'The lawsuit against the Sella Dam says that a lost report was known to the operator.',
      'Quennell found the lost report on the closed Sella Dam in a cabinet.',
      'In her suit the lost report on the closed Sella Dam is called decisive by its finder.',
      'The suit against the Sella Dam comes days after its lost report was found and it closed.',
      'Helena Quennell had previously read the lost report on the closed Sella Dam, now found.',
      'The big picture: A lost report on the closed Sella Dam was found in a cabinet.',
      'Sella Dam is closed after its lost report was found in a cabinet by its staff!',
      'Corran is also closed after the lost report on the Sella Dam was found in a cabinet.',
    ]) {
      const suit: ArticleFixture = {
        ...closure,
        mentions: second.startsWith('Quennell') ? [['Quennell', entity('person', 'Helena Quennell')]] : [],
        id: 'suit',
        text: `We all heard that Helena Quennell filed a lawsuit.\n${second}\nA court in Corran has closed the Sella Dam after a report was found.`,
      }
      assert.match(lead('suit', suit).text ?? '', /^A court/, second)
    }
  })

  it('does not begin with a scene, its title, a credit or an agency', () => {
    const after = 'The Sella Dam was closed on Monday.'
    for (const first of [
      'When Helena Quennell found the lost report, the Sella Dam had been closed for repairs.',
      `${closure.title} The operator closed it on Monday.`,
      'Reuters / Ann Vane The Sella Dam closed on Monday after a lost report was found.',
      'poster="https://corran.example/dam.jpg" The Sella Dam closed after a lost report was found.',
      'The empty wall of Sella Dam on March 1 in Corran.',
    ])
      assert.equal(lead('post', { ...closure, text: `${first}\n${after}` }).text, after, first)
    assert.equal(lead('post', { ...closure, text: `(Reuters) - ${after}` }).text, after)
    const caption =
      'The Sella Dam, closed on Monday after a lost report, in an older picture. Photo by Ann Vane/Getty Images'
    assert.equal(lead('post', { ...closure, text: `${caption}\n${after}` }).text, after)
  })

  it('shows what another article attributes to somebody with the attribution', () => {
    const stolen = {
      id: 'plain',
      title: 'Medieval chalice stolen from Aldmere Museum',
      text: 'The Haddow Chalice has been stolen from the Aldmere Museum by thieves who came through the roof.',
    }
    const said = {
      id: 'said',
      at: '2025-03-04T12:00:00Z',
      text: 'The Haddow Chalice has been stolen from the Aldmere Museum by thieves who came through the roof, police said.',
    }
    assert.match(lead('plain', stolen, said).text ?? '', /police said/)
  })
})
