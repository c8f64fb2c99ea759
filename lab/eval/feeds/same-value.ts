import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment

const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc', 'poster'])

/**
 * HTML in one spelling: attributes in order, addresses as a browser reads them, comments and declarations of namespaces
 * (which mean nothing in HTML) out, white space in runs made one.
 */
export function normalizeHtml(html: string): string {
  const fragment = parseFragment(html)
  tidy(fragment)
  return serialize(fragment).replace(/\s+/g, ' ').trim()
}

function tidy(node: Node): void {
  if ('attrs' in node) {
    node.attrs = node.attrs.filter(({ name, prefix }) => prefix !== 'xmlns' && !/^xmlns(?::|$)/.test(name))
    for (const each of node.attrs)
      if (ADDRESSES.has(each.name)) each.value = URL.parse(each.value)?.href ?? each.value.trim()
    node.attrs.sort((one, other) => (one.name < other.name ? -1 : 1))
  }
  if (!('childNodes' in node)) return
  node.childNodes = node.childNodes.filter((child) => child.nodeName !== '#comment')
  node.childNodes.forEach(tidy)
}

/** Words of a piece of HTML. */
export function textOfHtml(html: string): string {
  const words = (node: Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(words).join('') : ''
  return oneLine(words(parseFragment(html)))
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** True when two addresses are the same after normalization. */
export function sameUrl(one: string, other: string): boolean {
  return one.trim() === other.trim() || (URL.parse(one)?.href ?? one) === (URL.parse(other)?.href ?? other)
}

/** True when HTML reads the same. */
export function sameHtml(one: string, other: string): boolean {
  return one.trim() === other.trim() || normalizeHtml(one) === normalizeHtml(other)
}

/** True when our plain text is what is expected, as text or as HTML whose markup is not counted. */
export function sameText(plain: string, expected: string): boolean {
  return oneLine(plain) === oneLine(expected) || oneLine(plain) === textOfHtml(expected)
}

/** True when an ISO date is the year, month, day, hour, minute and second that are expected. */
export function sameTime(iso: string, expected: readonly unknown[]): boolean {
  const [date = '', time = ''] = iso.split('T')
  const parts = [...date.split('-'), ...time.slice(0, 8).split(':')].map(Number)
  return parts.every((part, index) => part === expected[index])
}
