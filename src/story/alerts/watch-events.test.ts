import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WatchOccasion } from '../../core/alert.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { Dossier, Figure, Member, Report } from '../../core/story.ts'
import type { RevisedArticle } from '../changes/what-changed.ts'
import { watchEvents } from './watch-events.ts'

const at = (hour: number) => new Date(Date.parse('2026-03-12T00:00:00Z') + hour * 3_600_000).toISOString()

/** An article in its own words unless it copies another; published in the hour it arrived unless it is late. */
type Written = {
  readonly id: string
  readonly hour: number
  readonly copies?: string
  readonly published?: number
  readonly credit?: string
}

type Facts = {
  readonly figures?: readonly (readonly [id: string, value: number])[]
  readonly commitments?: Dossier['commitments']
  readonly revised?: readonly RevisedArticle[]
}

function cite(documentId: string, exact: string) {
  return { documentId, span: { start: 0, end: exact.length }, exact } as Dossier['brief'][number]['citations'][0]
}

function storyOf(written: readonly Written[], { figures = [], commitments = [] }: Facts) {
  const members = written.map(({ id, hour, copies, published = hour }) => ({
    ...{ documentId: id, articleId: id, sourceId: id, sourceName: id, title: id, publishedAt: at(published) },
    role: copies === undefined ? 'original' : 'copy',
  })) as unknown as readonly Member[]
  const reports = written
    .filter(({ copies }) => copies === undefined)
    .map(({ id }, group) => {
      const own = written.filter((each) => each.id === id || each.copies === id)
      const credits = own.flatMap(({ credit }) => credit ?? [])
      const of = { group, documentIds: own.map((each) => each.id) }
      const [origin] = credits
      if (origin === undefined) return { ...of, how: 'alone', originName: id }
      return { ...of, how: 'credit', originName: origin, ...(credits.length === 1 && { claimedBy: id }) }
    }) as unknown as readonly Report[]
  const readings = figures.map(([id, value]) => {
    const { publishedAt } = members.find(({ documentId }) => documentId === id)!
    return { at: publishedAt, value, citation: cite(id, `${value} piers`) }
  })
  const counted: readonly Figure[] = readings.length > 1 ? [{ unit: 'piers', readings }] : []
  const none = { brief: [], ledger: [], unattributed: [], timeline: [], differences: [], droppedCount: 0 }
  const headline = { documentId: members[0]!.documentId, title: 'A story' }
  return {
    dossier: { storyId: 's', language: 'en', headline, members, reports, commitments, figures: counted, ...none },
    knownAt: new Map(written.map(({ id, hour }) => [id as ArticleId, at(hour)])),
  } as unknown as { readonly dossier: Dossier; readonly knownAt: ReadonlyMap<ArticleId, string> }
}

/** What a story's watch sends as it grows, each state looked at twice: refreshed, and analyzed again. */
function sentBy(states: readonly (readonly [readonly Written[], Facts?])[], now = at(200)) {
  const known = new Set<string>()
  return states.map(([written, facts = {}]) => {
    const { dossier, knownAt } = storyOf(written, facts)
    const sent: [WatchOccasion, string][] = []
    for (const seen of [dossier, { ...dossier, members: dossier.members.toReversed() }])
      for (const event of watchEvents(seen, knownAt, { now, revised: facts.revised ?? [] })) {
        if (!known.has(event.token))
          sent.push([event.occasion, event.words ?? event.citation?.exact ?? event.sourceName])
        known.add(event.token)
      }
    return sent
  })
}

const post: Written = { id: 'post', hour: 1 }
const echo: Written = { id: 'echo', hour: 5 }
const copy: Written = { id: 'copy', hour: 6, copies: 'post' }
const old: Written = { id: 'old', hour: 2, published: -100 }

/** Revisions of an article in the hours from 10 on. */
function revised(documentId: string, titles: readonly string[], cause?: 'reader'): RevisedArticle {
  const revisions = titles.map((title, index) => ({
    at: at(10 + index),
    document: { id: `${documentId}-${index}`, text: `${title}. 3 piers`, title },
    ...(cause && index > 0 && { cause }),
  }))
  return { documentId, revisions, edits: [] } as unknown as RevisedArticle
}

describe('a watch tells once', () => {
  it('the first report and the second independent one, not copies, later ones or what was old when it arrived', () => {
    const third: Written = { id: 'third', hour: 9 }
    assert.deepEqual(sentBy([[[post]], [[post, copy]], [[post, copy, echo]], [[post, copy, echo, third]]]), [
      [['first', 'post']],
      [],
      [['second', 'echo']],
      [],
    ])
    assert.deepEqual(sentBy([[[old]], [[old, echo]]]), [[], [['second', 'echo']]])
  })

  it('an origin that two outlets credit, not one credit alone', () => {
    const [a, b, c] = ['copy', 'copy-2', 'copy-3'].map((id): Written => ({ ...copy, id, credit: 'Northern Wire' }))
    const origins = sentBy([[[post]], [[post, a!]], [[post, a!, b!]], [[post, a!, b!, c!]]]).map((sent) =>
      sent.filter(([occasion]) => occasion === 'origin'),
    )
    assert.deepEqual(origins, [[], [], [['origin', 'Northern Wire']], []])
  })

  it('a figure that changed, whoever repeats it, not one from an article that was old or that is only read anew', () => {
    const figures = (...states: Parameters<typeof sentBy>[0]) =>
      sentBy(states).map((sent) => sent.filter(([occasion]) => occasion === 'figure'))
    assert.deepEqual(
      figures(
        [[post], { figures: [['post', 2]] }],
        [
          [post, echo],
          {
            figures: [
              ['post', 2],
              ['echo', 3],
            ],
          },
        ],
        [
          [post, copy],
          {
            figures: [
              ['post', 2],
              ['copy', 3],
            ],
          },
        ],
      ),
      [[], [['figure', '3 piers']], []],
    )
    assert.deepEqual(
      figures([
        [post, old],
        {
          figures: [
            ['post', 2],
            ['old', 3],
          ],
        },
      ]),
      [[]],
    )
    const both = [post, echo]
    const facts: Facts = {
      figures: [
        ['post', 2],
        ['echo', 3],
      ],
      revised: [revised('echo', ['3 piers', 'x'])],
    }
    const { dossier, knownAt } = storyOf(both, facts)
    const anew = revised('echo', ['x', 'x'], 'reader')
    const [first, second] = anew.revisions
    const reread = { ...anew, revisions: [{ ...first!, document: { ...first!.document, text: '' } }, second!] }
    const [event] = watchEvents(dossier, knownAt, { now: at(200), revised: [reread] }).filter(
      ({ occasion }) => occasion === 'figure',
    )
    assert.equal(event?.at, at(5), 'as old as its article')
  })

  it('that a promise was kept, and that its day is past', () => {
    const statement = { text: 'It opens', citations: [cite('post', 'It will open by Friday.')] }
    const promise = { by: 'Berg', statement, due: cite('post', 'Friday'), dueDate: '2026-03-13' } as never
    const kept = { by: 'Berg', statement, changes: [{ kind: 'kept', at: at(5), citation: cite('echo', 'It opened.') }] }
    const promises = (states: Parameters<typeof sentBy>[0], now: string) =>
      sentBy(states, now).map((sent) => sent.filter(([occasion]) => occasion === 'promise'))
    assert.deepEqual(promises([[[post], { commitments: [promise] }]], at(47)), [[]])
    const past = [[post], { commitments: [promise] }] as const
    assert.deepEqual(promises([past, past], at(48)), [[['promise', 'It will open by Friday.']], []])
    const is = [[post, echo], { commitments: [kept as never] }] as const
    assert.deepEqual(promises([[[post]], is, is], at(20)), [[], [['promise', 'It opened.']], []])
  })

  it('another headline, not that of a copy, nor one that only differs in case or that we read anew', () => {
    const headlines = (written: readonly Written[], ...all: readonly RevisedArticle[][]) =>
      sentBy(all.map((each) => [written, { revised: each }])).map((sent) =>
        sent.filter(([occasion]) => occasion === 'headline').map(([, words]) => words),
      )
    const [one, two, back] = [['Shut'], ['Shut', 'Open'], ['Shut', 'Open', 'Shut', 'Open']].map((titles) =>
      revised('post', titles),
    )
    assert.deepEqual(headlines([post], [one!], [two!], [two!]), [[], ['Open'], []])
    assert.deepEqual(headlines([post], [back!], [back!]), [['Open', 'Shut'], []])
    assert.deepEqual(headlines([post], [revised('post', ['Shut', 'SHUT!'])]), [[]])
    assert.deepEqual(headlines([post, copy], [revised('copy', ['Shut', 'Open'])]), [[]])
    assert.deepEqual(headlines([post], [revised('post', ['Shut', 'Open'], 'reader')]), [[]])
  })
})
