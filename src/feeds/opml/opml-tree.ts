import { defined } from '../../core/defined.ts'
import type { OpmlAttributes, OpmlTop, OutlineBody } from '../../core/feed/subscription-list.ts'

export type OpmlOutline = OutlineBody & { readonly outlines: readonly OpmlOutline[] }

/** A subscription list whole (OPML 2.0, opml.org/spec2.opml): what is read of one and what is written. */
export type OpmlTree = OpmlTop & { readonly outlines: readonly OpmlOutline[] }

/** What stands in an outline by itself. */
export function bodyOf({ attributes, text, elements }: OutlineBody): OutlineBody {
  return { attributes, ...defined({ text, elements }) }
}

/** The value of an attribute, whatever the case of its name; the first counts. */
export function attributeOf(attributes: OpmlAttributes, name: string): string | undefined {
  return attributes.find(([given]) => given.length === name.length && given.toLowerCase() === name)?.[1]
}

/** The attributes with one changed where it stands, or added behind; `name` as it is written when it is new. */
export function withAttribute(attributes: OpmlAttributes, name: string, value: string): OpmlAttributes {
  const at = attributes.findIndex(([given]) => given.toLowerCase() === name.toLowerCase())
  return at < 0 ? [...attributes, [name, value]] : attributes.with(at, [attributes[at]![0], value])
}

/** The attributes without one. */
export function withoutAttribute(attributes: OpmlAttributes, name: string): OpmlAttributes {
  return attributes.filter(([given]) => given.toLowerCase() !== name)
}
