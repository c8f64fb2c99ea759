import { parseHTML } from 'linkedom'
import { paths } from './browser.ts'

const mostPages = 40

/**
 * The places of a running server, by name: every fixed address of `paths`, and one address of each other kind (a story, an
 * article, a person) found by following links from Today. The first link of a kind is taken: on Today that is the story
 * of the day.
 */
export async function placesOf(origin: string): Promise<Readonly<Record<string, string>>> {
  const found = new Map<string, string>()
  const fixed = Object.entries(paths).filter(([, path]) => !/\d/.test(path) && !path.includes('nowhere'))
  for (const [name, path] of fixed) if ((await fetch(origin + path)).ok) found.set(name, path)
  const kinds = new Set([...found.values()].map(kindOf))
  const waiting = ['/', ...found.values()]
  for (let seen = 0; waiting.length > 0 && seen < mostPages; seen += 1) {
    const answer = await fetch(origin + waiting.shift()!)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    for (const link of parseHTML(await answer.text()).document.querySelectorAll('a[href^="/"]')) {
      const path = link.getAttribute('href')!.split('#')[0]!
      const kind = kindOf(path)
      // A file to take away is no page.
      if (kinds.has(kind) || /export|\.\w+$/.test(kind)) continue
      kinds.add(kind)
      found.set(kind, path)
      waiting.push(path)
    }
  }
  return Object.fromEntries(found)
}

/** `/stories/01J…/arrange?article=…` is a `stories-one-arrange`. */
function kindOf(path: string): string {
  const parts = new URL(path, 'http://server.invalid').pathname.split('/').filter(Boolean)
  return parts.map((part, index) => (index > 0 && /\d|[A-Z]/.test(part) ? 'one' : part)).join('-') || 'today'
}
