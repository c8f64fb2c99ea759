import type { DiscoveredFeed } from './discover.ts'
import type { Site } from './site.ts'
import { sitesOfCode } from './sites-of-code.ts'
import { sitesOfPeople } from './sites-of-people.ts'
import { sitesOfWriting } from './sites-of-writing.ts'

const SITES: readonly Site[] = [...sitesOfPeople, ...sitesOfCode, ...sitesOfWriting]

/** Feeds that follow from the URL of a page; an empty `html` returns those for which the URL is enough. */
export function siteFeeds(html: string, page: URL): DiscoveredFeed[] {
  const host = page.hostname.replace(/^(?:www|m|mobile)\./, '')
  return SITES.filter((site) => site.host.test(host)).flatMap((site) =>
    site.feeds(page, html).map(([url, title]) => ({ url, title })),
  )
}
