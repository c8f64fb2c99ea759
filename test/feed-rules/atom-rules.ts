import { activeMarkup, type Check, isIri, isRfc3339, isWebAddress, relativeAddresses } from './rule.ts'
import { childrenOf, type StrictElement, strictXml } from './strict-xml.ts'

const atom = (name: string) => `{http://www.w3.org/2005/Atom}${name}`
const feedOnly = ['subtitle', 'generator', 'icon', 'logo', 'entry']
const entryOnly = ['content', 'published', 'source', 'summary']
const both = ['author', 'category', 'contributor', 'id', 'link', 'rights', 'title', 'updated']
const once = ['id', 'title', 'updated', 'subtitle', 'generator', 'rights', 'published', 'summary', 'content']

/** The rules of RFC 4287 that a feed of ours can break. */
export function atomRules(body: string, check: Check): void {
  const feed = strictXml(body)
  check('RFC 4287 §4.1.1: the document is a feed', feed.name === atom('feed'), feed.name)
  const entries = childrenOf(feed, atom('entry'))
  container(feed, [...both, ...feedOnly], '§4.1.1', check)
  const hasAuthor = childrenOf(feed, atom('author')).length > 0
  const self = linksOf(feed).filter(({ rel }) => rel === 'self')
  check('RFC 4287 §4.1.1: a feed should have a link to itself', self.length === 1, self.length)
  const ids = entries.map((entry) => childrenOf(entry, atom('id'))[0]?.text)
  check('RFC 4287 §4.1.1: entries of one id are the same entry', new Set(ids).size === ids.length, ids)
  const hubs = linksOf(feed).filter(({ rel }) => rel === 'hub')
  check(
    'WebSub §4: a hub is an address, and self stands beside it',
    hubs.every(({ href }) => isWebAddress(href)),
  )
  for (const entry of entries) {
    container(entry, [...both, ...entryOnly], '§4.1.2', check)
    check(
      'RFC 4287 §4.1.2: an entry or its feed has an author',
      hasAuthor || childrenOf(entry, atom('author')).length > 0,
    )
    const alternates = linksOf(entry).filter(({ rel }) => rel === 'alternate')
    const contents = childrenOf(entry, atom('content'))
    check('RFC 4287 §4.1.2: without content an entry has a link to it', contents.length > 0 || alternates.length > 0)
    for (const content of contents) contentRules(content, check)
    const [published, updated] = ['published', 'updated'].map((name) => childrenOf(entry, atom(name))[0]?.text)
    check(
      'RFC 4287 §4.2.9, §4.2.15: nothing changes before it is there',
      published === undefined || updated === undefined || Date.parse(published) <= Date.parse(updated),
      published,
    )
  }
}

/** What feeds and entries have in common. */
function container(element: StrictElement, known: readonly string[], section: string, check: Check): void {
  const names = element.children.map(({ name }) => name)
  for (const name of once)
    check(`RFC 4287 ${section}: at most one ${name}`, names.filter((each) => each === atom(name)).length <= 1)
  for (const name of ['id', 'title', 'updated'])
    check(`RFC 4287 ${section}: one ${name}`, names.includes(atom(name)), names)
  for (const name of names)
    check(
      `RFC 4287 ${section}: ${name} belongs here`,
      !name.startsWith(atom('')) || known.some((each) => atom(each) === name),
    )
  for (const id of childrenOf(element, atom('id'))) check('RFC 4287 §4.2.6: an id is an IRI', isIri(id.text), id.text)
  for (const name of ['updated', 'published'])
    for (const { text } of childrenOf(element, atom(name))) check('RFC 4287 §3.3: a date', isRfc3339(text), text)
  for (const name of ['title', 'subtitle', 'summary', 'rights'])
    for (const text of childrenOf(element, atom(name))) {
      const type = text.attributes.get('type') ?? 'text'
      check('RFC 4287 §3.1.1: the type of a text', ['text', 'html', 'xhtml'].includes(type), type)
      check('RFC 4287 §3.1.1.1: a plain text has no elements', type === 'xhtml' || text.children.length === 0)
    }
  for (const title of childrenOf(element, atom('title')))
    check('RFC 4287 §4.2.14: a title says something', title.text.trim() !== '')
  for (const author of childrenOf(element, atom('author'))) {
    check('RFC 4287 §3.2.1: a person has one name', childrenOf(author, atom('name')).length === 1)
    check('RFC 4287 §3.2.1: a name says something', childrenOf(author, atom('name'))[0]?.text.trim() !== '')
  }
  const links = linksOf(element)
  for (const { href, rel, type, length } of links) {
    check('RFC 4287 §4.2.7.1: a link has an address', isWebAddress(href), href)
    check('RFC 4287 §4.2.7.2: the name of a relation', /^[a-z][\w.-]*$/.test(rel) || isIri(rel), rel)
    check('RFC 4287 §4.2.7.3: a media type', type === undefined || /^[\w.+-]+\/[\w.+-]+$/.test(type), type)
    check('RFC 4287 §4.2.7.6: a length in octets', length === undefined || /^\d+$/.test(length), length)
  }
  const alternates = links.filter(({ rel }) => rel === 'alternate').map(({ type }) => type)
  check(`RFC 4287 ${section}: one alternate of a type`, new Set(alternates).size === alternates.length, alternates)
  const language = element.attributes.get('xml:lang')
  check(
    'RFC 4287 §2: a language',
    language === undefined || /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language),
    language,
  )
}

function contentRules(content: StrictElement, check: Check): void {
  const type = content.attributes.get('type') ?? 'text'
  check('RFC 4287 §4.1.3.3: HTML is escaped', type !== 'html' || content.children.length === 0)
  check('RFC 4287 §8.1: nothing active in HTML', activeMarkup(content.text).length === 0, activeMarkup(content.text))
  check(
    'RFC 4287 §3.1.1: HTML that stands by itself',
    relativeAddresses(content.text).length === 0,
    relativeAddresses(content.text),
  )
}

function linksOf(element: StrictElement) {
  return childrenOf(element, atom('link')).map(({ attributes }) => ({
    href: attributes.get('href'),
    rel: attributes.get('rel') ?? 'alternate',
    type: attributes.get('type'),
    length: attributes.get('length'),
  }))
}
