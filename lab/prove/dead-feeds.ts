import { amongTheDead } from './dead-feeds/among-the-dead.ts'
import type { Proof } from './proof.ts'

const seconds = (ms: number) => Math.round(ms / 100) / 10
/** HTML of the pages that list feeds. */
const mostBytes = 60_000

/** Five thousand feeds that never answer beside fifty living ones: the living wait no longer, and pages stay fast and small. */
export const prove: Proof = async () => {
  const found = await amongTheDead({ dead: 5_000, living: 50, timeoutSeconds: 5, firsts: 7, rounds: 80 })
  const { among, idle } = found.pages!
  const mostPoll = found.pollAloneMs + 5_000
  const sizes = [...idle.bytes].map(([path, bytes]) => [path, Math.max(bytes, among.bytes.get(path) ?? 0)] as const)
  const [largest = '', largestBytes = 0] = sizes.toSorted(([, a], [, b]) => b - a)[0] ?? []
  return {
    name: 'dead-feeds',
    checks: [
      {
        what: 'first article of a feed just followed, ms',
        measured: Math.round(found.amongMs),
        wanted: `≤ ${Math.round(1.5 * found.aloneMs)} (alone: ${Math.round(found.aloneMs)})`,
        isMet: found.amongMs <= 1.5 * found.aloneMs,
      },
      {
        what: 'slowest of a hundred pages, ms',
        measured: Math.round(among.p99Ms),
        wanted: `≤ ${Math.round(2 * idle.p99Ms)} (idle: ${Math.round(idle.p99Ms)})`,
        isMet: among.p99Ms <= 2 * idle.p99Ms,
      },
      {
        what: `largest page (${largest}), KB`,
        measured: Math.round(largestBytes / 1_000),
        wanted: `≤ ${mostBytes / 1_000}`,
        isMet: largestBytes <= mostBytes,
      },
      {
        what: 'the last living feed is asked after it is due, s',
        measured: seconds(found.pollAmongMs),
        wanted: `≤ ${seconds(mostPoll)} (alone: ${seconds(found.pollAloneMs)})`,
        isMet: found.pollAmongMs <= mostPoll,
      },
      {
        what: 'most requests at one host',
        measured: found.mostAtOneHost,
        wanted: '1',
        isMet: found.mostAtOneHost === 1,
      },
      { what: 'requests at once', measured: found.mostAtOnce, wanted: '≤ 320', isMet: found.mostAtOnce <= 320 },
      { what: 'memory more, MB', measured: found.grewMegabytes, wanted: '≤ 150', isMet: found.grewMegabytes <= 150 },
    ],
    table: [
      { 'dead feeds asked meanwhile': found.askedDead },
      ...sizes.map(([page, bytes]) => ({ page, KB: Math.round(bytes / 100) / 10 })),
    ],
  }
}
