/**
 * Which pages of a running demo the site has, and what they are called there. A page is named by what it shows, since ids differ from one
 * demo to the next.
 */

/** Paths that are copied, with the parts of a query that make a page of their own. */
const copied: readonly (readonly [path: RegExp, query?: RegExp])[] = [
  [/^\/$/, /^(?:section|view)$/],
  [/^\/(?:brief|about|people|sources)$/, /^kind$/],
  [/^\/(?:days|brief)\/[\d-]+$/],
  [/^\/stories\/[^/]+(?:\/(?:quotes|timeline|coverage|compare))?$/],
  [/^\/stories\/[^/]+\/summary$/, /^length$/],
  [/^\/articles\/[^/]+$/, /^revision$/],
  [/^\/articles\/[^/]+\/changes$/],
  [/^\/citations\/[^/]+\/\d+-\d+$/],
  [/^\/(?:people|sources)\/[^/]+$/],
  [/^\/feeds$/, /^(?:feed|folder)$/],
]
/** What only marks words on a page that is copied without. */
const marks = ['start', 'end']

/** What to ask the demo for to copy what a link leads to; undefined if that needs a server. */
export function copiedPath(url: URL): string | undefined {
  const found = copied.find(([path]) => path.test(url.pathname))
  if (!found) return undefined
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !marks.includes(name)))
  if ([...query.keys()].length > 1 || ![...query.keys()].every((name) => found[1]?.test(name))) return undefined
  return query.size > 0 ? `${url.pathname}?${query}` : url.pathname
}

/** What pages say of themselves that names their files. */
export type Named = {
  /** As the demo was asked. */
  readonly path: string
  readonly heading: string
  /** The outlet of an article; of a citation the path of the article. */
  readonly from?: string
}

/** The path in the site of each page, by what the demo was asked for. */
export function namePages(pages: readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const own = (page: Named) => {
    const [, room = '', id = ''] = page.path.split(/[/?]/)
    if (room === 'articles' && page.from) return slug(`${page.from} ${page.heading}`)
    if (room === 'stories' || room === 'sources' || room === 'articles') return slug(page.heading)
    return slug(decodeURIComponent(id))
  }
  const give = (path: string, name: string) => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
    taken.add(free)
    names.set(path, `live/${free}.html`)
  }
  const parts = ({ path }: Named) => (path.split('?')[0] ?? '').split('/').slice(1)
  const base = (path: string | undefined) => names.get(path ?? '')?.slice('live/'.length, -'.html'.length)
  // Pages of a thing first: what is below them is named after them.
  const [tops, below] = [
    pages.filter((page) => parts(page).length < 3 && parts(page)[0] !== 'citations'),
    pages.filter((page) => parts(page).length >= 3),
  ]
  for (const page of tops) {
    const [room = '', id] = parts(page)
    const query = page.path.split('?')[1]
    if (page.path === '/') give(page.path, 'index')
    else if (room === 'articles' && query) give(page.path, `articles/${own(page)}-earlier`)
    else if (room === 'feeds' && query) give(page.path, `feeds/${slug(page.heading)}`)
    else if (query) give(page.path, [room, slug(query)].filter(Boolean).join('/'))
    else give(page.path, id === undefined ? room : `${room}/${own(page)}`)
  }
  for (const page of below) {
    const [room = '', id = '', part = ''] = parts(page)
    if (room === 'citations') {
      give(page.path, `citations/${base(page.from)?.split('/')[1] ?? slug(page.heading)}/${part}`)
      continue
    }
    const top = base(`/${room}/${id}`) ?? `${room}/${slug(page.heading)}`
    const query = page.path.split('?')[1]
    give(page.path, [`${top}/${part}`, ...(query ? [slug(query)] : [])].join('-'))
  }
  return names
}

/** Words as part of a path: a few letters that every server and file system takes. */
function slug(words: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
  return plain.replaceAll(/^-|-$/g, '') || 'other'
}
