import { api, counted, listed, say, writePage } from './browser.js'
import { element, line, linkTo, marked, troubleText } from './results.js'
import { accessTo, call, readSettings } from './server.js'

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
const words = /** @type {HTMLTextAreaElement} */ (byId('words'))
const speaker = /** @type {HTMLInputElement} */ (byId('speaker'))
const form = /** @type {HTMLFormElement} */ (byId('check'))

writePage()
byId('settings').addEventListener('click', openOptions)
byId('connect').addEventListener('click', openOptions)

const settings = await readSettings()
byId('setup').hidden = settings !== undefined
byId('tools').hidden = settings === undefined
if (settings) await open(settings)

/** Shows the page the reader is on; nothing of it is sent until they press a button. */
async function open(/** @type {import('./server.js').Settings} */ settings) {
  const asked = await takeAsked()
  const [tab] = await api.tabs.query({ active: true, currentWindow: true })
  const url = asked?.url || tab?.url || ''
  const isPage = /^https?:/.test(url)
  byId('page').textContent = isPage ? new URL(url).host : ''
  byId('no-page').hidden = isPage
  byId('actions').hidden = !isPage

  onPress('save', () => save(settings, url))
  onPress('subscribe', () => subscribe(settings, url))
  onPress('story', () => findStory(settings, url))
  const check = once(() => show('check-result', () => checkQuotation(settings)))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    check()
  })
  if (asked?.words) {
    words.value = asked.words.slice(0, words.maxLength)
    check()
  } else if (tab?.id !== undefined) words.value = await selectedIn(tab.id)
}

/** The words for which the menu was used, once. @returns {Promise<{ words: string, url: string } | undefined>} */
async function takeAsked() {
  const { asked } = await api.storage.session.get(['asked'])
  if (asked !== undefined) await api.storage.session.remove('asked')
  return asked
}

/** The selected words of a page. They stay in the popup. Empty on pages that browsers keep extensions out of. */
async function selectedIn(/** @type {number} */ tabId) {
  try {
    const [frame] = await api.scripting.executeScript({ target: { tabId }, func: () => String(getSelection() ?? '') })
    return String(frame?.result ?? '')
      .trim()
      .slice(0, words.maxLength)
  } catch {
    return ''
  }
}

/** Runs one request at a time. */
function once(/** @type {() => Promise<void>} */ run) {
  let isRunning = false
  return async () => {
    if (isRunning) return
    isRunning = true
    await run()
    isRunning = false
  }
}

function onPress(/** @type {string} */ id, /** @type {() => Promise<readonly Node[]>} */ run) {
  byId(id).addEventListener(
    'click',
    once(() => show(`${id}-result`, run)),
  )
}

async function show(/** @type {string} */ id, /** @type {() => Promise<readonly Node[]>} */ run) {
  byId(id).replaceChildren(line(say('working')))
  byId(id).replaceChildren(...(await run()))
}

/** What an answer of the server shows; or what went wrong, and a button that helps. */
async function answered(
  /** @type {import('./server.js').Settings} */ settings,
  /** @type {Parameters<typeof call> extends [any, ...infer Rest] ? Rest : never} */ request,
  /** @type {(view: any) => readonly Node[] | Promise<readonly Node[]>} */ shown,
) {
  const answer = await call(settings, ...request)
  if ('view' in answer) return shown(answer.view)
  const said = line(troubleText(answer, settings.server))
  if (answer.trouble === 'access') return [said, button(say('allow'), () => allow(settings.server))]
  const isToken = answer.trouble === 'token' || answer.trouble === 'scope'
  return isToken ? [said, button(say('settings'), openOptions)] : [said]
}

function button(/** @type {string} */ text, /** @type {(pressed: HTMLElement) => void} */ press) {
  const made = element('button', { type: 'button', dir: 'auto' }, text)
  made.addEventListener('click', () => press(made))
  return made
}

async function allow(/** @type {string} */ server) {
  if (await api.permissions.request(accessTo(server))) location.reload()
}

function openOptions() {
  api.runtime.openOptionsPage()
}

function save(/** @type {import('./server.js').Settings} */ settings, /** @type {string} */ url) {
  return answered(settings, ['POST', '/articles', { url }], (view) => {
    if (view.kind === 'refused') return [line(say('notSaved'))]
    const [text, path] =
      view.kind === 'saved'
        ? [say('saved'), `/articles/${view.articleId}`]
        : [say('savedLink'), `/entries/${view.entryId}`]
    return [line(text, ' ', linkTo(settings.server, path, say('open')))]
  })
}

/** @returns {Promise<readonly Node[]>} */
function subscribe(/** @type {import('./server.js').Settings} */ settings, /** @type {string} */ url) {
  return answered(settings, ['POST', '/feeds', { url }], (view) => {
    switch (view.kind) {
      case 'added':
        return [line(say(view.added > 0 ? 'subscribed' : 'alreadySubscribed', listed(view.titles)))]
      case 'choose':
        return [line(say('chooseFeed')), feedList(settings, view.candidates)]
      default:
        return [line(say(view.reason === 'no-feed' ? 'noFeed' : 'noAnswer'))]
    }
  })
}

function feedList(
  /** @type {import('./server.js').Settings} */ settings,
  /** @type {readonly { url: string, title: string }[]} */ feeds,
) {
  const choose = (/** @type {string} */ url) => once(() => show('subscribe-result', () => subscribe(settings, url)))
  return element('ul', {}, ...feeds.map(({ url, title }) => element('li', {}, button(title || url, choose(url)))))
}

function findStory(/** @type {import('./server.js').Settings} */ settings, /** @type {string} */ url) {
  return answered(settings, ['GET', '/articles', { url }], (page) => {
    if (page.kind !== 'known') return [line(say('notKnown'))]
    return answered(settings, ['GET', `/articles/${encodeURIComponent(page.articleId)}`], ({ story }) => {
      if (!story) return [line(say('noStory'))]
      const { id, title, reportCount, articleCount, outlets } = story
      return [
        line(linkTo(settings.server, `/stories/${encodeURIComponent(id)}`, title)),
        ...(outlets.length > 1
          ? [
              line(`${say('reports', counted(reportCount))} · ${say('articles', counted(articleCount))}`),
              line(listed(outlets.map((/** @type {{ name: string }} */ { name }) => name))),
            ]
          : [line(say('oneOutlet'))]),
      ]
    })
  })
}

function checkQuotation(/** @type {import('./server.js').Settings} */ settings) {
  const by = speaker.value.trim()
  const asked = { words: words.value, ...(by !== '' && { speaker: by }) }
  return answered(settings, ['GET', '/quotes/checks', asked], (view) => {
    const heading = (/** @type {string} */ name) => element('h3', {}, say(name))
    switch (view.kind) {
      case 'exact':
        return [heading('exact'), ...placeOf(settings, view)]
      case 'other-speaker':
        return [heading('otherSpeaker'), ...placeOf(settings, view)]
      case 'unquoted':
        return [heading('unquoted'), ...placeOf(settings, view)]
      case 'altered':
        return [
          heading('altered'),
          line(say('yours')),
          element('blockquote', { dir: 'auto' }, ...marked(view.words, view.differs)),
          line(say('closest')),
          ...placeOf(settings, view),
        ]
      case 'too-short':
        return [line(say('tooShort'))]
      default:
        return [heading('notFound'), line(say('notFoundNote'))]
    }
  })
}

/** The words of the article, who says them there, and the way to see them in it. */
function placeOf(
  /** @type {import('./server.js').Settings} */ { server },
  /** @type {any} */ { kind, place, alsoIn = [], instead = [] },
) {
  const { citation, document: article } = place
  const by = place.speaker ? say(place.isProbable ? 'probably' : 'saidBy', place.speaker.name) : say('noSpeaker')
  const { start, end } = citation.span
  return [
    element('blockquote', { dir: 'auto', lang: article.language }, ...marked(citation.exact, instead)),
    ...(kind === 'unquoted' ? [] : [line(by)]),
    line(
      linkTo(
        server,
        `/citations/${encodeURIComponent(citation.documentId)}/${start}-${end}`,
        say('seeIn', article.sourceName),
      ),
    ),
    ...(alsoIn.length > 0 ? [line(say('alsoIn', listed(alsoIn)))] : []),
  ]
}
