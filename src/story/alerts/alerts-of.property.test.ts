import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ArticleId } from '../../core/ids.ts'
import type { Dossier, Member } from '../../core/story.ts'
import { alertChanges } from './alert-changes.ts'
import { type AlertStory, alertsOf, type Follower } from './alerts-of.ts'

/** What happens to a story: a report in its own words, a copy of an earlier one, or something an article says. */
type Step =
  | { readonly kind: 'report'; readonly lateMinutes: number }
  | { readonly kind: 'copy'; readonly of: number; readonly isEarlier: boolean }
  | { readonly kind: 'difference' | 'correction' | 'kept' }
  | { readonly kind: 'restart' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), lateMinutes: fc.integer({ min: 0, max: 2000 }) }),
  fc.record({ kind: fc.constant('copy' as const), of: fc.nat(20), isEarlier: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('difference' as const, 'correction' as const, 'kept' as const) }),
  fc.constant({ kind: 'restart' as const }),
)

const start = Date.parse('2026-03-12T12:00:00Z')
const timeAt = (minute: number) => new Date(start + minute * 60_000).toISOString()
const storyOf: AlertStory = {
  id: 'story',
  title: 'A story',
  language: 'en',
  path: '/stories/story',
  entityIds: ['person:anna-berg'],
  section: 'World',
}

function member(id: string, group: number, publishedAt: string, role: Member['role']): Member {
  return {
    documentId: id,
    articleId: id,
    sourceId: `source-${group}`,
    sourceName: id,
    title: id,
    publishedAt,
    group,
    role,
  } as never
}

const cite = (documentId: string, exact: string) => ({ documentId, span: { start: 0, end: exact.length }, exact })

/** The story after some steps, and when each article arrived. */
function told(steps: readonly Step[]) {
  const members: Member[] = [member('first', 0, timeAt(-30), 'original')]
  const knownAt = new Map<string, string>([['first', timeAt(-20)]])
  const differences: unknown[] = []
  const amendments: unknown[] = []
  const commitments: unknown[] = []
  let groups = 1
  const expected: string[] = []
  steps.forEach((each, index) => {
    const at = timeAt(index + 1)
    const last = members.at(-1)!.documentId
    if (each.kind === 'report' || each.kind === 'copy') {
      const id = `article-${index}`
      knownAt.set(id, at)
      if (each.kind === 'report') {
        members.push(member(id, groups++, timeAt(index + 1 - each.lateMinutes), 'original'))
        expected.push(`report:${id}`)
      } else {
        // A copy published before the supposed original reverses the roles.
        const group = each.of % groups
        members.push(
          member(id, group, timeAt(each.isEarlier ? -1000 : index + 1), each.isEarlier ? 'original' : 'copy'),
        )
      }
    }
    // Something an article says becomes known with a later article that says it, so that it is new.
    if (each.kind === 'difference' || each.kind === 'correction' || each.kind === 'kept') {
      const id = `says-${index}`
      knownAt.set(id, at)
      members.push(member(id, members.find(({ documentId }) => documentId === last)!.group, at, 'copy'))
      const words = cite(id, `Words of step ${index}`)
      if (each.kind === 'difference')
        differences.push({
          kind: 'dispute',
          a: { citation: cite('first', 'a') },
          b: { citation: words },
          signal: words,
          why: '',
        })
      if (each.kind === 'correction') amendments.push({ kind: 'correction', citation: words })
      if (each.kind === 'kept')
        commitments.push({
          by: 'Berg',
          statement: { citations: [cite('first', `promise ${index}`)] },
          changes: [{ kind: 'kept', at, citation: words }],
        })
      expected.push(
        each.kind === 'kept' ? `commitment:words of step ${index}:kept` : `${each.kind}:words of step ${index}`,
      )
    }
  })
  const groupsOf = [...Map.groupBy(members, ({ group }) => group)]
  const dossier = {
    storyId: 'story',
    headline: { documentId: 'first', title: 'A story' },
    language: 'en',
    members,
    reports: groupsOf.map(([group, all]) => ({
      group,
      documentIds: all.map(({ documentId }) => documentId),
      originName: '',
      how: 'alone',
    })),
    brief: [],
    ledger: [],
    unattributed: [],
    timeline: [],
    differences,
    commitments,
    amendments,
    figures: [],
    droppedCount: 0,
  } as unknown as Dossier
  return { dossier, knownAt: knownAt as ReadonlyMap<string, string> as ReadonlyMap<ArticleId, string>, expected }
}

const follower = (readerId: string, kind: Follower['kind'], target: string): Follower => {
  return { readerId, kind, target, label: target, since: timeAt(0) }
}

describe('alerts of a story that grows', () => {
  it('are one for each change, none for a copy, whatever is told again and again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const sent = new Map<string, string[]>()
        const followers = [
          follower('story', 'story', 'story'),
          // Two reasons for the same alert make one.
          follower('both', 'story', 'story'),
          follower('both', 'entity', 'person:anna-berg'),
          follower('muting', 'story', 'story'),
          follower('name', 'entity', 'person:anna-berg'),
        ]
        for (let count = 0; count <= steps.length; count++) {
          const { dossier, knownAt } = told(steps.slice(0, count))
          const within = { since: timeAt(0), now: timeAt(count) }
          for (const alert of alertsOf(storyOf, alertChanges(dossier, knownAt, within), followers, {
            isMuted: (readerId) => readerId === 'muting',
            sentKeys: (readerId) => new Set(sent.get(readerId)),
          }))
            sent.set(alert.readerId, [...(sent.get(alert.readerId) ?? []), alert.key])
        }
        const { expected } = told(steps)
        for (const readerId of ['story', 'both'])
          assert.deepEqual((sent.get(readerId) ?? []).sort(), [...expected].sort(), readerId)
        assert.equal(sent.has('muting'), false)
        assert.equal(sent.has('name'), false, 'a story that was there before is not new')
      }),
      { numRuns: 300 },
    )
  })

  it('of one that begins reach whoever follows what it is about, once, and an outlet’s own reports its followers', () => {
    const { dossier, knownAt } = told([{ kind: 'report', lateMinutes: 0 }])
    const since = timeAt(-60)
    const followers = [
      { ...follower('a', 'entity', 'person:anna-berg'), since },
      { ...follower('a', 'topic', 'world'), since },
      { ...follower('b', 'source', 'source-1'), since },
      { ...follower('c', 'source', 'source-9'), since },
    ]
    const told2 = { isMuted: () => false, sentKeys: () => new Set<string>() }
    const raised = alertsOf(storyOf, alertChanges(dossier, knownAt, { since, now: timeAt(5) }), followers, told2)
    assert.deepEqual(
      raised.map(({ readerId, key, cause, isNewStory }) => [readerId, key, cause.kind, isNewStory]),
      [
        ['a', 'report:first', 'entity', true],
        ['b', 'report:article-0', 'source', false],
      ],
    )
  })

  it('are none for what was published long before it came', () => {
    const { dossier, knownAt } = told([{ kind: 'report', lateMinutes: 5 * 1440 }])
    assert.deepEqual(alertChanges(dossier, knownAt, { since: timeAt(0), now: timeAt(5) }), [])
  })
})
