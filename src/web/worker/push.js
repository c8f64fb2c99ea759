import { addressOf, home, worker } from './scope.js'

/** @typedef {{ title: string, body: string, path: string, tag: string, language: string, direction: 'ltr' | 'rtl' }} PushText */

// Every push shows a notification: a push without one costs the permission.
worker.addEventListener('push', (event) => {
  event.waitUntil(show(textOf(event.data)))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(String(event.notification.data?.path ?? '/alerts')))
})

/** @param {PushText} text */
function show({ title, body, path, tag, language, direction }) {
  return worker.registration.showNotification(title, {
    body,
    tag,
    lang: language,
    dir: direction,
    icon: `${home}favicon.svg`,
    data: { path },
  })
}

/**
 * The content of a message; an unreadable one still says that there is something.
 * @param {PushMessageData | null} data
 * @returns {PushText}
 */
function textOf(data) {
  const standing = {
    title: 'Twosource',
    body: '',
    path: '/alerts',
    tag: 'alerts',
    language: 'en',
    direction: /** @type {'ltr'} */ ('ltr'),
  }
  try {
    return { ...standing, ...data?.json() }
  } catch {
    return standing
  }
}

/**
 * Opens the page of an alert, in an open window if there is one. Only pages of our own.
 * @param {string} path
 */
async function open(path) {
  const href = addressOf(path) ?? `${home}alerts`
  const windows = await worker.clients.matchAll({ type: 'window' })
  const [first] = windows
  if (!first) return worker.clients.openWindow(href)
  await first.focus()
  return first.navigate(href)
}
