import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { packRows } from '../../cluster/packed-rows.ts'
import type { RepairContext } from '../../cluster/repair.ts'
import type { WindowEntry } from '../../cluster/window-entry.ts'
import type { RepairReply, RepairRequest } from './repair-worker.ts'

/** The outcome of a repair. A thread that dies is a value: the stories stay unchanged, and nothing else is harmed. */
type RepairOutcome =
  | ({ readonly kind: 'done' } & RepairReply)
  | { readonly kind: 'failed'; readonly error: string }
  /** The server stops. */
  | { readonly kind: 'stopped' }

export type RepairRun = {
  /** Sends the rows in parts, and yields to other work in between. They are copied: later changes are not seen. */
  give(entries: Iterable<WindowEntry>): Promise<void>
  /** Settles when the thread has answered or failed; then it is gone. */
  propose(context: Omit<RepairContext, 'newId'>): Promise<RepairOutcome>
  stop(): Promise<void>
}

export type RepairThreadOptions = {
  readonly deadlineMs: number
  /** The program of the thread; for tests of threads that die. */
  readonly program?: URL
}

/**
 * Heap limit for objects: a hundred thousand rows take a third of it at most. Vectors and pairs are outside the heap; pairs are bounded by
 * `proposeRepairs`.
 */
const HEAP_MB = 384
/** Rows copied per turn: a few milliseconds. */
const ROWS_AT_ONCE = 400

/**
 * Starts a thread for one repair. It ends with the repair and frees its memory, several times that of the window. Repairs run at most every
 * quarter of an hour, so starting a thread each time costs nothing.
 */
export function startRepair({ deadlineMs, program }: RepairThreadOptions): RepairRun {
  const worker = new Worker(program ?? new URL('./repair-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, stackSizeMb: 8 },
  })
  const { promise, resolve } = Promise.withResolvers<RepairOutcome>()
  const timer = setTimeout(
    () => resolve({ kind: 'failed', error: `Not done after ${Math.round(deadlineMs / 1000)} s` }),
    deadlineMs,
  )
  worker.on('message', (reply: RepairReply) => resolve({ kind: 'done', ...reply }))
  worker.on('messageerror', (error) => resolve({ kind: 'failed', error: String(error) }))
  worker.on('error', (error) => resolve({ kind: 'failed', error: String(error) }))
  worker.on('exit', (code) => resolve({ kind: 'failed', error: `The thread ended with code ${code}` }))
  const outcome = promise.finally(async () => {
    clearTimeout(timer)
    await worker.terminate()
  })

  const send = (request: RepairRequest, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(request, transfer)

  return {
    async give(entries) {
      let part: WindowEntry[] = []
      const sendPart = () => {
        const packed = packRows(part)
        part = []
        send(
          { kind: 'rows', packed },
          [packed.lengths, packed.features, packed.weights].map(({ buffer }) => buffer as ArrayBuffer),
        )
      }
      for (const entry of entries) {
        part.push(entry)
        if (part.length < ROWS_AT_ONCE) continue
        sendPart()
        await nextTurn()
      }
      if (part.length > 0) sendPart()
    },
    propose(context) {
      send({ kind: 'propose', context })
      return outcome
    },
    async stop() {
      resolve({ kind: 'stopped' })
      await outcome
    },
  }
}
