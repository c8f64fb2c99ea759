import type { FeedEntry, FeedLink, ReplyTo } from '../core/entry.ts'
import { all, oneLine, relationOf, textIn } from './feed-elements.ts'
import { countOf } from './read-number.ts'
import { resolveLink } from './resolve-url.ts'
import type { XmlElement } from './xml-tree.ts'

const MOST = 100

/** What an entry answers and how often it was answered (RFC 4685, slash module), and what it links as found there or related. */
export function readThread(
  element: XmlElement,
  base: string,
): Pick<FeedEntry, 'replyCount' | 'inReplyTo' | 'via' | 'related'> {
  const inReplyTo = all(element, 'thr:in-reply-to').flatMap((reply): ReplyTo[] => {
    const id = reply.attributes.ref?.trim()
    const url = resolveLink(reply.attributes.href, reply.base || base)
    return id || url ? [{ ...(id && { id }), ...(url && { url }) }] : []
  })
  const links = all(element, 'link').filter((link) => link.attributes.rel !== undefined)
  const replyCount =
    countOf(textIn(element, 'thr:total', 'slash:comments')) ??
    countOf(
      links.find((link) => relationOf(link) === 'replies' && link.attributes['thr:count'])?.attributes['thr:count'],
    )
  const via = linksWith(links, 'via', base)
  const related = linksWith(links, 'related', base)
  return {
    ...(replyCount !== undefined && { replyCount }),
    ...(inReplyTo.length > 0 && { inReplyTo: inReplyTo.slice(0, MOST) }),
    ...(via.length > 0 && { via }),
    ...(related.length > 0 && { related }),
  }
}

function linksWith(links: readonly XmlElement[], relation: string, base: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>()
  for (const link of links) {
    if (relationOf(link) !== relation) continue
    const url = resolveLink(link.attributes.href, link.base || base)
    const title = oneLine(link.attributes.title ?? '')
    if (url && !found.has(url)) found.set(url, { url, ...(title && { title }) })
  }
  return [...found.values()].slice(0, MOST)
}
