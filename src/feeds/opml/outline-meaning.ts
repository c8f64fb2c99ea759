import { defined } from '../../core/defined.ts'
import { maxSelectorLength, parsePageRule } from '../../core/feed/page-rule.ts'
import type { OpmlAttributes, OpmlFeed } from '../../core/feed/subscription-list.ts'
import { resolveLink } from '../resolve-url.ts'
import { attributeOf, type OpmlOutline } from './opml-tree.ts'

/** What an outline is: a feed, a folder of others, or something that is only kept; then `why`, where somebody would miss it. */
export type OutlineMeaning =
  | (Pick<OpmlFeed, 'url' | 'siteUrl' | 'intake' | 'intakeRule'> & { readonly kind: 'feed'; readonly title: string })
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'kept'; readonly why?: string }

/** No server answers at a longer address, and no index of the databases holds one. */
const longestUrl = 2_000

/** Types of outlines whose address is a page or a list, of which rules of another program make entries. */
const foreignTypes = /^(?:html\+|xml\+|json\+|jsonfeed\+|include$|link$)/i

/** Tells what an outline is by its attributes, as programs write them: missing `type`, `xmlurl`, `url` in place of `xmlUrl`. */
export function meaningOf(outline: OpmlOutline): OutlineMeaning {
  const { attributes, outlines } = outline
  const type = attributeOf(attributes, 'type')?.trim() ?? ''
  const title = titleOf(outline)
  const name = title || 'An outline'
  const isRss = /^rss$/i.test(type)
  const address = (attributeOf(attributes, 'xmlurl') ?? (isRss ? attributeOf(attributes, 'url') : undefined))?.trim()
  if (!address) {
    if (isRss) return { kind: 'kept', why: `${name}: no feed address` }
    return outlines.length > 0 && title !== '' ? { kind: 'folder', name: title } : { kind: 'kept' }
  }
  if (foreignTypes.test(type))
    return {
      kind: 'kept',
      why: `${name}: not a feed but “${type.slice(0, 60)}”, which another program makes entries of`,
    }
  const url = webAddress(address)
  if (url === undefined) return { kind: 'kept', why: `${name}: “${address.slice(0, 200)}” is not a web address` }
  if (url.length > longestUrl) return { kind: 'kept', why: `${name}: its address is longer than ${longestUrl} letters` }
  const siteUrl = resolveLink(attributeOf(attributes, 'htmlurl'), '')
  return { kind: 'feed', url, title, ...defined({ siteUrl: siteUrl || undefined }), ...intakeOf(attributes) }
}

/** How an address that is no feed comes in, and by which rule, as `ofFeed` writes it. */
export const intakeName = 'twosource:intake'
export const ruleName = 'twosource:rule'

function intakeOf(attributes: OpmlAttributes): Pick<OpmlFeed, 'intake' | 'intakeRule'> {
  const intake = attributeOf(attributes, intakeName)
  if (intake === 'sitemap') return { intake }
  if (intake !== 'page') return {}
  const rule = parsePageRule(attributeOf(attributes, ruleName))
  const isUsable = rule && Object.values(rule).every((selector) => selector.length <= maxSelectorLength)
  return { intake, ...defined({ intakeRule: isUsable ? JSON.stringify(rule) : undefined }) }
}

/** What an outline is called. */
export function titleOf({ attributes }: OpmlOutline): string {
  return (attributeOf(attributes, 'title') || attributeOf(attributes, 'text') || '').trim()
}

/** The folder an outline is in: the names of those around it, else its first category (OPML 2.0: paths with slashes, commas between). */
export function folderOf({ attributes }: OpmlOutline, around: string): string {
  if (around !== '') return around
  return (attributeOf(attributes, 'category')?.split(',')[0] ?? '').trim().replace(/^\/+|\/+$/g, '')
}

/** The path of a folder in another: `Outer/Inner`. */
export function folderPath(around: string, name: string): string {
  return around === '' ? name : `${around}/${name}`
}

/** `feed://example.org/x` and `feed:https://…` are how some programs write a subscription. Undefined: not of the web. */
export function webAddress(address: string): string | undefined {
  const url = address
    .trim()
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^feed:(?=https?:)/i, '')
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? url : undefined
}
