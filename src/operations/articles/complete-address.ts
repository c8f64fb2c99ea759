import { rssHubAddress } from '../../feeds/bridge-feeds.ts'

/** The full URL for what people type: `example.org`, `feed:https://…`, `rsshub://…`, `https://…`; undefined if it isn't a web address. */
export function completeAddress(text: string, rssHub?: string): string | undefined {
  const written = text.trim()
  const trimmed =
    rssHub !== undefined && /^rsshub:/i.test(written)
      ? rssHubAddress(written, rssHub)
      : written.replace(/^feed:(?:\/\/)?/i, '')
  // Completing a path would turn its first part into a host.
  if (trimmed.startsWith('/')) return undefined
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(\/|$)/.test(trimmed) ? trimmed : `https://${trimmed}`
  const url = URL.parse(address)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}
