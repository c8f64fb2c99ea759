// Copies of pages for reading offline. The worker does the work; pages trigger it.
import { base, ownScript } from './own-page.js'
import { ask } from './worker-link.js'

const idleMs = 8000

if (navigator.serviceWorker && isSecureContext) {
  // After the page itself has loaded.
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
  addEventListener('online', () => ask('send'))
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.kind === 'changes') showWaiting(data.waiting)
  })
}

async function start() {
  try {
    const registration = await navigator.serviceWorker.register(ownScript(`${base}sw.js`), { updateViaCache: 'none' })
    await registerPeriodic(registration)
  } catch {
    return // a browser may refuse, in a private window or by a setting: then pages are read online
  }
  const line = document.querySelector('.offline:not([hidden])')
  const status = await ask(line ? 'status' : 'send')
  if (status) showWaiting(status.waiting)
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator)
  if (!line && navigator.onLine && !connection?.saveData) setTimeout(() => ask('ahead'), idleMs)
}

/**
 * Where the browser allows it (an installed app that is used often), copies are refreshed without the app being open.
 * @param {ServiceWorkerRegistration} registration
 */
async function registerPeriodic(registration) {
  const { periodicSync } = /** @type {{ periodicSync?: { register(tag: string, options: object): Promise<void> } }} */ (
    /** @type {unknown} */ (registration)
  )
  if (!periodicSync) return
  const name = /** @type {PermissionName} */ ('periodic-background-sync')
  const { state } = await navigator.permissions.query({ name })
  if (state === 'granted') await periodicSync.register('ahead', { minInterval: 6 * 3_600_000 })
}

/**
 * Shows on a page that is a copy how many changes are not sent yet.
 * @param {number} count
 */
function showWaiting(count) {
  const place = document.querySelector('.offline [data-waiting]')
  const number = place?.querySelector('b')
  if (!(place instanceof HTMLElement) || !number) return
  place.hidden = count === 0
  number.textContent = new Intl.NumberFormat(document.documentElement.lang).format(count)
}
