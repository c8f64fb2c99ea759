/** Session parameters. Not listed: short ones that identify pages elsewhere (`sid`). */
const SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*|session_?id|cfid|cftoken|_ga|_gl|xtor)$/i

export type LinkKey = {
  /** Host without `www.`, path and query: equal for all ways to link one page. */
  readonly page: string
  /** The same without the host: unchanged when a site moves to another host. */
  readonly path: string
  /** The part after `#`, or empty. */
  readonly fragment: string
  /** A home page: many entries may link it, and it belongs to none of them. */
  readonly isHome: boolean
}

/**
 * What two links to one page have in common. Ignored are scheme, `www.`, the default port, a final slash, tracking and session
 * parameters, and the fragment (unless it's a path, `#!/page`). Undefined if it isn't a URL.
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

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmp|cmpid|ito|at_\w+|ns_\w+)$/i

/** Whether a URL parameter is for tracking only: the page is the same without it. */
export function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter)
}
