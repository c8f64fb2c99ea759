import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

const safeTags = new Set(
  (
    'html head body a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)
const safeAttributes = new Set(
  'href rel title dir lang cite datetime colspan rowspan scope start reversed value'.split(' '),
)
/** The one class there may be: of a link that a picture became. It runs and loads nothing; a feed that writes it has its link offered as a picture. */
const isPictureLink = (tag: string, name: string, value: string) =>
  tag === 'a' && name === 'class' && value === 'picture'
const safeAddress = /^(?:https?:\/\/|mailto:)/i

/**
 * What a browser would find in markup that could run, load, submit or style: the words of each finding, empty when
 * the markup is safe. Read with a parser that follows the HTML standard, as a whole page and inside a block.
 */
export function residueOf(html: string): string[] {
  const contexts = [
    html,
    `<!doctype html><body><div>${html}</div>`,
    `<!doctype html><table><tr><td>${html}</td></tr></table>`,
  ]
  return [...new Set(contexts.flatMap((context) => findings(parse(context))))]
}

/** All text of markup, as a browser would hold it. */
export function textOfMarkup(html: string): string {
  let text = ''
  walk(parse(html), (node) => {
    if ('value' in node) text += `${node.value} `
  })
  return text
}

function findings(root: Node): string[] {
  const found: string[] = []
  walk(root, (node) => {
    if (node.nodeName === '#comment') found.push('comment')
    if (!('tagName' in node)) return
    if (!safeTags.has(node.tagName)) found.push(`<${node.tagName}>`)
    for (const { name, value } of node.attrs) {
      if (!safeAttributes.has(name) && !isPictureLink(node.tagName, name, value)) found.push(`${name}=`)
      if ((name === 'href' || name === 'cite') && !safeAddress.test(value.trim()))
        found.push(`href ${value.slice(0, 30)}`)
    }
    const isLink = node.attrs.some(({ name }) => name === 'href')
    const rel = node.attrs.find(({ name }) => name === 'rel')?.value
    if (isLink && rel !== 'noopener noreferrer nofollow') found.push('link without rel')
  })
  return found
}

function walk(root: Node, visit: (node: Node) => void): void {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node)
    if ('childNodes' in node) stack.push(...node.childNodes)
    if ('content' in node) stack.push(node.content)
  }
}
