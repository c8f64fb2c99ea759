import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { html } from '../../src/web/layout/html.ts'
import { contentPolicy, framePage, type LinkTo, relativeLink, type SiteFiles } from './frame.ts'
import { copiedPath, namePages } from './live-paths.ts'

const realPath = 'live/in-the-real-thing.html'
const atOnce = 6

/** Parts of a page that do nothing without script or server, or that tell about the server it came from. */
const useless = [
  'script',
  'link:not([rel=stylesheet])',
  'meta[name=referrer]',
  'section.offline',
  'live-news',
  'share-page',
  'read-aloud',
  'keyboard-nav',
  'output.toast',
  '.printed',
  '[data-keys-list]',
  'audio',
  'input[type=hidden]',
].join(', ')

/** What we use of the DOM. */
type Element = {
  readonly id: string
  readonly localName: string
  readonly attributes: Iterable<{ readonly name: string }>
  readonly children: { readonly length: number }
  readonly classList: { add(name: string): void }
  textContent: string | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  closest(selector: string): Element | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
  insertAdjacentHTML(place: 'beforeend' | 'afterend', markup: string): void
  remove(): void
}
type Document = Pick<Element, 'querySelector' | 'querySelectorAll'> & { readonly head: Element; toString(): string }
type Copy = { readonly path: string; readonly document: Document }

/**
 * Copies the pages of a running demo into the site, from Today on, as they are without script: links between them work, a link that needs a
 * server becomes text, and a button leads to a page that says so. `mostPages` ends it early.
 */
export async function addLive(files: SiteFiles, origin: string, mostPages = Number.POSITIVE_INFINITY): Promise<void> {
  const { copies, same } = await copyPages(origin, mostPages)
  const names = namePages(copies.map(named))
  const nameOf = (path: string) => names.get(same.get(path) ?? path)
  const anchors = new Map(
    copies.map(({ path, document }) => [
      nameOf(path)!,
      new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
    ]),
  )
  const sheets = new Map<string, string>()
  const pictures = new Map<string, string>()
  for (const { document } of copies) {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const href = link.getAttribute('href')!
      if (!sheets.has(href)) sheets.set(href, await addSheet(files, origin, href))
    }
    for (const picture of document.querySelectorAll('img')) {
      const source = picture.getAttribute('src')!
      if (!source.startsWith('data:') && !pictures.has(source))
        pictures.set(source, await addPicture(files, origin, source))
    }
  }
  const styles = [...sheets.values()].map((path) => String(files.get(path))).join('\n')
  for (const copy of copies) {
    const path = nameOf(copy.path)!
    rewrite(copy, { path, origin, styles, nameOf, anchors, files: new Map([...sheets, ...pictures]) })
    files.set(path, withoutPorts(copy.document.toString(), origin))
  }
  files.set(realPath, realThing())
}

/** Follows the links from Today on. Pages that are the same under several links are copied once. */
async function copyPages(origin: string, mostPages: number) {
  const open = ['/']
  const seen = new Set(open)
  const copies: Copy[] = []
  const same = new Map<string, string>()
  const known = new Map<string, string>()
  while (open.length > 0 && copies.length < mostPages) {
    const paths = open.splice(0, Math.min(atOnce, mostPages - copies.length))
    const texts = await Promise.all(paths.map((path) => fetchPage(origin, path)))
    for (const [at, path] of paths.entries()) {
      const text = texts[at]
      if (text === undefined) continue
      const document: Document = parseHTML(text).document
      for (const one of document.querySelectorAll(useless)) one.remove()
      const hash = hashOf(document.toString())
      const twin = known.get(hash)
      if (twin !== undefined) {
        same.set(path, twin)
        continue
      }
      known.set(hash, path)
      copies.push({ path, document })
      for (const link of document.querySelectorAll('a[href]')) {
        // From paragraph to paragraph, every word of every article would be a page.
        if (link.closest('.neighbors')) continue
        const next = pathOf(link, origin, path)
        if (next !== undefined && !seen.has(next)) {
          seen.add(next)
          open.push(next)
        }
      }
    }
  }
  return { copies, same }
}

/** As a look ahead: what is copied is not marked as read. Undefined for what isn't there, and for what isn't a page. */
async function fetchPage(origin: string, path: string): Promise<string | undefined> {
  const ask = () => fetch(origin + path, { headers: { 'Accept-Language': 'en-US', 'Sec-Purpose': 'prefetch' } })
  const answer = await ask()
  const text = await answer.text()
  if (answer.status >= 500) throw new Error(`The demo answered ${answer.status} to ${path}`)
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return undefined
  // The demo learns the size of a picture when it is first asked for.
  const unsized = [...text.matchAll(/<img src="([^"]+)"[^>]* class="unsized"/g)].map(([, source = '']) => source)
  if (unsized.length === 0) return text
  for (const source of unsized) await (await fetch(origin + source.replaceAll('&amp;', '&'))).arrayBuffer()
  return (await ask()).text()
}

function pathOf(link: Element, origin: string, from: string): string | undefined {
  const url = new URL(link.getAttribute('href')!, origin + from)
  return url.origin === origin ? copiedPath(url) : undefined
}

function named({ path, document }: Copy) {
  const title = document.querySelector('h1 .wide') ?? document.querySelector('h1 bdi') ?? document.querySelector('h1')
  const heading = title?.textContent ?? path
  const from = path.startsWith('/citations/')
    ? document.querySelector('.source a')?.getAttribute('href')?.split('?')[0]
    : document.querySelector('.from bdi')?.textContent
  return { path, heading: heading.replaceAll(/\s+/g, ' ').trim(), ...(from ? { from } : {}) }
}

async function addSheet(files: SiteFiles, origin: string, href: string): Promise<string> {
  const path = `live/${href.split('/').at(-1)}`
  files.set(path, await (await fetch(origin + href)).text())
  return path
}

const kinds: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/gif': 'gif',
  'image/x-icon': 'ico',
}

async function addPicture(files: SiteFiles, origin: string, source: string): Promise<string> {
  const answer = await fetch(new URL(source, origin))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const kind = kinds[answer.headers.get('content-type')?.split(';')[0] ?? '']
  if (!answer.ok || kind === undefined) throw new Error(`The demo answered ${answer.status} to the picture ${source}`)
  const path = `live/pictures/${hashOf(bytes)}.${kind}`
  files.set(path, bytes)
  return path
}

type Place = {
  readonly path: string
  readonly origin: string
  readonly styles: string
  readonly nameOf: (path: string) => string | undefined
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>
  readonly files: ReadonlyMap<string, string>
}

/** Makes a page of the demo a page of the site. */
function rewrite(copy: Copy, { path, origin, styles, nameOf, anchors, files }: Place): void {
  const { document } = copy
  const link: LinkTo = (to) => relativeLink(path, to)
  for (const one of document.querySelectorAll('a[href]')) {
    const target = pathOf(one, origin, copy.path)
    const name = target === undefined ? undefined : nameOf(target)
    if (one.getAttribute('href')!.startsWith('#')) continue
    if (name === undefined) {
      nameOutlet(one)
      // A link without a target is text; its look says that it leads nowhere.
      for (const { name } of [...one.attributes])
        if (!/^(?:id|class|lang|dir|hidden|data-.+)$/.test(name)) one.removeAttribute(name)
      one.classList.add('needs-server')
      one.setAttribute('title', 'In the real thing')
      continue
    }
    const fragment = new URL(one.getAttribute('href')!, origin).hash.slice(1)
    const isThere = fragment !== '' && anchors.get(name)?.has(decodeURIComponent(fragment))
    one.setAttribute('href', link(isThere ? `${name}#${fragment}` : name))
    one.removeAttribute('rel')
  }
  for (const form of document.querySelectorAll('form')) {
    form.setAttribute('action', link(realPath))
    form.removeAttribute('method')
    form.removeAttribute('enctype')
  }
  for (const field of document.querySelectorAll('input:not([type=radio]), button, select, textarea'))
    for (const name of ['name', 'formaction', 'formmethod', 'required', 'minlength']) field.removeAttribute(name)
  for (const choice of document.querySelectorAll('option')) choice.removeAttribute('value')
  for (const one of document.querySelectorAll('img, link[rel=stylesheet]')) {
    const attribute = one.localName === 'img' ? 'src' : 'href'
    const file = files.get(one.getAttribute(attribute)!)
    if (file !== undefined) one.setAttribute(attribute, link(file))
    one.removeAttribute('srcset')
  }
  for (const one of document.querySelectorAll('*'))
    for (const { name } of [...one.attributes])
      if (name.startsWith('data-') && !styles.includes(`[${name}`)) one.removeAttribute(name)
  document.head.insertAdjacentHTML(
    'beforeend',
    String(
      html`<meta http-equiv="Content-Security-Policy" content="${contentPolicy("'none'")}"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="${link('site.css')}"><link rel="icon" href="${link('favicon.svg')}" type="image/svg+xml">`,
    ),
  )
  document
    .querySelector('.skip')
    ?.insertAdjacentHTML(
      'afterend',
      String(
        html`<section class="copied" aria-label="About this copy"><p>A copy of the demo, with invented news. What is dimmed needs a server.</p> <a href="${link('index.html')}">What is Twosource?</a></section>`,
      ),
    )
}

/** The demo's outlets are paths of one server; each is shown as a site of its own, which is how real ones look. */
function nameOutlet(link: Element): void {
  const outlet = /^http:\/\/127\.0\.0\.1:\d+\/([\w-]+)/.exec(link.getAttribute('href') ?? '')?.[1]
  if (outlet === undefined) return
  for (const part of link.querySelectorAll('*'))
    if (part.children.length === 0 && part.textContent)
      part.textContent = part.textContent.replace(/127\.0\.0\.1:\d+/, `${outlet}.example`)
  if (link.children.length === 0 && link.textContent)
    link.textContent = link.textContent.replace(/127\.0\.0\.1:\d+/, `${outlet}.example`)
}

/** Ports differ from one demo to the next. */
function withoutPorts(text: string, origin: string): string {
  return text
    .replaceAll(new URL(origin).host, '127.0.0.1:7180')
    .replaceAll(/127\.0\.0\.1:(?!7180)\d+\/([\w-]+)/g, '$1.example')
    .replaceAll(/127\.0\.0\.1:(?!7180)\d+/g, 'news.example')
}

function realThing(): string {
  const body = (link: LinkTo) => html`<article class="doc"><h1>In the real thing</h1>
<p>What you just pressed needs a server, and these pages are a copy. On your machine it works, with the same invented news:</p>
<pre><code>npm ci
npm start demo</code></pre>
<p class="acts"><a class="btn main" href="${link('guide/start.html')}">First steps</a><a class="btn" href="${link('live/index.html')}">Back to Today</a></p></article>
`
  return framePage({ path: realPath, title: 'In the real thing', place: 'live', body })
}

function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
