import { defined } from '../../core/defined.ts'
import { readListOrder } from '../../core/feed/list-order.ts'
import { maxSelectorLength, parsePageRule } from '../../core/feed/page-rule.ts'
import type { OpmlAttributes, OpmlFeed } from '../../core/feed/subscription-list.ts'
import { resolveLink } from '../resolve-url.ts'
import { attributeOf, type OpmlOutline } from './opml-tree.ts'

/** An outline is a feed, a folder, or something that is only stored. `why` explains the last, where a reader would miss a feed. */
type OutlineMeaning =
  | (Pick<
      OpmlFeed,
      'url' | 'siteUrl' | 'intake' | 'intakeRule' | 'isFirst' | 'isParked' | 'opensOriginal' | 'order' | 'usesOwnText'
    > & {
      readonly kind: 'feed'
      readonly title: string
    })
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'kept'; readonly why?: string }

/** No server answers a longer URL, and no database index can contain one. */
const longestUrl = 2_000

/** Outline types whose URL is a page or a list that the rules of another program turn into entries. */
const foreignTypes = /^(?:html\+|xml\+|json\+|jsonfeed\+|include$|link$)/i

/** Classifies an outline by its attributes as programs write them: `type` may be missing, `xmlurl` or `url` may replace `xmlUrl`. */
export function classifyOutline(outline: OpmlOutline): OutlineMeaning {
  const { attributes, outlines } = outline
  const type = attributeOf(attributes, 'type')?.trim() ?? ''
  const title = titleOf(outline)
  const name = title || 'An outline'
  const isRss = /^rss$/i.test(type)
  const address = (attributeOf(attributes, 'xmlurl') ?? (isRss ? attributeOf(attributes, 'url') : undefined))?.trim()
  if (!address) {
    if (isRss) return { kind: 'kept', why: `${name}: no feed URL` }
    return outlines.length > 0 && title !== '' ? { kind: 'folder', name: title } : { kind: 'kept' }
  }
  if (foreignTypes.test(type))
    return {
      kind: 'kept',
      why: `${name}: its type “${type.slice(0, 60)}” isn’t supported`,
    }
  const url = webUrl(address)
  if (url === undefined) return { kind: 'kept', why: `${name}: “${address.slice(0, 200)}” is not a web address` }
  if (url.length > longestUrl) return { kind: 'kept', why: `${name}: its URL is longer than ${longestUrl} characters` }
  const siteUrl = resolveLink(attributeOf(attributes, 'htmlurl'), '')
  return {
    kind: 'feed',
    url,
    title,
    ...defined({ siteUrl: siteUrl || undefined }),
    ...intakeOf(attributes),
    ...settingsOf(attributes),
  }
}

/** The attribute for how a URL that isn't a feed is fetched, and by which rule, as `ofFeed` writes it. */
export const intakeName = 'twosource:intake'
export const ruleName = 'twosource:rule'

/** On the outline in the first of a feed's folders, which is the only one for some programs. */
export const firstName = 'twosource:first'
/** The attributes for what a reader set for a feed, each `true` where it is on. */
export const parkedName = 'twosource:parked'
export const originalName = 'twosource:original'
export const ownTextName = 'twosource:own-text'
/** `newest` or `oldest`. */
export const orderName = 'twosource:order'

function settingsOf(
  attributes: OpmlAttributes,
): Pick<OpmlFeed, 'isFirst' | 'isParked' | 'opensOriginal' | 'order' | 'usesOwnText'> {
  const isOn = (name: string) => (attributeOf(attributes, name) === 'true' ? (true as const) : undefined)
  return defined({
    isFirst: isOn(firstName),
    isParked: isOn(parkedName),
    opensOriginal: isOn(originalName),
    order: readListOrder(attributeOf(attributes, orderName)),
    usesOwnText: isOn(ownTextName),
  })
}

function intakeOf(attributes: OpmlAttributes): Pick<OpmlFeed, 'intake' | 'intakeRule'> {
  const intake = attributeOf(attributes, intakeName)
  if (intake === 'sitemap') return { intake }
  if (intake !== 'page') return {}
  const rule = parsePageRule(attributeOf(attributes, ruleName))
  const isUsable = rule && Object.values(rule).every((selector) => selector.length <= maxSelectorLength)
  return { intake, ...defined({ intakeRule: isUsable ? JSON.stringify(rule) : undefined }) }
}

export function titleOf({ attributes }: OpmlOutline): string {
  return (attributeOf(attributes, 'title') || attributeOf(attributes, 'text') || '').trim()
}

/**
 * The folder of an outline: the names of the outlines around it, else its first category (OPML 2.0: paths with slashes, separated by
 * commas).
 */
export function folderOf({ attributes }: OpmlOutline, around: string): string {
  if (around !== '') return around
  return (attributeOf(attributes, 'category')?.split(',')[0] ?? '').trim().replace(/^\/+|\/+$/g, '')
}

/** The path of a nested folder: `Outer/Inner`. */
export function folderPath(around: string, name: string): string {
  return around === '' ? name : `${around}/${name}`
}

/** Converts `feed://example.org/x` and `feed:https://…`, as some programs write subscriptions. Returns undefined when it isn't a web URL. */
export function webUrl(address: string): string | undefined {
  const url = address
    .trim()
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^feed:(?=https?:)/i, '')
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? url : undefined
}
