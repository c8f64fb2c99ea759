import { isTracking } from './tracking.ts'

/** Parameters that name a visit, not a page. Short ones that name pages elsewhere (`sid`) are not among them. */
const SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*|session_?id|cfid|cftoken|_ga|_gl|xtor)$/i

/** A link, told apart into what says which page it is. */
export type LinkKey = {
  /** Host without `www.`, path and query: the same for all ways in which one page is linked. */
  readonly page: string
  /** The same without the host: what stays when a site moves to another. */
  readonly path: string
  /** What came after `#`; empty when nothing. */
  readonly fragment: string
  /** A home page: many entries may link it, and none has it for itself. */
  readonly isHome: boolean
}

/**
 * What two links to one page have in common: scheme, `www.`, the usual port, a slash at the end, marks of tracking and of
 * a visit, and the fragment do not count (a fragment that is a path, `#!/page`, does). Undefined for what is no address.
 */
export function linkKeyOf(link: string | undefined): LinkKey | undefined {
  const url = link === undefined ? null : URL.parse(link)
  if (!url) return undefined
  const fragment = url.hash.slice(1)
  const isRoute = /^!?\//.test(fragment)
  const query = [...url.searchParams].filter(([name]) => !isTracking(name) && !SESSION.test(name))
  const path = url.pathname.replace(/;jsessionid=[^/;]*/i, '').replace(/\/+$/, '')
  const asked = query.map(([name, value]) => `${name}=${value}`).join('&')
  const place = `${path}${asked && `?${asked}`}${isRoute ? `#${fragment}` : ''}`
  const usualPort = url.protocol === 'http:' ? '443' : url.protocol === 'https:' ? '80' : ''
  const host = url.port === usualPort ? url.hostname : url.host
  return {
    page: `${host.replace(/^www\./, '')}${place}`,
    path: place,
    fragment: isRoute ? '' : fragment,
    isHome: place === '',
  }
}
