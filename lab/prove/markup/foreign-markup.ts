import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

/** Where markup of ours leads: to pages of its own, the web, or a mail. */
const ownAddress = /^(?:https?:\/\/|mailto:|\/(?!\/)|#|$)/

/**
 * What a parser that follows the standard finds in markup that is not ours: tags and attributes that a page without harm has not
 * (`known`, as `tag` and `tag attribute`), and addresses that lead into a program. The words of each finding, empty when there is none.
 */
export function foreignMarkup(html: string, known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>()
  for (const piece of piecesOf(html)) if (!known.has(piece.key)) found.add(piece.words)
  return [...found]
}

/** Every tag, and every attribute with its tag, of some markup. */
export function markupOf(pages: readonly string[]): ReadonlySet<string> {
  return new Set(pages.flatMap((html) => [...piecesOf(html)].map(({ key }) => key)))
}

function* piecesOf(html: string): Generator<{ readonly key: string; readonly words: string }> {
  const stack: DefaultTreeAdapterMap['node'][] = [parseFragment(html)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#comment') yield { key: '#comment', words: 'comment' }
    if ('tagName' in node) {
      yield { key: node.tagName, words: `<${node.tagName}>` }
      for (const { name, value } of node.attrs) {
        yield { key: `${node.tagName} ${name}`, words: `${name}= on ${node.tagName}` }
        const isAddress = name === 'href' || name === 'src' || name === 'action' || name === 'formaction'
        if (isAddress && !ownAddress.test(value)) yield { key: 'address', words: `${name} ${value.slice(0, 40)}` }
      }
    }
    if ('childNodes' in node) stack.push(...node.childNodes)
  }
}
