import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite } from '../../core/citation.ts'
import type { BriefPoint } from '../../core/story.ts'
import { countReports } from '../count-reports.ts'
import { mergeEntities } from '../people/merge-entities.ts'
import { quoteLedger } from '../people/quote-ledger.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { coverageMatrix } from './coverage-matrix.ts'

// Long enough that an omission means something.
const fillers: Readonly<Record<string, string>> = {
  Wire: 'Fishing made the harbor rich and summer keeps it busy. The market sells cheese, rope and novels on Saturdays whatever the sky does. Buses leave hourly for the airport except on feast days. An evening choir sings below the clock, and children dance. Old nets hang from balconies, painted boats fill the slips, and gulls steal bread. A museum keeps whaling tools, a sledge, letters from sailors and a stuffed bear. Tailors, bakers and a cobbler share the arcade with a shop for clocks. Lanterns burn until midnight because the lanes are steep. Visitors climb the tower, count the steps and argue about the number. Nobody has ever agreed, and postcards print three different totals. In winter snow closes the pass for weeks, so families store apples, peat and candles early. Spring begins when the ice breaks loudly in the lower basin and everybody runs to look. Weddings follow, usually several on one day. A dispatch about a lost cow once began the archive, herring prices came later, and elections last. Eleven people share three shifts, interns sweep stairs and learn how lighthouses are spelled, while a baker below sells rolls before dawn to whoever has been awake all night.',
  Post: 'Barley fields and stone walls surround the village inland. Its grammar school turned a hundred last May. A narrow railway carries grain downhill and hikers uphill. Three cinema screens opened after long repairs. Plum cake, brass bands and a goalkeeper who played abroad make people proud. A weekly quiz draws crowds; winners get ham, losers peel onions. Duchess, a mule, brings newspapers to upper hamlets and knows all gates. Two sisters founded a press here and their portraits hang over the coffee machine. Birds have a column of their own that floods never stopped. Auction prices matter to farmers, letters to everyone else. Weavers sell blankets with pears on them. A glassworks sends lamps as far as Lisbon. Cyclists love the hairpins and drink hot milk with nutmeg at the inn, where books are stamped for those who managed it. Two chapels share one bell, carried by volunteers. Every child born there gets a notice with a drawing of a pear, and a shepherd writes about weather, more often right than wrong. Back numbers wrap fruit on its way down. A cobbler lends his stove when frost bites, for the price of a song sung properly to the end.',
  Echo: 'Seven bridges cross the wide bay of the capital. Trams run late, coffee houses later. Twelve faculties and a botanical garden under glass belong to the university. Students lodge with families because rents have climbed. Theatre fills cellars during the autumn festival. Pink granite walls make the opera cold, so regulars bring blankets. Soup is sold in the interval. A retired dentist draws cartoons, an astronomer wins prizes for misprints. Marble columns hold up a former sugar exchange. Its crypt stays cool in all seasons and a librarian with a torch finds anything. Engineers wear slippers so as not to shake turntables. Polkas, sermons and a long recording of rain lie on the shelves. Fog signals are broadcast for old times, a parrot announces hours, and sailors write from everywhere, some in bottles. Pilots form a choir on the longest night and practise in a hangar. Guests are warned of the sloping studio floor, yet microphones roll from tables in nearly every interview. Swans nest beneath the third arch and delay rowers each April. A clockmaker winds nine public dials by bicycle, starting before breakfast and ending, if no chain breaks, at noon in the fish hall.',
}
const lead = 'The island council voted for a bridge toll on Monday.'
const detail = 'The engineer Jonas Pelt warned that two steel bearings were cracked.'

function article(outlet: string, at: string, text: string, rest: Partial<ArticleFixture> = {}): ArticleFixture {
  return {
    id: outlet,
    outlet,
    at: `2025-03-04T${at}:00Z`,
    title: 'Bridge toll agreed',
    text: `${text}\n${fillers[outlet] ?? ''}`,
    ...rest,
  }
}

function matrixOf(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  const { members } = countReports(texts)
  const entities = mergeEntities(texts)
  const brief = [lead, detail].flatMap((text): BriefPoint[] => {
    const carrying = texts.flatMap(({ input, sentences }) =>
      sentences.filter((sentence) => sentence.text === text).map(({ span }) => cite(input.document, span)),
    )
    const [first, ...rest] = carrying
    return first ? [{ text, citations: [first, ...rest], outlets: [] }] : []
  })
  const { ledger } = quoteLedger(texts, entities)
  return coverageMatrix(texts, members, { headline: 'Bridge toll agreed', brief, ledger, commitments: [] })
}

/** Each outlet's coverage of the point that begins with these words. */
function standings(matrix: ReturnType<typeof matrixOf>, start: string): Record<string, string> | undefined {
  const point = matrix?.points.find(({ text }) => text.startsWith(start))
  return (
    point &&
    Object.fromEntries(
      point.cells.map((cell, index) => [matrix?.outlets[index], cell.kind === 'not-known' ? cell.why : cell.kind]),
    )
  )
}

describe('coverageMatrix', () => {
  it('tells who carries a point, with the sentence, and who leaves it out', () => {
    const matrix = matrixOf(
      article('Wire', '06:00', `${lead}\n${detail}`),
      article('Post', '09:00', `A toll will be charged on the bridge, councilors decided.\n${detail}`),
      article('Echo', '12:00', 'Drivers must pay soon, since a toll was agreed.'),
    )
    assert.deepEqual(matrix?.outlets, ['Wire', 'Post', 'Echo'])
    assert.deepEqual(standings(matrix, 'The engineer'), { Wire: 'carries', Post: 'carries', Echo: 'left-out' })
    const cell = matrix?.points.find(({ text }) => text === detail)?.cells[1]
    assert.equal(cell?.kind === 'carries' && cell.citation.exact, detail)
  })

  it('says nothing is left out by who says something like it', () => {
    const matrix = matrixOf(
      article('Wire', '06:00', `${lead}\n${detail}`),
      article(
        'Echo',
        '12:00',
        'A toll was agreed.\nPelt, an engineer, said there was something broken in the steel below.',
      ),
    )
    assert.equal(standings(matrix, 'The engineer')?.Echo, 'similar')
  })

  it('says nothing is left out of the main event', () => {
    const matrix = matrixOf(
      article('Wire', '06:00', `${lead}\n${detail}`),
      article('Echo', '12:00', 'Drivers will have to pay.'),
    )
    assert.equal(standings(matrix, 'The island council')?.Echo, 'similar')
  })

  it('does not blame who published before, or within the hour', () => {
    const matrix = matrixOf(
      article('Post', '05:00', 'A toll is to come.'),
      article('Wire', '06:00', `${lead}\n${detail}`),
      article('Echo', '06:30', 'Drivers will have to pay.'),
    )
    assert.deepEqual(standings(matrix, 'The engineer'), { Post: 'earlier', Wire: 'carries', Echo: 'earlier' })
  })

  it('does not know of texts that are cut, short, of another kind or in another language', () => {
    const others: readonly (readonly [string, Partial<ArticleFixture>])[] = [
      ['incomplete', { article: { completeness: { kind: 'paywalled', reason: 'test' } } }],
      ['short', { text: 'Drivers will have to pay.' }],
      ['other-kind', { article: { kind: 'live' } }],
      ['other-language', { language: 'fr' }],
    ]
    for (const [why, rest] of others) {
      const matrix = matrixOf(
        article('Wire', '06:00', `${lead}\n${detail}`),
        article('Echo', '12:00', 'Drivers will have to pay.', rest),
      )
      assert.equal(standings(matrix, 'The engineer')?.Echo, why)
    }
  })

  it('marks what one report alone has, when two others are held whole and lack it', () => {
    const wire = article('Wire', '06:00', `${lead}\n${detail}`)
    const post = article('Post', '09:00', 'A toll is to come.')
    const echo = article('Echo', '12:00', 'Drivers will have to pay.')
    const isOnly = (matrix: ReturnType<typeof matrixOf>) =>
      matrix?.points.find(({ text }) => text === detail)?.isOnlyHere
    assert.equal(isOnly(matrixOf(wire, post, echo)), true)
    assert.equal(isOnly(matrixOf(wire, post)), false)
    const cut = { ...echo, article: { completeness: { kind: 'paywalled', reason: 'test' } } } as const
    assert.equal(isOnly(matrixOf(wire, post, cut)), false)
  })

  it('takes the wordings of one quotation for one point', () => {
    const roe = entity('person', 'Ida Roe')
    const words = 'Nobody told us that the old pipes were older than the school'
    const said = (id: string, at: string, text: string) => article(id, at, text, { quotes: [{ words, speaker: roe }] })
    const matrix = matrixOf(
      said('Wire', '06:00', `${lead}\n“${words},” Roe said.`),
      said('Post', '09:00', `A toll is to come.\n“${words},” said Roe at a meeting.`),
    )
    const point = matrix?.points.find(({ of }) => of === 'quotation')
    assert.equal(point?.text, words)
    assert.equal(point?.speaker, 'Ida Roe')
    assert.deepEqual(
      point?.cells.map(({ kind }) => kind),
      ['carries', 'carries'],
    )
  })

  it('has nothing to tell of one outlet', () => {
    assert.equal(matrixOf(article('Wire', '06:00', lead)), undefined)
  })
})
