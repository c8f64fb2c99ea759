import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type FeedId } from '../../core/ids.ts'
import type { HubSubscription } from '../../store/feeds/hubs.ts'
import { hubWaitMs, nextHubStep } from './maintain-hub.ts'

const at = (hours: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + hours * 3_600_000).toISOString()
const now = at(0)
const wanted: HubSubscription = {
  id: 'a',
  feedId: asId<FeedId>('1'),
  hub: 'https://hub.example/',
  topic: 'https://outlet.example/feed',
  readAtUrl: 'https://outlet.example/feed',
  failures: 0,
}
const { feedId: _, ...unwanted } = wanted
const asked = (mode: 'subscribe' | 'unsubscribe', hours: number) => ({ pending: { mode, until: at(hours) } })
const held = { leaseUntil: at(48), renewAt: at(24) }
const wait = (hours: number) => ({ kind: 'wait', until: at(hours) })

const cases: readonly (readonly [what: string, at: HubSubscription, step: object])[] = [
  ['a hub that was never asked is asked', wanted, { kind: 'ask', mode: 'subscribe' }],
  ['one that may still ask back is waited for', { ...wanted, ...asked('subscribe', 1) }, wait(1)],
  ['one that did not is unanswered', { ...wanted, ...asked('subscribe', -1) }, { kind: 'unanswered' }],
  ['one that failed is left alone', { ...wanted, failures: 1, retryAt: at(2) }, wait(2)],
  ['and asked again then', { ...wanted, failures: 1, retryAt: now }, { kind: 'ask', mode: 'subscribe' }],
  ['one that tells is left alone until it is due', { ...wanted, ...held, ...asked('subscribe', -1) }, wait(24)],
  [
    'and asked for more then, whatever was answered long ago',
    { ...wanted, leaseUntil: at(9), renewAt: at(-1), ...asked('subscribe', -30) },
    { kind: 'ask', mode: 'subscribe' },
  ],
  [
    'a renewal that is not answered is unanswered',
    { ...wanted, leaseUntil: at(9), renewAt: at(-2), ...asked('subscribe', -1) },
    { kind: 'unanswered' },
  ],
  ['a retry comes no later than the end', { ...wanted, leaseUntil: at(3), renewAt: at(-1), retryAt: at(24) }, wait(3)],
  ['a lease that is over lapses', { ...wanted, leaseUntil: now, renewAt: at(-9) }, { kind: 'lapse' }],
  ['what nobody wants is ended', { ...unwanted, ...held }, { kind: 'ask', mode: 'unsubscribe' }],
  ['and waited for', { ...unwanted, ...held, ...asked('unsubscribe', 0.1) }, wait(0.1)],
  ['and unanswered', { ...unwanted, ...held, ...asked('unsubscribe', -1) }, { kind: 'unanswered' }],
  ['and given up', { ...unwanted, ...held, failures: 3 }, { kind: 'forget' }],
  ['what nobody wants and no hub holds is forgotten', unwanted, { kind: 'forget' }],
  ['or holds no more', { ...unwanted, leaseUntil: at(-1) }, { kind: 'forget' }],
]

for (const [what, subscription, step] of cases) test(what, () => assert.deepEqual(nextHubStep(subscription, now), step))

test('a hub that fails is asked less and less, one that refuses once a week', () => {
  const hours = Array.from({ length: 9 }, (_, failures) => hubWaitMs(failures) / 3_600_000)
  assert.deepEqual(hours, [1 / 6, 1, 6, 24, 24, 24, 168, 168, 168])
  assert.equal(hubWaitMs(0, true), hubWaitMs(9))
})
