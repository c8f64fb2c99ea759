// Reading offline. An enhancement: without this worker every page is read online.
import { fetchAhead } from './ahead.js'
import { answer, dropOldAssets, keepAssets } from './answers.js'
import { clearCopies } from './copies.js'
import { list } from './database.js'
import { countChanges, forgetRefused, send } from './outbox.js'
import './push.js'
import { worker } from './scope.js'

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAssets().then(() => worker.skipWaiting()))
})

// A new version may take over open pages at once: they are answered by the server first, and their style sheet and script are stored under
// URLs of their own.
worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

async function takeOver() {
  await dropOldAssets()
  await worker.registration.navigationPreload?.enable()
  await worker.clients.claim()
  await send().catch(() => {})
}

worker.addEventListener('fetch', answer)

worker.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendOrFail())
})

worker.addEventListener('periodicsync', (event) => {
  if (event.tag === 'ahead') event.waitUntil(send().then(() => fetchAhead(false)))
})

/** The browser repeats a failed sync. */
async function sendOrFail() {
  if (!(await send())) throw new Error('Changes still wait')
}

worker.addEventListener('message', (event) => {
  const [port] = event.ports
  event.waitUntil(obey(event.data?.kind).then((status) => port?.postMessage(status)))
})

/**
 * Runs a page's command, and sends the status after it.
 * @param {unknown} kind
 */
async function obey(kind) {
  if (kind === 'clear') await clearCopies()
  else if (kind === 'send') await send()
  else if (kind === 'forget') await forgetRefused()
  else if (kind === 'ahead' || kind === 'ahead-now') await fetchAhead(kind === 'ahead-now')
  const copies = (await list('copy')).sort((a, b) => b.usedAt - a.usedAt)
  return { ...(await countChanges()), bytes: copies.reduce((sum, { bytes }) => sum + bytes, 0), copies }
}
