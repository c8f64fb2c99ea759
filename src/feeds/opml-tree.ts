/** Names and values in the order they are written; names keep their case and prefix (`frss:xPathItem`). */
export type OpmlAttributes = readonly (readonly [name: string, value: string])[]

/** What stands in an outline besides other outlines, whatever program wrote it. */
export type OutlineBody = {
  readonly attributes: OpmlAttributes
  /** Between its tags, where a program keeps something there; absent when that is only white space. */
  readonly text?: string
  /** Of other names than `outline`; absent when there are none. */
  readonly elements?: readonly OpmlElement[]
}

export type OpmlOutline = OutlineBody & { readonly outlines: readonly OpmlOutline[] }

/** An element of the head, such as `title`, `dateCreated` or one of another namespace. */
export type OpmlElement = {
  readonly name: string
  readonly attributes: OpmlAttributes
  readonly children: readonly (OpmlElement | string)[]
}

/** A subscription list whole (OPML 2.0, opml.org/spec2.opml): what is read of one and what is written. */
export type OpmlTree = OpmlTop & { readonly outlines: readonly OpmlOutline[] }

/** What stands above the outlines: the attributes of `<opml>`, its namespaces among them, and the head. */
export type OpmlTop = {
  readonly attributes: OpmlAttributes
  readonly head: readonly OpmlElement[]
}

/** What stands in an outline by itself. */
export function bodyOf({ attributes, text, elements }: OutlineBody): OutlineBody {
  return { attributes, ...(text !== undefined && { text }), ...(elements && { elements }) }
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
