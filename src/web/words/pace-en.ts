import type { PollReason } from '../../core/feed-pace.ts'

/**
 * Why a feed is read when it is, after the time of its next reading; empty where there is nothing to say. `every` is how long it is
 * left alone, `gap` the time between two of its entries, both in words.
 */
export type PaceWords = Readonly<Record<PollReason, (every: string, gap: string) => string>>

export const paceEn: PaceWords = {
  usual: () => '',
  asked: (every) => `it asks to be left alone for ${every}`,
  rhythm: (every, gap) => `about ${gap} between two entries, so it is left alone for ${every}`,
  quiet: (every) => `nothing new lately, so it is left alone for ${every}`,
  'same-bytes': (every) => `it sends everything again each time, so it is left alone for ${every}`,
  skipped: () => 'it asks not to be read before that hour',
  pushed: () => 'its hub tells us what is new',
  'host-paused': () => 'paused: its server asks to be left alone until then',
  failing: () => 'after a failure it is tried more and more slowly',
  missing: () => 'nothing there for days: tried once a week',
  gone: () => 'it says it is gone, which is made sure of',
  'by-hand': () => 'somebody asked for it',
  turn: () => 'other feeds of its server go first',
  'asked-now': () => 'it is being read',
}
