const maxSitemaps = 20

/** The sitemap URLs in a robots.txt (sitemaps.org), in its order, news sitemaps first. */
export function sitemapsInRobots(text: string, robotsUrl: string): string[] {
  const found = new Set<string>()
  for (const line of text.slice(0, 500_000).split(/\r\n?|\n/)) {
    const [, written] = /^\s*sitemap\s*:\s*(\S+)/i.exec(line) ?? []
    const url = written === undefined ? null : URL.parse(written, robotsUrl)
    if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) found.add(url.href)
  }
  const isNews = (url: string) => /news|latest|recent|google/i.test(URL.parse(url)!.pathname)
  const all = [...found]
  return [...all.filter(isNews), ...all.filter((url) => !isNews(url))].slice(0, maxSitemaps)
}
