const sentence =
  '<p>The ferry runs again on Monday, the harbor master said, after two weeks in the yard, and the mail with it.</p>'

const attributeOf = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const textOf = (text: string) => attributeOf(text).replaceAll('<', '&lt;')

/** A payload in all places that something is read from: as markup of a page's text, as its words, in its fields, and in its data. */
export function hostilePages(payload: string): readonly string[] {
  const text = textOf(payload)
  const attribute = attributeOf(payload)
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: payload,
    author: [{ name: payload }],
    articleSection: payload,
    creditText: payload,
    publisher: { name: payload },
    image: { url: 'https://p.example/a.jpg', caption: payload, creditText: payload },
    description: payload,
  }).replaceAll('<', '\\u003c')
  return [
    page(`${sentence.repeat(4)}${payload}${sentence.repeat(4)}`),
    page(
      `<h1>${text}</h1>${sentence.repeat(4)}<p>${text}</p><blockquote>${text}</blockquote><ul><li>${text}</li></ul><pre>${text}</pre><h2>${text}</h2><table><tr><td>${text}<td>1</table>${sentence.repeat(4)}`,
    ),
    page(
      `<figure><img src="https://p.example/b.jpg" alt="${attribute}"><figcaption>${text}<span class="credit">${text}</span></figcaption></figure>${sentence.repeat(6)}`,
      `<meta property="og:title" content="${attribute}"><meta name="author" content="${attribute}"><meta property="og:site_name" content="${attribute}"><meta property="article:section" content="${attribute}"><meta property="og:image" content="${attribute}"><meta property="og:image:alt" content="${attribute}"><link rel="canonical" href="${attribute}">`,
    ),
    page(sentence.repeat(8), `<script type="application/ld+json">${data}</script>`),
  ]
}

function page(body: string, head = ''): string {
  return `<!doctype html><html><head><title>T</title>${head}</head><body><article>${body}</article></body></html>`
}
