import type { MineOperations } from '../../src/web/mine-operations.ts'

const at = '2025-08-19T14:00:00.000Z'

/** What belongs to the reader, from plain objects; every change is recorded. */
export function mineOperations(changes: unknown[]): MineOperations {
  const record = (name: string, input: unknown) => changes.push([name, input])
  return {
    follow: async (input) => {
      record('follow', input)
      return { label: input.target, at, ...input }
    },
    unfollow: async (input) => {
      record('unfollow', input)
      return { label: input.target, at, ...input }
    },
    mute: async (input) => {
      if (input.target === '!') return undefined
      record('mute', input)
      return { id: 'mute-1' as never, label: input.target, at, ...input }
    },
    unmute: async (input) => {
      record('unmute', input)
      return undefined
    },
    save: async (input) => {
      if (input.target === 'nowhere') return undefined
      record('save', input)
      return { title: 'Saved', at, ...input }
    },
    unsave: async (input) => {
      record('unsave', input)
      return { title: 'Saved', at, ...input }
    },
    recordVisit: async () => ({}),
  }
}
