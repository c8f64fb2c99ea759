import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bigStory } from '../../../../test/examples/big-story.ts'
import { all, parseMarkup, textOf, texts as textsOf, values } from '../../../../test/examples/markup.ts'
import { exampleReader, visibleText } from '../../../../test/examples/reader.ts'
import { dossier } from '../../../../test/examples/story.ts'
import { hostile, texts } from '../../../../test/examples/texts.ts'
import { story } from '../../../../test/examples/views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { coveragePage } from './coverage.ts'
import { quotesPage } from './quotes.ts'
import { storyPage } from './story.ts'
import { changesPage, timelinePage } from './timeline.ts'

const reader = exampleReader()
const page = storyPage(story, reader)
const made = parseMarkup(page)
const text = visibleText(page)
const pages: Readonly<Record<string, (view: StoryView) => string>> = {
  overview: (view) => storyPage(view, reader),
  quotes: (view) => quotesPage(view, reader),
  timeline: (view) => timelinePage(view, reader),
  coverage: (view) => coveragePage(view, reader),
  changes: (view) => changesPage(view, reader),
}

describe('the overview of a story', () => {
  it('says how many independent reports and articles there are, who was first, and leads to the coverage', () => {
    const meta = made.querySelector('.meta')!
    assert.match(textOf(meta), /4 independent reports · 25 articles ?First: Northern Wire, /)
    assert.equal(meta.querySelector('a')?.getAttribute('href'), '/stories/story-1/coverage')
    assert.equal(all(meta, '.ib i.c').length, 1)
  })

  it('has the sentence below the headline and every point as they stand in the text, each with a citation', () => {
    const { dek, brief } = story.overview
    for (const citation of [dek!, ...brief.map(({ citations: [first] }) => first)]) {
      const { documentId, span, exact } = citation
      assert.ok(text.includes(exact.replace(/\s+/g, ' ')), exact)
      assert.ok(page.includes(`/citations/${documentId}/${span.start}-${span.end}`))
    }
  })

  it('lists for print the outlets it cites with the URLs of their articles, each once', () => {
    const cited = values(made, 'a.cite', 'href').map((href) => href.split('/')[2]!)
    const urls = new Set(cited.flatMap((id) => story.documents[id]?.url ?? []))
    assert.ok(urls.size > 1)
    assert.deepEqual(textsOf(made, '.print-notes li bdi[dir]'), [...urls])
    assert.match(textOf(made.querySelector('.print-notes li')), /^Northern Wire: https:/)
    assert.equal(parseMarkup(pages.quotes!(story)).querySelector('.print-notes'), null)
  })

  it('is followed by pages of its own, each a link with its number, the current one marked', () => {
    const labels = ['Overview', 'Quotes 6', 'Timeline 5', 'Coverage 25']
    assert.deepEqual(textsOf(made, '.tabs a'), labels)
    assert.deepEqual(values(made, '.tabs a', 'href'), [
      '/stories/story-1',
      '/stories/story-1/quotes',
      '/stories/story-1/timeline',
      '/stories/story-1/coverage',
    ])
    for (const [index, name] of ['overview', 'quotes', 'timeline', 'coverage'].entries())
      assert.deepEqual(textsOf(parseMarkup(pages[name]!(story)), '.tabs [aria-current]'), [labels[index]])
    const discussed = parseMarkup(storyPage({ ...story, discussion: { count: 3 } }, reader))
    assert.equal(textOf(all(discussed, '.tabs a').at(-1) ?? null), 'Discussion 3')
  })

  it('leads from its section to the stories of it, and says what kind of story it is', () => {
    assert.equal(made.querySelector('.crumb a.kick')?.getAttribute('href'), '/?section=Region')
    assert.equal(all(made, '.crumb .chip').length, story.badges.length)
  })

  it('shows promises, a timeline with plans apart, earlier stories and a field to ask beside it', () => {
    assert.match(textOf(made.querySelector('#promises')), /Open.*if|Open.*by Friday/)
    assert.equal(all(made, '#timeline li').length, 4)
    assert.ok(made.querySelector('#timeline li.plan'))
    assert.deepEqual(values(made, '#earlier > a', 'href').at(0), '/stories/story-0')
    assert.equal(made.querySelector('#ask form')?.getAttribute('action'), '/ask')
    assert.ok(made.querySelector('#languages a[lang=fr]'))
  })

  it('leads in a menu to what few need', () => {
    const links = values(made, '.acts .pop a', 'href')
    for (const path of ['/changes', '/coverage#export', '/audit', '/arrange'])
      assert.ok(links.includes(`/stories/story-1${path}`), path)
    const seen = parseMarkup(storyPage(story, { ...reader, isOwner: false, isModerator: false }))
    assert.ok(!values(seen, '.acts .pop a', 'href').includes('/stories/story-1/arrange'))
  })

  it('tells moderators alone of suggested changes', () => {
    const note = (isModerator: boolean) =>
      parseMarkup(storyPage(story, { ...reader, isModerator })).querySelector('main .notice a')
    assert.equal(note(true)?.getAttribute('href'), '/stories/story-1/coverage#proposed')
    assert.equal(note(false), null)
  })

  it('lets nothing that an outlet wrote become markup, on any of its pages', () => {
    for (const [name, show] of Object.entries(pages)) {
      const markup = show(story)
      assert.doesNotMatch(
        markup,
        /<script>alert|<b>bold|<img src=x|<!-- sdrawkcab|lang="en&quot;|href="javascript/i,
        name,
      )
      // The policy forbids styles and handlers.
      assert.doesNotMatch(markup, /\sstyle="|\son[a-z]+="|<style/, name)
    }
    assert.ok(page.includes('&lt;script&gt;alert('))
    assert.ok(texts.includes(hostile))
  })

  it('leaves out every part that has nothing in it', () => {
    const bare: StoryView = {
      ...story,
      overview: { brief: [], quotes: [], continued: {} },
      pictures: [],
      related: [],
      storyline: [],
      inOtherLanguages: [],
      proposals: [],
      badges: [],
      dossier: {
        ...dossier,
        members: dossier.members.slice(0, 1),
        reports: dossier.reports.slice(1, 2),
        brief: [],
        ledger: [],
        unattributed: [],
        timeline: [],
        differences: [],
        commitments: [],
        figures: [],
      },
    }
    const { section: _section, ...rest } = bare
    const markup = parseMarkup(storyPage(rest, reader))
    assert.deepEqual(values(markup, 'main section', 'id'), ['ask'])
    assert.equal(markup.querySelector('.dek'), null)
    assert.match(textOf(markup.querySelector('.meta')), /1 independent report · 1 article/)
    for (const show of Object.values(pages)) assert.ok(parseMarkup(show(rest)).querySelector('h1'))
  })

  it('stays small however much there is: 60 articles and 200 quotations', () => {
    for (const [name, show] of Object.entries(pages)) {
      const bytes = gzipSync(show(bigStory)).length
      assert.ok(bytes < (name === 'overview' ? 10 : 15) * 1024, `${name}: ${bytes} bytes`)
    }
  })

  it('speaks the language of the reader, and leaves the outlets theirs', () => {
    const markup = storyPage(story, exampleReader('ar'))
    assert.match(markup, /<html lang="ar" dir="rtl"/)
    assert.match(markup, /<h1 lang="en" dir="ltr">/)
    assert.match(storyPage(story, exampleReader('fr')), /Citations clés/)
  })
})
