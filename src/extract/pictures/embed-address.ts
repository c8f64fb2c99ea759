import type { EmbedKind } from '../../core/article.ts'

/** What a URL shows, and the URL of its page for people. */
export type EmbedAddress = { readonly kind: EmbedKind; readonly url: string }

type Reading = {
  readonly kind: EmbedKind
  readonly hosts: RegExp
  /** Only these paths of the hosts; `page` gets the groups. */
  readonly path: RegExp
  /** Its page for people; without it, the URL itself. */
  readonly page?: (found: readonly string[], address: URL) => string | undefined
}

const readings: readonly Reading[] = [
  {
    kind: 'video',
    hosts: /(?:^|\.)youtube(?:-nocookie)?\.com$|^youtu\.be$/,
    path: /^\/(?:embed\/|v\/|shorts\/|live\/)?(videoseries|watch|[\w-]{11})$/,
    page: ([id = ''], { searchParams }) => {
      const list = searchParams.get('list')
      if (id === 'videoseries')
        return list === null ? undefined : `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`
      const video = id === 'watch' ? searchParams.get('v') : id
      return video === null ? undefined : `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`
    },
  },
  { kind: 'video', hosts: /^player\.vimeo\.com$/, path: /^\/video\/(\d+)/, page: ([id]) => `https://vimeo.com/${id}` },
  {
    kind: 'video',
    hosts: /(?:^|\.)dailymotion\.com$/,
    path: /^\/embed\/video\/(\w+)/,
    page: ([id]) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    kind: 'video',
    hosts: /^players\.brightcove\.net$|(?:^|\.)(?:vimeo|twitch)\.(?:com|tv)$|^(?:www\.)?ted\.com$|^embed\.ted\.com$/,
    path: /^\/.+/,
  },
  {
    kind: 'video',
    hosts: /(?:^|\.)tiktok\.com$/,
    path: /^\/embed\/(?:v\d\/)?(\d+)/,
    page: ([id]) => `https://www.tiktok.com/video/${id}`,
  },
  { kind: 'video', hosts: /(?:^|\.)tiktok\.com$/, path: /^\/@[^/]+\/video\/\d+/ },
  {
    kind: 'post',
    hosts: /^platform\.(?:twitter|x)\.com$/,
    path: /^\/embed\/Tweet\.html$/i,
    page: (_, { searchParams }) => statusPage(searchParams.get('id')),
  },
  {
    kind: 'post',
    hosts: /^(?:mobile\.|www\.)?(?:twitter|x)\.com$/,
    path: /^\/[^/]+\/status(?:es)?\/\d+/,
    page: (_, { host, pathname }) => `https://${host}${pathname}`,
  },
  {
    kind: 'post',
    hosts: /(?:^|\.)instagram\.com$/,
    path: /^\/((?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+)/,
    page: ([path]) => `https://www.instagram.com/${path}/`,
  },
  {
    kind: 'video',
    hosts: /(?:^|\.)facebook\.com$/,
    path: /^\/plugins\/video/,
    page: (_, { searchParams }) => searchParams.get('href') ?? undefined,
  },
  {
    kind: 'post',
    hosts: /(?:^|\.)facebook\.com$/,
    path: /^\/plugins\/(?:post|comment_embed)/,
    page: (_, { searchParams }) => searchParams.get('href') ?? undefined,
  },
  { kind: 'video', hosts: /(?:^|\.)facebook\.com$/, path: /^\/[^/]+\/videos\/|^\/watch/ },
  {
    kind: 'post',
    hosts: /(?:^|\.)facebook\.com$/,
    path: /^\/[^/]+\/(?:posts|photos)\/|^\/(?:photo|permalink|story)\.php/,
  },
  {
    kind: 'post',
    hosts: /^embed\.bsky\.app$/,
    path: /^\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/,
    page: ([who, id]) => `https://bsky.app/profile/${who}/post/${id}`,
  },
  { kind: 'post', hosts: /^bsky\.app$/, path: /^\/profile\/[^/]+\/post\/\w+/ },
  {
    kind: 'post',
    hosts: /(?:^|\.)(?:threads\.net|threads\.com|reddit\.com|redditmedia\.com)$|^t\.me$|(?:^|\.)linkedin\.com$/,
    path: /^\/(?:@[^/]+\/post\/|r\/[^/]+\/comments\/|embed\/feed\/update|[\w]+\/\d+)/,
  },
  {
    kind: 'audio',
    hosts: /^open\.spotify\.com$/,
    path: /^\/(?:embed(?:-podcast)?\/)?((?:episode|show|track|album|playlist)\/\w+)/,
    page: ([path]) => `https://open.spotify.com/${path}`,
  },
  {
    kind: 'audio',
    hosts: /^w\.soundcloud\.com$/,
    path: /^\/player/,
    page: (_, { searchParams }) => searchParams.get('url') ?? undefined,
  },
  {
    kind: 'audio',
    hosts: /^embed\.(?:podcasts|music)\.apple\.com$/,
    path: /^(\/.+)/,
    page: ([path], { host }) => `https://${host.slice('embed.'.length)}${path}`,
  },
  {
    kind: 'audio',
    hosts:
      /(?:^|\.)(?:acast\.com|megaphone\.fm|simplecast\.com|buzzsprout\.com|omny\.fm|art19\.com|libsyn\.com|podbean\.com|audioboom\.com|transistor\.fm)$/,
    path: /^\/.+/,
  },
  { kind: 'map', hosts: /^(?:www\.)?google\.[a-z.]+$|^maps\.google\.[a-z.]+$/, path: /^\/maps/ },
  { kind: 'map', hosts: /(?:^|\.)openstreetmap\.org$|^(?:www\.)?bing\.com$/, path: /^\/(?:export\/embed|maps)/ },
  {
    kind: 'chart',
    hosts:
      /^datawrapper\.dwcdn\.net$|^(?:public\.)?flo\.uri\.sh$|(?:^|\.)(?:infogram\.com|tableau\.com|flourish\.studio|ourworldindata\.org)$/,
    path: /^\/.+/,
  },
  {
    kind: 'document',
    hosts:
      /(?:^|\.)(?:documentcloud\.org|scribd\.com|issuu\.com|slideshare\.net)$|^docs\.google\.com$|^drive\.google\.com$/,
    path: /^\/.+/,
  },
  { kind: 'document', hosts: /./, path: /\.pdf$/i },
]

function statusPage(id: string | null): string | undefined {
  return id !== null && /^\d+$/.test(id) ? `https://x.com/i/status/${id}` : undefined
}

/** Recognizes the absolute URL of a frame or post; undefined for those that are not known as parts of articles: adverts, forms, players. */
export function readEmbedAddress(address: string): EmbedAddress | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  for (const { kind, hosts, path, page } of readings) {
    const found = hosts.test(url.hostname) ? path.exec(url.pathname) : null
    if (found === null) continue
    const shown =
      page === undefined
        ? url.href
        : page(
            found.slice(1).map((group) => group ?? ''),
            url,
          )
    if (shown !== undefined && /^https?:\/\//i.test(shown) && URL.canParse(shown)) return { kind, url: shown }
  }
  return undefined
}
