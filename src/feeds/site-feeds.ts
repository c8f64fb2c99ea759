import type { DiscoveredFeed } from './discover.ts'
import type { Site } from './site.ts'
import { sitesOfCode } from './sites-of-code.ts'
import { sitesOfPeople } from './sites-of-people.ts'
import { sitesOfWriting } from './sites-of-writing.ts'

/** Sites whose feeds follow from the address of a page, by host. */
const SITES: readonly Site[] = [...sitesOfPeople, ...sitesOfCode, ...sitesOfWriting]

/** Feeds that follow from where a page is; an empty `html` gives those for which the address is enough. */
export function siteFeeds(html: string, page: URL): DiscoveredFeed[] {
  const host = page.hostname.replace(/^(?:www|m|mobile)\./, '')
  return SITES.filter((site) => site.host.test(host)).flatMap((site) =>
    site.feeds(page, html).map(([url, title]) => ({ url, title })),
  )
}
