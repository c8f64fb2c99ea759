import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { compareOutlets } from '../operations/feeds/compare-outlets.ts'
import {
  type ComparedItem,
  type ComparedOutlet,
  comparedLists,
  type NamedOutlet,
  type OutletsCompared,
  outletCalled,
} from '../operations/feeds/compared-views.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { Links } from './links.ts'
import { outside } from './outside.ts'
import { pageNumber } from './paging.ts'
import { defineTool, readingOwn, type ToolResult, toolResultOf } from './tool.ts'

const { a: outlet, from, to } = compareOutlets.input.shape
/** Speakers and words of each outlet. */
const most = 8

export const compareOutletsTool = defineTool({
  name: 'compare_outlets',
  title: 'Compare two outlets',
  description:
    'Two outlets (names or ids) in the stories both reported, over 31 days at most: who was first, share of own text, points left out, corrections, whom each quotes, preferred words. No verdict. `list` shows what a figure counts.',
  isPersonal: true,
  input: z.object({
    a: outlet.unwrap(),
    b: outlet.unwrap(),
    from,
    to,
    list: z.enum(comparedLists).optional(),
    page: pageNumber,
  }),
  async run({ context, links }, { a, b, list, page, ...days }): Promise<ToolResult> {
    const input = { a, b, ...days, ...defined({ list }), page }
    const compared = await runForProgram(readingOwn(context), compareOutlets, input)
    if (compared.kind === 'done' && compared.view.kind === 'refused') {
      const { why, detail, choices } = compared.view
      const unknown = [a, b].find((given) => !outletCalled(given, choices))
      const isUnknown = why === 'no-such-source' && unknown !== undefined
      return { kind: 'failed', message: isUnknown ? unknownOutlet(unknown, choices) : detail }
    }
    return toolResultOf(compared, '', (view) => comparisonOf(view, links))
  },
})

function unknownOutlet(given: string, choices: readonly NamedOutlet[]): string {
  const some = choices.slice(0, 20).map(({ name }) => name)
  return `No outlet ${given.slice(0, 100)} has articles in these days. ${some.join(', ') || 'No outlet'} has.`
}

function comparisonOf(view: OutletsCompared, links: Links): object {
  if (view.kind !== 'compared') return {}
  const { from, to, bothCount, readCount, firstUnknownCount, list } = view
  return {
    ...{ from, to, bothCount, readCount, firstUnknownCount },
    outlets: view.outlets.map((each) => figuresOf(each, links)),
    ...(list && {
      list: { kind: list.kind, count: list.count, page: list.page, pageCount: list.pageCount },
      items: list.items.map((item) => itemOf(item, links)),
    }),
  }
}

function figuresOf({ name, speakers, words, ...figures }: ComparedOutlet, links: Links) {
  return {
    name: outside(name),
    ...figures,
    speakers: speakers
      .slice(0, most)
      .map(({ speaker, quoteCount }) => ({ name: outside(speaker.name), quoteCount, link: links.person(speaker.id) })),
    words: words.slice(0, most).map(({ word, count, otherCount, citation }) => ({
      ...{ word: outside(word), count, otherCount },
      ...{ sentence: outside(citation.exact), link: links.citation(citation) },
    })),
  }
}

function itemOf({ story, article, citation, outlet, minutes, ownShare, days }: ComparedItem, links: Links) {
  return defined({
    story: story && { title: outside(story.title), link: links.story(story.id) },
    article: article && { title: outside(article.title), at: article.at, link: links.article(article.id) },
    words: citation && outside(citation.exact),
    link: citation && links.citation(citation),
    outlet: outlet === undefined ? undefined : outside(outlet),
    minutes,
    ownShare,
    days,
  })
}
