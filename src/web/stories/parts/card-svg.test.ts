import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/views.ts'
import { storyCardSvg, wrapped } from '../../app-routes.ts'

const titled = (title: string, language = 'en') => ({
  ...story,
  dossier: { ...story.dossier, language, headline: { ...story.dossier.headline, title } },
})
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('the card of a story', () => {
  it('says the headline, the counts and the outlets, and nothing of the texts', () => {
    const svg = storyCardSvg(titled('Ferries run again'), exampleReader())
    const { reports, members } = story.dossier
    const texts = textsOf(svg)
    assert.equal(texts[1], 'Ferries run again')
    assert.ok(texts.includes(`${reports.length} independent reports in ${members.length} articles`))
    assert.equal(texts.length, 5)
  })

  it('is well-formed whatever the headline is, and loads nothing', () => {
    const svg = storyCardSvg(titled('</text><script>alert("1")</script> & “so” on'), exampleReader())
    assert.doesNotMatch(svg, /<script|xlink|href=|url\(/)
    assert.match(svg, /&lt;\/text&gt;&lt;script&gt;/)
  })

  it('stands on the right for a headline that is read from the right, in an interface that is not', () => {
    const svg = storyCardSvg(titled('محادثات الميناء', 'ar'), exampleReader())
    assert.match(svg, /<text x="1128"[^>]*direction="rtl">محادثات الميناء/)
    assert.match(svg, /<text x="72"[^>]*>\d+ independent/)
    assert.match(storyCardSvg(story, exampleReader('ar')), /translate\(72 /)
  })
})

describe('wrapped', () => {
  it('breaks between words, at most into four lines, and says what was cut', () => {
    assert.deepEqual(wrapped('one two three', 8), ['one two', 'three'])
    const long = wrapped('word '.repeat(60), 20)
    assert.equal(long.length, 4)
    assert.ok(long.every((line) => line.length <= 20))
    assert.match(long[3]!, /…$/)
    assert.match(wrapped('x'.repeat(50), 20)[0]!, /^x{19}…$/)
  })
})
