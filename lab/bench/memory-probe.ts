import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8'
import { threadId } from 'node:worker_threads'

// Loaded before the product (`--import`), in every thread of it: each tells in a file of its own what its heap takes.
const { BENCH_HEAPS: folder = '' } = process.env
const LOOK_MS = 100
/** A thread that was ended tells no more: what it said last stands. */
const path = join(folder, `${threadId}.json`)
let most = 0

setInterval(() => {
  const heap = getHeapStatistics()
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  most = Math.max(most, heap.total_physical_size)
  writeFileSync(
    path,
    JSON.stringify({
      program: (process.argv[1] ?? '').replace(/^.*\//, ''),
      heap: heap.total_physical_size,
      used: heap.used_heap_size,
      young: young?.physical_space_size ?? 0,
      outside: heap.external_memory,
      malloced: heap.malloced_memory,
      most,
    }),
  )
}, LOOK_MS).unref()
