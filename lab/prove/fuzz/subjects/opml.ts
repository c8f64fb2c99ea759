import { isDeepStrictEqual } from 'node:util'
import { decode } from '../../../../src/feeds/decode.ts'
import { type OpmlFeed, parseOpml, writeOpml } from '../../../../src/feeds/opml/opml.ts'
import { opmlLimits } from '../../../../src/feeds/opml/opml-limits.ts'
import { readOpml } from '../../../../src/feeds/opml/read-opml.ts'
import { writeOpmlTree } from '../../../../src/feeds/opml/write-opml.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject } from '../subject.ts'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  list: [
    '{prolog}<opml version="2.0"{ns}><head>{head}</head><body>{outlines}</body></opml>',
    '<OPML><BODY>{outlines}</BODY></OPML>',
    '<opml><body>{outlines}',
    '<opml/>{outlines}',
    '<x:opml xmlns:x="{url}"><x:body>{outlines}</x:body></x:opml>',
  ],
  prolog: [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '',
    '<!DOCTYPE opml [<!ENTITY a "{word}"><!ENTITY b "{word}">]>',
    '<!DOCTYPE opml [<!ENTITY a "&b;"><!ENTITY b "&a;&a;">]>',
    '<!DOCTYPE opml SYSTEM "file:///x">',
    '<!-- {word} -->',
  ],
  ns: ['', ' xmlns:frss="https://e.example/ns"', ' xmlns:{word}="{url}"', ' version="{number}"'],
  head: [
    '',
    '<title>{word}</title>',
    '<dateCreated>{word}</dateCreated><{word}/>',
    '<frss:a b="{word}">{word}</frss:a>',
  ],
  outlines: ['{outline}', '{outline}{outlines}', '{outline}{outlines}', '{folder}{outlines}'],
  folder: [
    '<outline text="{word}">{outlines}</outline>',
    '<outline title="{word}/{word}">{outlines}</outline>',
    '<outline>{outlines}',
  ],
  outline: [
    '<outline text="{word}" title="{word}" type="rss" xmlUrl="{url}" htmlUrl="{url}"/>',
    "<outline xmlurl='{url}' category='/{word}/{word},{word}'>",
    '<outline text={word} xmlUrl={url}></outline>',
    '<outline text="{word}">{word}</outline>',
    '<outline text="&a;&b;&#x0;&#1114112;&lt;{word}" xmlUrl="{url}" {attributes}/>',
    '<outline type="include" url="{url}"/>',
    '<outline text="{word}" xmlUrl="{url}"><x:y a="{word}">{word}</x:y></outline>',
    '<![CDATA[{word}]]>',
    '<!-- {outline} -->',
  ],
  attributes: [
    '',
    'a="{word}" {attributes}',
    'text="{word}"',
    '{word}',
    '="{word}"',
    'xmlUrl="{url}"',
    'frss:x="{word}"',
  ],
}

/** Lists of subscriptions: what is read of one is written and read again as the same. */
export const subject: Subject = {
  seeds: [
    '<opml version="2.0"><head><title>Mine</title></head><body><outline text="News"><outline text="A" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/></outline></body></opml>',
    '<opml version="1.0"><body><outline title="A &amp; B" xmlurl="http://b.example/rss"/><outline text="Kept"><x a="1">y</x></outline></body></opml>',
  ],
  tokens: [
    '<outline ',
    'text="',
    'xmlUrl="http://',
    '/>',
    '</outline>',
    '<body>',
    '</body>',
    '</opml>',
    '<head>',
    '&a;',
    '&#0;',
    '/',
  ],
  grow: (random) => growBy(rules, random, 'list'),
  attempt(bytes) {
    const { text } = decode(bytes)
    const parsed = parseOpml(text)
    if (parsed.kind === 'refused') return { isRead: false }
    const isRead = parsed.feeds.length > 0
    if (!isDeepStrictEqual(parsed, parseOpml(text))) return { isRead, wrong: 'is read otherwise the second time' }
    for (const { url, title = '', folder = '' } of parsed.feeds) {
      if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { isRead, wrong: `leads to ${url.slice(0, 80)}` }
      if (title.length > opmlLimits.value * 2 || folder.length > opmlLimits.value * opmlLimits.depth * 2)
        return { isRead, wrong: 'has a name without end' }
    }
    const again = parseOpml(writeOpml(parsed.feeds, 'Mine'))
    if (again.kind === 'refused' || !isDeepStrictEqual(sorted(again.feeds), sorted(parsed.feeds)))
      return { isRead, wrong: 'is written as other feeds than were read' }
    const read = readOpml(text)
    if (read.kind !== 'tree') return { isRead, wrong: 'is a list and no tree' }
    const back = readOpml(writeOpmlTree(read.tree))
    const isSame = back.kind === 'tree' && isDeepStrictEqual(back.tree.outlines, read.tree.outlines)
    return isSame ? { isRead } : { isRead, wrong: 'is written as other outlines than were read' }
  },
}

/** Feeds of one folder are written together, and one without a name has its address as one. */
function sorted(feeds: readonly OpmlFeed[]): readonly OpmlFeed[] {
  return feeds
    .map(({ title, ...feed }) => ({ ...feed, title: title ?? feed.url }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
}
