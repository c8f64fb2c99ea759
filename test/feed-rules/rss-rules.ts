import { activeMarkup, type Check, isRfc3339, isWebAddress, relativeAddresses } from './rule.ts'
import { childrenOf, type StrictElement, strictXml } from './strict-xml.ts'

const content = '{http://purl.org/rss/1.0/modules/content/}encoded'
const atomLink = '{http://www.w3.org/2005/Atom}link'
const atomUpdated = '{http://www.w3.org/2005/Atom}updated'
const creator = '{http://purl.org/dc/elements/1.1/}creator'

/** RSS 2.0 names them all; whatever else is in a feed has a namespace. */
const ofChannel =
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item'.split(
    ' ',
  )
const ofItem = 'title link description author category comments enclosure guid pubDate source'.split(' ')
const repeated = ['category', 'item']

/** The rules of RSS 2.0 (by its headings) and of the RSS Best Practices Profile 1.0 that a feed of ours can break. */
export function rssRules(body: string, check: Check): void {
  const rss = strictXml(body)
  check('RSS 2.0, What is RSS: rss with its version', rss.name === 'rss' && rss.attributes.get('version') === '2.0')
  const channels = childrenOf(rss, 'channel')
  check('RSS 2.0, What is RSS: one channel', channels.length === 1 && rss.children.length === 1)
  const channel = channels[0]
  if (!channel) return
  for (const name of ['title', 'link', 'description'])
    check(`RSS 2.0, Required channel elements: ${name}`, !!childrenOf(channel, name)[0]?.text.trim(), name)
  elements(channel, ofChannel, 'channel', check)
  check('RSS Profile, link: absolute', isWebAddress(childrenOf(channel, 'link')[0]?.text))
  for (const { text } of childrenOf(channel, 'lastBuildDate')) dateRules(text, check)
  for (const { text } of childrenOf(channel, 'language'))
    check('RSS 2.0, Optional channel elements: language', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text), text)
  const links = childrenOf(channel, atomLink)
  const self = links.filter(({ attributes }) => attributes.get('rel') === 'self')
  check('RSS Profile, atom:link: one to the feed itself', self.length === 1)
  check('RSS Profile, atom:link: its type', self[0]?.attributes.get('type') === 'application/rss+xml')
  for (const { attributes } of links)
    check('RSS Profile, atom:link: an address', isWebAddress(attributes.get('href')), attributes.get('href'))
  const items = childrenOf(channel, 'item')
  const guids = items.map((item) => childrenOf(item, 'guid')[0]?.text)
  check('RSS Profile, guid: each item its own', new Set(guids).size === guids.length, guids)
  for (const item of items) itemRules(item, check)
}

function itemRules(item: StrictElement, check: Check): void {
  const [title] = childrenOf(item, 'title')
  const [description] = childrenOf(item, 'description')
  check('RSS 2.0, Elements of item: a title or a description', !!title?.text.trim() || !!description?.text.trim())
  elements(item, ofItem, 'item', check)
  check(
    'RSS Profile, link: absolute',
    isWebAddress(childrenOf(item, 'link')[0]?.text),
    childrenOf(item, 'link')[0]?.text,
  )
  const [guid] = childrenOf(item, 'guid')
  check('RSS Profile, guid: present', !!guid?.text.trim())
  check(
    'RSS 2.0, guid: a permalink is an address',
    guid?.attributes.get('isPermaLink') === 'false' || isWebAddress(guid?.text),
  )
  for (const { text } of childrenOf(item, 'pubDate')) dateRules(text, check)
  for (const { text } of childrenOf(item, atomUpdated)) check('RFC 4287 §3.3: a date', isRfc3339(text), text)
  for (const { text } of childrenOf(item, creator)) check('RSS Profile, dc:creator: says somebody', text.trim() !== '')
  const enclosures = childrenOf(item, 'enclosure')
  check('RSS Profile, enclosure: at most one', enclosures.length <= 1)
  for (const { attributes } of enclosures) {
    check('RSS 2.0, enclosure: url, length and type', isWebAddress(attributes.get('url')), attributes.get('url'))
    check('RSS 2.0, enclosure: length in bytes', /^\d+$/.test(attributes.get('length') ?? ''))
    check('RSS 2.0, enclosure: a media type', /^[\w.+-]+\/[\w.+-]+$/.test(attributes.get('type') ?? ''))
  }
  const names = item.children.map(({ name }) => name)
  const whole = childrenOf(item, content)
  check('RSS Profile, content:encoded: at most one', whole.length <= 1)
  check(
    'RSS Profile, content:encoded: after a description that sums it up',
    whole.length === 0 || (description !== undefined && names.indexOf('description') < names.indexOf(content)),
  )
  for (const { text } of [...whole, ...(description ? [description] : [])]) {
    check('RSS Profile, description: nothing active', activeMarkup(text).length === 0, activeMarkup(text))
    check(
      'RSS Profile, description: no relative addresses',
      relativeAddresses(text).length === 0,
      relativeAddresses(text),
    )
  }
}

function elements(parent: StrictElement, known: readonly string[], where: string, check: Check): void {
  const names = parent.children.map(({ name }) => name).filter((name) => !name.startsWith('{'))
  for (const name of names) {
    check(`RSS 2.0, Extending RSS: ${where} has no element ${name}`, known.includes(name), name)
    const isOnce = repeated.includes(name) || names.filter((each) => each === name).length === 1
    check(`RSS Profile, ${name}: at most one in a ${where}`, isOnce, name)
  }
}

/** RFC 822 §5 as RSS 2.0 takes it: with four digits of the year; the day of the week is that of the date. */
function dateRules(text: string, check: Check): void {
  const [, day, date] =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))$/.exec(text) ?? []
  const ms = Date.parse(date ?? '')
  check('RSS 2.0, pubDate: RFC 822 with a year in four digits', !Number.isNaN(ms), text)
  check(
    'RSS Profile, Dates: the day of the week',
    Number.isNaN(ms) || new Date(ms).toUTCString().startsWith(day ?? '-'),
    text,
  )
}
