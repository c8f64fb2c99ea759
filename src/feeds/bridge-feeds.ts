import type { DiscoveredFeed } from './discover.ts'

/** Pages of sites without feeds, and the RSSHub route that makes a feed of them; `$1` and so on are parts of the path. */
const routes: readonly (readonly [host: RegExp, path: RegExp, route: string, title: string])[] = [
  [/^t\.me$/, /^\/(?:s\/)?(\w{4,})\/?$/, '/telegram/channel/$1', '$1'],
  [/^(?:twitter|x)\.com$/, /^\/(?!home|search|explore|i\/)(\w{1,30})\/?$/, '/twitter/user/$1', '@$1'],
  [/^tiktok\.com$/, /^\/(@[\w.]+)\/?$/, '/tiktok/user/$1', '$1'],
  [/^instagram\.com$/, /^\/(?!explore|p\/|reel)([\w.]+)\/?$/, '/picnob/user/$1', '@$1'],
  [/^threads\.(?:net|com)$/, /^\/@([\w.]+)\/?$/, '/threads/$1', '@$1'],
  [/^space\.bilibili\.com$/, /^\/(\d+)/, '/bilibili/user/video/$1', 'bilibili $1'],
  [/^weibo\.com$/, /^\/u\/(\d+)/, '/weibo/user/$1', 'weibo $1'],
  [/^zhihu\.com$/, /^\/people\/([\w-]+)/, '/zhihu/people/activities/$1', '$1'],
  [/^pixiv\.net$/, /^\/(?:en\/)?users\/(\d+)/, '/pixiv/user/$1', 'pixiv $1'],
  [/^youtube\.com$/, /^\/(@[\w.-]+)/, '/youtube/user/$1', '$1'],
  [/^github\.com$/, /^\/([\w.-]+)\/([\w.-]+)\/issues/, '/github/issue/$1/$2', '$2: issues'],
]

/** The feeds that the owner's RSSHub offers for a page, for a few large sites. Fetches nothing. */
export function rssHubFeeds(page: URL, hub: string): DiscoveredFeed[] {
  const host = page.hostname.replace(/^(?:www|m|mobile)\./, '')
  return routes.flatMap(([hosts, path, route, title]) => {
    const match = hosts.test(host) ? path.exec(page.pathname) : null
    if (match === null) return []
    const filled = (text: string) => text.replace(/\$(\d)/g, (_, at) => match[Number(at)] ?? '')
    return [{ url: `${withoutSlash(hub)}${filled(route)}`, title: filled(title) }]
  })
}

/** Turns `rsshub://telegram/channel/name` into a URL of the owner's RSSHub. */
export function rssHubAddress(address: string, hub: string): string {
  return `${withoutSlash(hub)}/${address.replace(/^rsshub:\/*/i, '')}`
}

/** The URL that asks an RSS-Bridge which of its feeds fit a page. */
export function rssBridgeQueryUrl(pageUrl: string, bridge: string): string {
  return `${withoutSlash(bridge)}/?${new URLSearchParams({ action: 'findfeed', format: 'Atom', url: pageUrl })}`
}

/** The feeds in its answer, rewritten to the bridge's own URL: a bridge may not know under which URL it is reached. */
export function rssBridgeFeeds(answer: string, bridge: string): DiscoveredFeed[] {
  let read: unknown
  try {
    read = JSON.parse(answer)
  } catch {
    return []
  }
  return (Array.isArray(read) ? read.slice(0, 20) : []).flatMap((found: unknown) => {
    const { url, bridgeMeta } = (found ?? {}) as {
      readonly url?: unknown
      readonly bridgeMeta?: { readonly name?: unknown }
    }
    const query = typeof url === 'string' ? /\?(.+)$/s.exec(url)?.[1] : undefined
    const name = typeof bridgeMeta?.name === 'string' ? bridgeMeta.name.slice(0, 200) : 'RSS-Bridge'
    return query === undefined ? [] : [{ url: `${withoutSlash(bridge)}/?${query}`, title: name }]
  })
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}
