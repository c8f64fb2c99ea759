import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { type PackedRows, unpackRows } from '../../cluster/packed-rows.ts'
import { type Move, proposeRepairs, type RepairContext } from '../../cluster/repair.ts'
import type { WindowEntry } from '../../cluster/window-entry.ts'
import { asId, type StoryId } from '../../core/ids.ts'

/** Messages to the thread: rows of the window in any number of parts, and then the request. */
export type RepairRequest =
  | { readonly kind: 'rows'; readonly packed: PackedRows }
  | { readonly kind: 'propose'; readonly context: Omit<RepairContext, 'newId'> }
/** The moves; new stories have temporary ids, all listed in `founded`. */
export type RepairReply = { readonly moves: readonly Move[]; readonly founded: readonly StoryId[] }

const rows: WindowEntry[] = []

parentPort?.on('message', (request: RepairRequest) => {
  switch (request.kind) {
    case 'rows':
      for (const row of unpackRows(request.packed)) rows.push(row)
      return
    case 'propose': {
      const founded: StoryId[] = []
      const newId = () => {
        founded.push(asId<StoryId>(`founded ${founded.length + 1}`))
        return founded.at(-1) as StoryId
      }
      const moves = proposeRepairs(rows, { ...request.context, newId })
      parentPort?.postMessage({ moves, founded } satisfies RepairReply)
    }
  }
})

/** Nobody waits for a repair: on Linux, where a thread has its own priority, pages and articles go first. */
function stepBack(): void {
  if (process.platform !== 'linux') return
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  // Never the id of the process itself, which would slow everything.
  if (thread > 0 && thread !== process.pid) setPriority(thread, 10)
}

try {
  stepBack()
} catch {
  // Without /proc, or without permission: the usual priority.
}
