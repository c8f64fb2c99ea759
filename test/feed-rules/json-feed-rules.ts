import { activeMarkup, type Check, isRfc3339, isWebAddress, relativeAddresses } from './rule.ts'

const topLevel =
  'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'.split(
    ' ',
  )
const ofItem =
  'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments'.split(
    ' ',
  )
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

type Fields = Readonly<Record<string, unknown>>

/** The rules of JSON Feed 1.1, by its headings, that a feed of ours can break. */
export function jsonFeedRules(body: string, check: Check): void {
  const feed = JSON.parse(body) as Fields
  check('JSON Feed 1.1, Top-level: version', feed.version === 'https://jsonfeed.org/version/1.1', feed.version)
  check('JSON Feed 1.1, Top-level: title', isWord(feed.title), feed.title)
  check('JSON Feed 1.1, Top-level: items', Array.isArray(feed.items))
  for (const name of ['home_page_url', 'feed_url'])
    check(`JSON Feed 1.1, Top-level: ${name}`, isWebAddress(feed[name] as string), feed[name])
  known(feed, topLevel, check)
  authorRules(feed.authors, check)
  languageRule(feed.language, check)
  for (const hub of listOf(feed.hubs)) {
    check('JSON Feed 1.1, hubs: a type', isWord(hub.type))
    check('JSON Feed 1.1, hubs: an address', isWebAddress(hub.url as string), hub.url)
  }
  const items = listOf(feed.items)
  const ids = items.map(({ id }) => id)
  check('JSON Feed 1.1, Items: an id is of one item', new Set(ids).size === ids.length, ids)
  for (const item of items) itemRules(item, check)
}

function itemRules(item: Fields, check: Check): void {
  known(item, ofItem, check)
  check('JSON Feed 1.1, Items: id is a string', isWord(item.id), item.id)
  const { content_html: html, content_text: text } = item
  check('JSON Feed 1.1, Items: content_html or content_text', typeof html === 'string' || typeof text === 'string')
  for (const name of ['url', 'external_url'])
    check(`JSON Feed 1.1, Items: ${name}`, item[name] === undefined || isWebAddress(item[name] as string), item[name])
  for (const name of ['date_published', 'date_modified'])
    check(
      `JSON Feed 1.1, Items: ${name} as RFC 3339`,
      item[name] === undefined || isRfc3339(String(item[name])),
      item[name],
    )
  for (const name of ['title', 'summary'])
    check(`JSON Feed 1.1, Items: ${name} is plain text`, item[name] === undefined || typeof item[name] === 'string')
  authorRules(item.authors, check)
  languageRule(item.language, check)
  const markup = String(html ?? '')
  check('JSON Feed 1.1, Security: nothing active', activeMarkup(markup).length === 0, activeMarkup(markup))
  check(
    'JSON Feed 1.1, Items: addresses that stand by themselves',
    relativeAddresses(markup).length === 0,
    relativeAddresses(markup),
  )
  for (const file of listOf(item.attachments)) {
    check('JSON Feed 1.1, Attachments: url', isWebAddress(file.url as string), file.url)
    check('JSON Feed 1.1, Attachments: mime_type', /^[\w.+-]+\/[\w.+-]+$/.test(String(file.mime_type)), file.mime_type)
    for (const name of ['size_in_bytes', 'duration_in_seconds'])
      check(
        `JSON Feed 1.1, Attachments: ${name} is a number`,
        file[name] === undefined || typeof file[name] === 'number',
      )
  }
}

/** The format has a place for what is our own: names that begin with a line. */
function known(object: Fields, names: readonly string[], check: Check): void {
  for (const name of Object.keys(object))
    check(
      `JSON Feed 1.1, Extensions: ${name} is no name of the format`,
      names.includes(name) || name.startsWith('_'),
      name,
    )
}

function authorRules(authors: unknown, check: Check): void {
  for (const author of listOf(authors))
    check(
      'JSON Feed 1.1, authors: a name, a url or an avatar',
      isWord(author.name) || isWord(author.url) || isWord(author.avatar),
    )
}

function languageRule(language: unknown, check: Check): void {
  check('JSON Feed 1.1, language: RFC 5646', language === undefined || languageTag.test(String(language)), language)
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : []
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
