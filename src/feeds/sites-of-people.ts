import { decodePart, partsOf, type Site, type SiteFeed } from './site.ts'

const channelInPage =
  /(?:"(?:channelId|externalId|browseId)":"|<meta itemprop="(?:identifier|channelId)" content=")(UC[\w-]{22})"/

/** Sites where people post and publish videos. */
export const sitesOfPeople: readonly Site[] = [
  {
    host: /^youtube\.com$/,
    feeds(page, html) {
      const playlist = page.searchParams.get('list')
      if (playlist && page.pathname === '/playlist') return [[videos('playlist_id', playlist), 'Playlist']]
      const channel = /^\/channel\/(UC[\w-]{22})(?:\/|$)/.exec(page.pathname)?.[1] ?? channelInPage.exec(html)?.[1]
      if (channel === undefined) return []
      // YouTube has a playlist of each kind of a channel's videos under the same id.
      const list = (kind: string) => videos('playlist_id', `${kind}${channel.slice(2)}`)
      return [
        [videos('channel_id', channel), 'All videos'],
        [list('UULF'), 'Videos without shorts'],
        [list('UULV'), 'Live'],
      ]
    },
  },
  {
    host: /^(?:old\.|new\.|np\.)?reddit\.com$/,
    feeds(page) {
      const home = 'https://www.reddit.com'
      const [kind, name, third, fourth] = partsOf(page)
      if (kind === undefined) return [[`${home}/.rss`, 'Reddit']]
      if (kind === 'search') return [[`${home}/search.rss${page.search}`, page.searchParams.get('q') ?? 'Reddit']]
      if (name === undefined || !/^[\w+-]+$/.test(name)) return []
      const isUser = kind === 'user' || kind === 'u'
      if (isUser && third === 'm' && fourth) return [[`${home}/user/${name}/m/${fourth}/.rss`, `${name}/${fourth}`]]
      if (isUser) return [[`${home}/user/${name}/.rss`, `user/${name}`]]
      if (kind !== 'r') return []
      if (third === 'search') return [[`${home}/r/${name}/search.rss${page.search}`, `r/${name}`]]
      return third !== undefined && /^(?:new|top|rising|hot)$/.test(third)
        ? [[`${home}/r/${name}/${third}/.rss${page.search}`, `r/${name}: ${third}`]]
        : [[`${home}/r/${name}/.rss`, `r/${name}`]]
    },
  },
  {
    host: /^bsky\.app$/,
    feeds(page) {
      const profile = /^\/profile\/([\w.:-]+)\/?$/.exec(page.pathname)?.[1]
      return profile ? [[`https://bsky.app/profile/${profile}/rss`, profile]] : []
    },
  },
  {
    host: /^vimeo\.com$/,
    feeds(page) {
      const [first, second, third] = partsOf(page)
      if ((first === 'channels' || first === 'groups') && second)
        return [[`https://vimeo.com/${first}/${second}/videos/rss`, second]]
      const user = first === 'user' ? second : first
      const isUser = user !== undefined && !/^(?:\d+|categories|features|blog|watch|ott|upgrade|search)$/.test(user)
      return isUser && third === undefined ? [[`https://vimeo.com/${user}/videos/rss`, user]] : []
    },
  },
  {
    host: /^(?:soundcloud|dailymotion)\.com$/,
    feeds(page) {
      const [user] = partsOf(page)
      return user && page.hostname.includes('dailymotion') && user !== 'video'
        ? [[`https://www.dailymotion.com/rss/user/${user}`, user]]
        : []
    },
  },
  {
    // Software that runs on any host; the page identifies it.
    host: /./,
    feeds: fediverse,
  },
]

function fediverse(page: URL, html: string): readonly SiteFeed[] {
  const { origin, hostname, pathname } = page
  const user = /^\/(?:@|users\/)([\w.-]+)\/?$/.exec(pathname)?.[1]
  const tag = /^\/tags\/([\p{L}\p{N}_%]+)\/?$/u.exec(pathname)?.[1]
  const head = html.slice(0, 200_000)
  if (/id=['"]mastodon['"]|content=['"]Mastodon|\/packs\/js\/|mastodon/i.test(head)) {
    if (user) return [[`${origin}/@${user}.rss`, `@${user}@${hostname}`]]
    return tag ? [[`${origin}/tags/${tag}.rss`, `#${decodePart(tag)}`]] : []
  }
  if (/content=['"](?:Misskey|Sharkey|Firefish|Iceshrimp)/i.test(head))
    return user ? [[`${origin}/@${user}.atom`, `@${user}@${hostname}`]] : []
  if (/content=['"][^'"]{0,40}Pixelfed|pixelfed/i.test(head)) {
    const name = /^\/([\w.-]+)\/?$/.exec(pathname)?.[1]
    return name ? [[`${origin}/users/${name}.atom`, `@${name}@${hostname}`]] : []
  }
  if (/content=['"]PeerTube|peertube/i.test(head)) {
    const [, kind, name] = /^\/(c|a|video-channels|accounts)\/([\w.@-]+)/.exec(pathname) ?? []
    const by = kind === 'a' || kind === 'accounts' ? 'accountName' : 'videoChannelName'
    return name ? [[`${origin}/feeds/videos.xml?${by}=${encodeURIComponent(name)}`, name]] : []
  }
  if (/lemmy/i.test(head)) {
    const [, kind, name] = /^\/([cu])\/([\w.@-]+)\/?$/.exec(pathname) ?? []
    return kind && name ? [[`${origin}/feeds/${kind}/${name}.xml?sort=New`, `${kind}/${name}`]] : []
  }
  return []
}

function videos(by: 'channel_id' | 'playlist_id', id: string): string {
  return `https://www.youtube.com/feeds/videos.xml?${by}=${encodeURIComponent(id)}`
}
