import type { DiscoveredFeed } from './discover.ts'

type Site = {
  readonly host: RegExp
  readonly feeds: (page: URL, html: string) => readonly (readonly [url: string, title: string])[]
}

/** Sites whose feeds follow from the address of a page, by host. */
const SITES: readonly Site[] = [
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    feeds(page, html) {
      const playlist = page.searchParams.get('list')
      if (playlist && page.pathname === '/playlist')
        return [[`https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(playlist)}`, 'Playlist']]
      const channel =
        /^\/channel\/(UC[\w-]{22})/.exec(page.pathname)?.[1] ??
        /(?:"(?:channelId|externalId|browseId)":"|<meta itemprop="(?:identifier|channelId)" content=")(UC[\w-]{22})"/.exec(
          html,
        )?.[1]
      return channel ? [[`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`, 'Videos']] : []
    },
  },
  {
    host: /^(?:www\.|old\.|new\.)?reddit\.com$/,
    feeds(page) {
      const place = /^\/(r|user|u)\/([\w+-]+)/.exec(page.pathname)
      if (!place) return page.pathname === '/' ? [['https://www.reddit.com/.rss', 'Reddit']] : []
      const kind = place[1] === 'u' ? 'user' : place[1]
      return [[`https://www.reddit.com/${kind}/${place[2]}/.rss`, `${kind}/${place[2]}`]]
    },
  },
  {
    host: /^github\.com$/,
    feeds(page) {
      const [owner, repository] = page.pathname.split('/').filter((part) => part !== '')
      if (owner === undefined) return []
      if (repository === undefined) return [[`https://github.com/${owner}.atom`, `${owner}: activity`]]
      const home = `https://github.com/${owner}/${repository}`
      return [
        [`${home}/releases.atom`, `${repository}: releases`],
        [`${home}/commits.atom`, `${repository}: commits`],
        [`${home}/tags.atom`, `${repository}: tags`],
      ]
    },
  },
  {
    host: /^gitlab\.com$/,
    feeds(page) {
      const project = /^\/([\w.-]+(?:\/[\w.-]+)+?)(?:\/-\/|\/?$)/.exec(page.pathname)?.[1]
      return project ? [[`https://gitlab.com/${project}/-/tags?format=atom`, `${project}: tags`]] : []
    },
  },
  {
    host: /^(?:www\.)?medium\.com$/,
    feeds(page) {
      const place = /^\/(@[\w.-]+|[\w-]+)\/?$/.exec(page.pathname)?.[1]
      return place ? [[`https://medium.com/feed/${place}`, place]] : []
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
    host: /\.substack\.com$/,
    feeds: (page) => [[`${page.origin}/feed`, page.hostname]],
  },
  {
    host: /\.tumblr\.com$/,
    feeds: (page) => [[`${page.origin}/rss`, page.hostname]],
  },
  {
    host: /\.(?:blogspot|blogger)\.[a-z.]+$/,
    feeds: (page) => [[`${page.origin}/feeds/posts/default`, page.hostname]],
  },
  {
    // Mastodon and its relatives run anywhere; the page says what it is
    host: /./,
    feeds(page, html) {
      const user = /^\/@([\w.-]+)\/?$/.exec(page.pathname)?.[1]
      const isMastodon =
        user !== undefined && /id=['"]mastodon['"]|content=['"]Mastodon|\/packs\/js\/|mastodon/i.test(html)
      return isMastodon ? [[`${page.origin}/@${user}.rss`, `@${user}@${page.hostname}`]] : []
    },
  },
]

/** Feeds that follow from where a page is. */
export function siteFeeds(html: string, page: URL): DiscoveredFeed[] {
  return SITES.filter((site) => site.host.test(page.hostname)).flatMap((site) =>
    site.feeds(page, html).map(([url, title]) => ({ url, title })),
  )
}
