import { defined } from '../../core/defined.ts'
import type { OpmlAttributes, OpmlTop, OutlineBody } from '../../core/feed/subscription-list.ts'
import { nth } from '../../core/nth.ts'

export type OpmlOutline = OutlineBody & { readonly outlines: readonly OpmlOutline[] }

/** A whole subscription list (OPML 2.0, opml.org/spec2.opml), read or to be written. */
export type OpmlTree = OpmlTop & { readonly outlines: readonly OpmlOutline[] }

export function bodyOf({ attributes, text, elements }: OutlineBody): OutlineBody {
  return { attributes, ...defined({ text, elements }) }
}

/** The value of an attribute, ignoring the case of its name; the first counts. */
export function attributeOf(attributes: OpmlAttributes, name: string): string | undefined {
  return attributes.find(([given]) => given.length === name.length && given.toLowerCase() === name)?.[1]
}

/** The attributes with one changed in place, or added at the end; `name` is written as given when it is new. */
export function withAttribute(attributes: OpmlAttributes, name: string, value: string): OpmlAttributes {
  const at = attributes.findIndex(([given]) => given.toLowerCase() === name.toLowerCase())
  return at < 0 ? [...attributes, [name, value]] : attributes.with(at, [nth(attributes, at)[0], value])
}

export function withoutAttribute(attributes: OpmlAttributes, name: string): OpmlAttributes {
  return attributes.filter(([given]) => given.toLowerCase() !== name)
}
