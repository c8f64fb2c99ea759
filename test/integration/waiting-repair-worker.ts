import { once } from 'node:events'
import { BroadcastChannel, type MessagePort, parentPort } from 'node:worker_threads'
import type { RepairRequest } from '../../src/pipeline/stories/repair-worker.ts'

/**
 * The repair's thread, except that it says on a channel when it has been asked, and waits there for a word before it
 * begins: so that a test can change what is in between.
 */
const port = parentPort as MessagePort
const channel = new BroadcastChannel('repair')
const kept: RepairRequest[] = []
const keep = (request: RepairRequest) => {
  kept.push(request)
  if (request.kind === 'propose') channel.postMessage('asked')
}
port.on('message', keep)
channel.onmessage = async () => {
  channel.close()
  port.off('message', keep)
  await import('../../src/pipeline/stories/repair-worker.ts')
  for (const request of kept) port.emit('message', request)
}
await once(port, 'close')
