/** An element of a document that is well-formed. */
export type StrictElement = {
  /** With its namespace before it, in braces: `{http://www.w3.org/2005/Atom}feed`; without one, as it is. */
  readonly name: string
  /** By their names as they are written. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly StrictElement[]
  /** The characters in it, its elements left out. */
  readonly text: string
}

const nameStart = 'A-Za-z_'
const name = `[${nameStart}][\\w.-]*(?::[${nameStart}][\\w.-]*)?`
const token = new RegExp(`<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'gy')
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/**
 * Reads XML as we write it and refuses the least fault: XML 1.0 §2.1 (one root, tags that match), §2.2 (characters), §3.1 (an
 * attribute once), §4.1 (references), Namespaces in XML §5 (prefixes declared). Entities, comments and CDATA are none of ours.
 */
export function strictXml(body: string): StrictElement {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
  if (!body.startsWith(declaration)) throw new Error('XML 1.0 §2.8: the declaration comes first')
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body))
    throw new Error('XML 1.0 §2.2: a character that XML cannot hold')
  token.lastIndex = declaration.length
  type Open = {
    tag: string
    element: StrictElement
    scope: ReadonlyMap<string, string>
    children: StrictElement[]
    parts: string[]
  }
  const open: Open[] = []
  let root: StrictElement | undefined
  let at = token.lastIndex
  while (at < body.length) {
    const match = token.exec(body)
    if (!match) throw new Error(`XML 1.0 §2.1: not well-formed at ${JSON.stringify(body.slice(at, at + 60))}`)
    at = token.lastIndex
    const [, isEnd, tag = '', written = '', isEmpty, text] = match
    const parent = open.at(-1)
    if (text !== undefined) {
      if (!parent && text.trim() !== '') throw new Error('XML 1.0 §2.1: text outside the root')
      parent?.parts.push(unreferenced(text))
    } else if (isEnd) {
      if (parent?.tag !== tag) throw new Error(`XML 1.0 §3.1: </${tag}> ends nothing`)
      open.pop()
      close(parent)
    } else {
      if (!parent && root) throw new Error('XML 1.0 §2.1: two roots')
      const attributes = attributesIn(written, tag)
      const scope = new Map(parent?.scope ?? [['xml', xmlNamespace]])
      for (const [key, value] of attributes)
        if (key === 'xmlns') scope.set('', value)
        else if (key.startsWith('xmlns:')) scope.set(key.slice(6), value)
      for (const key of attributes.keys()) if (key.includes(':') && !key.startsWith('xmlns:')) namespaceOf(key, scope)
      const children: StrictElement[] = []
      const parts: string[] = []
      const namespace = namespaceOf(tag, scope)
      const local = tag.replace(/^.*:/, '')
      const element = { name: namespace ? `{${namespace}}${local}` : local, attributes, children, text: '' }
      const opened = { tag, element, scope, children, parts }
      if (isEmpty) close(opened)
      else open.push(opened)
    }
  }
  if (open.length > 0 || !root) throw new Error('XML 1.0 §2.1: the root does not end')
  return root

  function close({ element, parts }: Open): void {
    const closed = { ...element, text: parts.join('') }
    const parent = open.at(-1)
    if (parent) parent.children.push(closed)
    else root = closed
  }
}

function attributesIn(written: string, tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, key = '', value = ''] of written.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (found.has(key)) throw new Error(`XML 1.0 §3.1: ${key} twice in ${tag}`)
    found.set(key, unreferenced(value))
  }
  return found
}

function namespaceOf(qualified: string, scope: ReadonlyMap<string, string>): string {
  const prefix = qualified.includes(':') ? qualified.slice(0, qualified.indexOf(':')) : ''
  const found = scope.get(prefix)
  if (found === undefined && prefix !== '') throw new Error(`Namespaces in XML §5: ${prefix} is not declared`)
  return found ?? ''
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unreferenced(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+))?(;?)/g, (whole, decimal, hexadecimal, entity, end) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    const sign = entity ? named[entity] : Number.isNaN(code) ? undefined : String.fromCodePoint(code)
    if (end !== ';' || sign === undefined) throw new Error(`XML 1.0 §4.1: ${whole} is no reference`)
    return sign
  })
}

/** The children of an element with a name. */
export function childrenOf(element: StrictElement, name: string): readonly StrictElement[] {
  return element.children.filter((child) => child.name === name)
}
