import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Element = DefaultTreeAdapterMap['element']

const words = (text: string) => new Set(text.split(' '))
const controls = words(
  'form input button select textarea option optgroup datalist fieldset label output progress meter',
)
const frames = words('iframe frame frameset object embed applet portal')
const heads = words('meta base link title head')
const hasAttribute = ({ attrs }: Element, test: (name: string, value: string) => boolean) =>
  attrs.some(({ name, value }) => test(name, value))

/** What markup may hold that redresses a page, loads, submits or runs; the classes in which sanitizers are compared. */
const classes: Readonly<Record<string, (element: Element) => boolean>> = {
  'style attributes': (element) => hasAttribute(element, (name) => name === 'style'),
  'id and name attributes': (element) => hasAttribute(element, (name) => name === 'id' || name === 'name'),
  'event handlers': (element) => hasAttribute(element, (name) => name.startsWith('on')),
  'svg and math': ({ namespaceURI }) => !namespaceURI.endsWith('/xhtml'),
  'form controls': ({ tagName }) => controls.has(tagName),
  'style elements': ({ tagName }) => tagName === 'style',
  'meta, base and link': ({ tagName }) => heads.has(tagName),
  'frames and objects': ({ tagName }) => frames.has(tagName),
  'scripts and templates': ({ tagName }) => tagName === 'script' || tagName === 'template' || tagName === 'noscript',
  'pictures, video and sound': ({ tagName }) => /^(?:img|picture|source|video|audio|track|image)$/.test(tagName),
  'addresses that run': (element) =>
    hasAttribute(
      element,
      (name, value) =>
        /^(?:href|src|action|formaction|xlink:href|cite)$/.test(name) &&
        /^[\s\0-\x20]*(?:javascript|vbscript|data|blob):/i.test(value.replace(/[\t\n\r]/g, '')),
    ),
}

/** In how many pieces of markup each class is found, by the parser of the standard. */
export function countResidue(markup: readonly string[]): Readonly<Record<string, number>> {
  const counts = Object.fromEntries(Object.keys(classes).map((name) => [name, 0]))
  for (const html of markup) {
    const elements = elementsOf(html)
    for (const [name, test] of Object.entries(classes)) if (elements.some(test)) counts[name]! += 1
  }
  return counts
}

/** The elements that the markup itself makes: those that every page has are not of it. */
function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = []
  const stack: DefaultTreeAdapterMap['node'][] = [parse(`<!doctype html><html><head></head><body><div>${html}`)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node && !(node.tagName === 'head' && node.childNodes.length === 0)) elements.push(node)
    if ('childNodes' in node) stack.push(...node.childNodes)
    if ('content' in node) stack.push(node.content)
  }
  return elements
}
