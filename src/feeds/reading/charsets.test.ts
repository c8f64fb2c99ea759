import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import iconv from 'iconv-lite'
import { parseFeed } from './parse-feed.ts'

/** The charsets that real feeds use, each with text of its users. */
const CHARSETS: readonly (readonly [string, string])[] = [
  ['gb2312', '记者从会议上了解到'],
  ['gbk', '記者從會議上瞭解到'],
  ['gb18030', '记者从会议上了解到'],
  ['big5', '記者從會議上了解到'],
  ['shift_jis', '記者団に対し、首相は述べた'],
  ['euc-jp', '記者団に対し、首相は述べた'],
  ['euc-kr', '기자들에게 이같이 밝혔다'],
  ['koi8-r', 'Об этом сообщил журналистам'],
  ['koi8-u', 'Про це повідомив журналістам'],
  ['windows-1250', 'Žluťoučký kůň řekl „ano“'],
  ['windows-1251', 'Об этом сообщил журналистам — «да»'],
  ['windows-1252', 'Le président a dit « œuvre » — “€”'],
  ['windows-1253', 'Ο πρωθυπουργός δήλωσε'],
  ['windows-1254', 'Başbakan gazetecilere söyledi'],
  ['windows-1255', 'ראש הממשלה אמר לעיתונאים'],
  ['windows-1256', 'قال رئيس الوزراء للصحفيين'],
  ['windows-1257', 'Premjers žurnālistiem teica'],
  ['iso-8859-1', 'Le président a été réélu'],
  ['iso-8859-2', 'Žluťoučký kůň'],
  ['iso-8859-7', 'Ο πρωθυπουργός δήλωσε'],
  ['iso-8859-15', 'Le cœur coûte 5 €'],
  ['utf-16le', 'Le président — 記者'],
  ['utf-32be', 'Le président — 記者'],
]

/** ISO-2022-JP of 日本; the library can only decode this charset. */
const JAPAN = '\u001b$BF|K\\\u001b(B'

function titleOf(bytes: Uint8Array, contentType = ''): string | undefined {
  const result = parseFeed(bytes, { url: 'https://e.example/', contentType })
  return result.kind === 'feed' ? result.feed.title : undefined
}

describe('a feed in a real charset', () => {
  for (const [charset, words] of CHARSETS) {
    const feed = (encoding: string) =>
      iconv.encode(`<?xml version="1.0"${encoding}?><rss><channel><title>${words}</title></channel></rss>`, charset, {
        addBOM: /^utf/.test(charset),
      })
    test(`${charset}, named in the document, is read`, () =>
      assert.equal(titleOf(feed(` encoding="${charset}"`)), words))
    test(`${charset}, named by the server, is read`, () =>
      assert.equal(titleOf(feed(''), `text/xml; charset=${charset}`), words))
  }

  for (const [how, declaration, contentType] of [
    ['named in the document', ' encoding="ISO-2022-JP"', 'text/xml'],
    ['named by the server', '', 'text/xml; charset=iso-2022-jp'],
    ['named by nobody', '', ''],
  ] as const)
    test(`iso-2022-jp, ${how}, is read`, () => {
      const text = `<?xml version="1.0"${declaration}?><rss><channel><title>${JAPAN}</title></channel></rss>`
      assert.equal(titleOf(Buffer.from(text, 'latin1'), contentType), '日本')
    })
})
