import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { membersOf } from '../../../lab/eval/citations/story-documents.ts'
import { cite } from '../../core/citation.ts'
import { asId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { buildDossier } from '../../story/build-dossier.ts'
import { verify } from '../../story/verify.ts'
import { checkDossier, doubtfulTitles } from './check-dossier.ts'

const record = (id: string, title: string, text: string) => ({
  id,
  title,
  text,
  date: '2025-06-10T12:00:00Z',
  story: 's',
})
const members = membersOf([
  record(
    'a',
    'Bridge at Quillbeck closed after 12 cracks are found',
    'The bridge at Quillbeck was closed on Monday after engineers found 12 cracks in its pillars.\n“We will rebuild every pillar of the bridge before the summer is over,” Mayor Ana Toral said on Monday. “The town paid for this bridge for thirty years and it deserves a sound one.”\nThe repairs will begin on June 20, the council said.',
  ),
  record(
    'b',
    'Bridge closed after 20 cracks found',
    'Engineers closed the bridge at Quillbeck on Monday after they found 12 cracks in its pillars.\nMayor Ana Toral promised to rebuild every pillar of the bridge.',
  ),
])
const documents = new Map(members.map(({ document }) => [document.id, document]))

function dossierOf(): Dossier {
  const built = buildDossier({
    storyId: asId('s'),
    members,
    doubtfulTitles: doubtfulTitles(members),
  })
  return verify(built, documents)
}

describe('checkDossier', () => {
  it('passes what stands as its documents say it, and counts it by part', () => {
    const { audit, droppedCount } = checkDossier(dossierOf(), members)
    assert.deepEqual(audit?.failed, [])
    assert.equal(droppedCount, 0)
    assert.equal(audit?.parts.headline.passed, 1)
    assert.ok((audit?.parts.brief.checked ?? 0) > 0)
    assert.ok((audit?.parts.quotations.passed ?? 0) > 0)
    assert.ok((audit?.passed.citation ?? 0) >= (audit?.passed.speaker ?? 0))
  })

  it('drops a point that is a piece of somebody’s words, and a day that the words do not mean', () => {
    const dossier = dossierOf()
    const { document } = members[0]!
    const start = document.text.indexOf('The town paid')
    const piece = cite(document, { start, end: document.text.indexOf('sound one.') + 'sound one.'.length })
    const [event] = dossier.timeline
    assert.ok(event)
    const broken: Dossier = {
      ...dossier,
      brief: [{ text: piece.exact, citations: [piece], outlets: ['Outlet 1'] }, ...dossier.brief],
      timeline: [{ ...event, date: '2024-02-02' }],
    }
    const { audit, brief, timeline, droppedCount } = checkDossier(broken, members)
    assert.equal(brief.length, dossier.brief.length)
    assert.deepEqual(timeline, [])
    assert.equal(droppedCount, 2)
    assert.deepEqual(
      audit?.failed.map(({ part, failed, isDropped }) => [part, failed, isDropped]),
      [
        ['brief', 'speaker', true],
        ['timeline', 'date', true],
      ],
    )
  })

  it('tells of a quotation that is given to somebody else', () => {
    const dossier = dossierOf()
    const [ledger] = dossier.ledger
    assert.ok(ledger)
    const other = { ...ledger.speaker, id: asId<typeof ledger.speaker.id>('person:carl-jones'), name: 'Carl Jones' }
    const { audit } = checkDossier({ ...dossier, ledger: [{ ...ledger, speaker: other }] }, members)
    assert.ok(
      audit?.failed.some(({ part, failed, isDropped }) => part === 'quotations' && failed === 'speaker' && !isDropped),
    )
  })

  it('takes no title that its article does not bear while there is another', () => {
    assert.deepEqual([...doubtfulTitles(members)], ['b'])
    assert.equal(dossierOf().headline.documentId, 'a')
    const [, only] = members
    assert.ok(only)
    const alone = buildDossier({
      storyId: asId('s'),
      members: [only],
      doubtfulTitles: doubtfulTitles([only]),
    })
    const { audit } = checkDossier(alone, [only])
    assert.deepEqual(
      audit?.failed.map(({ part, failed }) => [part, failed]),
      [['headline', 'number']],
    )
  })
})
