import { partsOf, type Site } from './site.ts'

export const sitesOfWriting: readonly Site[] = [
  {
    host: /^medium\.com$/,
    feeds(page) {
      const [place, second, third] = partsOf(page)
      if (place === 'tag' && second) return [[`https://medium.com/feed/tag/${second}`, second]]
      if (place && second === 'tagged' && third) return [[`https://medium.com/feed/${place}/tagged/${third}`, third]]
      return place && second === undefined && /^(?:@[\w.-]+|[\w-]+)$/.test(place)
        ? [[`https://medium.com/feed/${place}`, place]]
        : []
    },
  },
  {
    host: /\.medium\.com$/,
    feeds: (page) => [[`${page.origin}/feed`, page.hostname]],
  },
  {
    host: /\.substack\.com$/,
    feeds: (page) => [[`${page.origin}/feed`, page.hostname]],
  },
  {
    host: /\.tumblr\.com$/,
    feeds(page) {
      const tag = /^\/tagged\/([^/]+)/.exec(page.pathname)?.[1]
      return [[tag ? `${page.origin}/tagged/${tag}/rss` : `${page.origin}/rss`, page.hostname]]
    },
  },
  {
    host: /\.(?:blogspot|blogger)\.[a-z.]+$/,
    feeds(page) {
      const label = /^\/search\/label\/([^/]+)/.exec(page.pathname)?.[1]
      return [[`${page.origin}/feeds/posts/default${label ? `/-/${label}` : ''}`, page.hostname]]
    },
  },
  {
    host: /^[\w-]+\.wikipedia\.org$/,
    feeds(page) {
      const title = /^\/wiki\/([^?#]+)/.exec(page.pathname)?.[1]
      const isSpecial = title === undefined || /^(?:Special|Spezial|Spécial):/.test(title)
      return isSpecial
        ? [[`${page.origin}/w/index.php?title=Special:RecentChanges&feed=atom`, page.hostname]]
        : [[`${page.origin}/w/index.php?title=${title}&action=history&feed=atom`, `${title}: changes`]]
    },
  },
  {
    host: /^news\.google\.com$/,
    feeds(page) {
      const isFeed = /^\/(?:search|topics\/|home|topstories|$)/.test(page.pathname)
      const place = page.pathname === '/home' || page.pathname === '/topstories' ? '/' : page.pathname
      return isFeed
        ? [
            [
              `https://news.google.com/rss${place === '/' ? '' : place}${page.search}`,
              page.searchParams.get('q') ?? 'Google News',
            ],
          ]
        : []
    },
  },
  {
    // WordPress runs on any host: a category, tag or author has its own feed.
    host: /./,
    feeds(page, html) {
      const place = /^(?:\/[\w-]+)?\/(?:category|tag|author)\/[^?#]+?\/?$/.exec(page.pathname)?.[0]
      const isWordPress = /<meta name=["']generator["'] content=["']WordPress|\/wp-content\//i.test(
        html.slice(0, 200_000),
      )
      return place && isWordPress && !/\/feed\/?$/.test(place)
        ? [[`${page.origin}${place.replace(/\/?$/, '/')}feed/`, partsOf(page).at(-1)!]]
        : []
    },
  },
]
