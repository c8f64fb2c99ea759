import { api, say, writePage } from './browser.js'
import { line, troubleText } from './results.js'
import { accessTo, call, readSettings, serverOf } from './server.js'

const form = /** @type {HTMLFormElement} */ (document.getElementById('options'))
const server = /** @type {HTMLInputElement} */ (document.getElementById('server'))
const token = /** @type {HTMLInputElement} */ (document.getElementById('token'))
const makeToken = /** @type {HTMLAnchorElement} */ (document.getElementById('make-token'))
const disconnect = /** @type {HTMLButtonElement} */ (document.getElementById('disconnect'))
const result = /** @type {HTMLElement} */ (document.getElementById('result'))

writePage()
const stored = await readSettings()
if (stored) {
  server.value = stored.server
  token.value = stored.token
  disconnect.hidden = false
}
offerToken()

server.addEventListener('input', offerToken)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const url = serverOf(server.value)
  const secret = token.value.trim()
  if (url === undefined) return show(say('badServer'), server)
  if (secret === '') return show(say('noToken'), token)
  // Not after an await: browsers ask only while they handle the click.
  connect(url, secret, api.permissions.request(accessTo(url)))
})
disconnect.addEventListener('click', async () => {
  const before = await readSettings()
  await api.storage.local.clear()
  if (before) await api.permissions.remove(accessTo(before.server)).catch(() => false)
  server.value = ''
  token.value = ''
  disconnect.hidden = true
  offerToken()
  show(say('disconnected'))
  server.focus()
})

/** Where a token is made, once the server is known. */
function offerToken() {
  const url = serverOf(server.value)
  makeToken.hidden = url === undefined || server.value.trim() === ''
  if (url !== undefined) makeToken.href = `${url}/settings/tokens`
}

async function connect(
  /** @type {string} */ typed,
  /** @type {string} */ secret,
  /** @type {Promise<boolean>} */ asked,
) {
  show(say('working'))
  const { host, origin } = new URL(typed)
  if (!(await asked.catch(() => false))) return show(say('noAccess', host))
  // The least that a token may read.
  const ask = (/** @type {string} */ server) => call({ server, token: secret }, 'GET', '/feeds/counts')
  const below = typed === origin ? undefined : await ask(typed)
  // A server has a path of its host, or what was typed is one of its pages.
  const url = below && 'view' in below ? typed : origin
  const answer = below && url === typed ? below : await ask(origin)
  if ('trouble' in answer) return show(troubleText(answer, url))
  const before = await readSettings()
  await api.storage.local.set({ server: url, token: secret })
  if (before && before.server !== url) await api.permissions.remove(accessTo(before.server)).catch(() => false)
  server.value = url
  disconnect.hidden = false
  show(say('connected'))
}

function show(/** @type {string} */ text, /** @type {HTMLInputElement | undefined} */ wrong = undefined) {
  result.replaceChildren(line(text))
  for (const field of [server, token]) field.setAttribute('aria-invalid', String(field === wrong))
  wrong?.focus()
}
