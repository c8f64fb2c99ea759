import { readdirSync, readFileSync } from 'node:fs'
import { unpackModel } from '../../../src/extract/blocks/block-model.ts'
import { keepBlocks } from '../../../src/extract/blocks/keep-blocks.ts'
import { extract } from '../../../src/extract/extract.ts'
import { isAppealBody } from '../../../src/extract/find-text.ts'
import { countWords } from '../../../src/extract/words.ts'
import { hasSameAuthor } from '../metadata/same-field.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { isSameAuthor, isSameDay, isSameTitle } from './field-score.ts'
import { fitSmallModel } from './fit-model.ts'
import { foldsOf } from './folds.ts'
import { anyScriptF1, foreignFigures, foreignLines } from './foreign-score.ts'
import type { PageRecord } from './page-record.ts'
import { readExamples } from './read-examples.ts'
import type { LabeledPage } from './read-labeled.ts'
import { isExact, mean, overall, pageF1, shingleMatch, wordMatch } from './text-score.ts'

/** So many pages of the larger set, evenly spread, that the default run ends within a minute. */
const spreadPages = 330
const defaultPages = 250

/** Scores the article text by runs of four words, and on sets that have them title, author, date and kind of page. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [score(options.data, readRecords<PageRecord>(options.data))]
  const bodies = findSet('extraction/scrapinghub.jsonl.zst')
  const fields = findSet('extraction/wcxb-dev.jsonl.zst')
  if (bodies === undefined || fields === undefined) {
    const own = score('own', readFixtures())
    return [{ ...own, notes: [...own.notes, 'sets not on this machine: the fixture pages stand in'], isOwnSet: true }]
  }
  const all = readRecords<PageRecord>(fields)
  const part = spread(spread(all, spreadPages), defaultPages)
  const wide = score('wcxb-dev', part)
  const careful = readRecords<PageRecord>(bodies)
  const pages = careful.flatMap((record): LabeledPage[] => {
    const examples = readExamples(record, 1, true)
    return examples === undefined ? [] : [{ set: 'scrapinghub', record, examples }]
  })
  const texts = new Map(pages.map(({ record, examples }) => [record, examples.text]))
  return [
    {
      ...{ name: 'extraction', set: 'scrapinghub', records: careful.length, isOwnSet: false },
      ...scoreBodies(careful, (record) => texts.get(record) ?? ''),
    },
    scoreUnseen(pages),
    ...scoreForeign(),
    { ...wide, notes: [`${part.length} of ${all.length} pages, evenly spread`, ...wide.notes] },
  ]
}

/** The project's own pages, written for the tests. */
function readFixtures(): PageRecord[] {
  const folder = new URL('../../../test/fixtures/pages/', import.meta.url)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const html = readFileSync(new URL(`${entry.name}/source.html`, folder), 'utf8')
      const { url, extraction } = JSON.parse(readFileSync(new URL(`${entry.name}/expected.json`, folder), 'utf8'))
      const text = extraction.blocks.map((block: readonly string[]) => block[1]).join('\n')
      const gold = {
        text,
        title: extraction.title,
        author: extraction.authors.join('; '),
        date: extraction.publishedAt,
      }
      return { url, html, pageType: extraction.kind === 'index' ? 'listing' : 'article', gold }
    })
}

function score(set: string, records: readonly PageRecord[]): EvalResult {
  const hasFields = records.some((record) => record.pageType !== undefined)
  const result = hasFields ? scoreFields(records) : scoreBodies(records)
  return { name: 'extraction', set, records: records.length, ...result, isOwnSet: false }
}

/** Every so-many-th record, since sets are often sorted by kind. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)
}

const inSample =
  'in-sample where it is a set the block model learned from; unseen sites: npm run eval -- extraction-folds'

type Scored = Pick<EvalResult, 'figures' | 'notes'>

function scoreBodies(
  records: readonly PageRecord[],
  textOf: (record: PageRecord) => string = ({ html, url }) => extract({ html, url: url ?? '' }).text,
): Scored {
  const texts = records.map(textOf)
  const matches = records.map((record, i) => shingleMatch(record.gold.text, texts[i]!))
  const exact = mean(records.map((record, i) => Number(isExact(record.gold.text, texts[i]!))))
  return {
    figures: { ...overall(matches), exact, noAppeal: mean(texts.map((text) => Number(!isAppealBody(linesOf(text))))) },
    notes: [inSample],
  }
}

/** A text as lines that can be held against what appeals say. */
function linesOf(text: string): { text: string; wordCount: number }[] {
  return text.split('\n').map((line) => ({ text: line, wordCount: countWords(line) }))
}

/**
 * The same pages by two small models, each of which has seen no site of the half it is asked about. They know a tenth of what the
 * shipped one does: `extraction-folds` measures that one.
 */
function scoreUnseen(pages: readonly LabeledPage[]): EvalResult {
  const matches = foldsOf(pages, 2, 1).flatMap((held) => {
    const seen = pages.filter((page) => !held.includes(page))
    const model = unpackModel(
      fitSmallModel(
        seen.map(({ examples }) => examples),
        1,
      ),
    )
    return held.map(({ record: { html, url, gold } }) => {
      const choose: typeof keepBlocks = (blocks, main, hints) => keepBlocks(blocks, main, hints, model)
      const { text } = extract({ html, url: url ?? '', choose })
      return { ...shingleMatch(gold.text, text), isExact: isExact(gold.text, text) }
    })
  })
  return {
    name: 'extraction',
    set: 'scrapinghub-unseen',
    records: pages.length,
    figures: { ...overall(matches), exact: mean(matches.map((match) => Number(match.isExact))) },
    notes: ['two folds by registered domain, small models trained for it; the shipped one: extraction-folds'],
    isOwnSet: false,
  }
}

/** News pages of many languages, whose gold text is that of each site's own parser: what isn't in it and nobody judged to be the article's is foreign. */
function scoreForeign(): EvalResult[] {
  const set = 'fundus-dev'
  const path = findSet(`extraction/${set}.jsonl.zst`)
  if (path === undefined) return []
  const pages = readRecords<PageRecord>(path).map(({ gold, html, url }) => ({
    gold,
    read: extract({ html, url: url ?? '' }),
  }))
  const figures = foreignFigures(pages)
  const count = pages.length - Math.round(figures.foreignFree * pages.length)
  return [
    {
      ...{ name: 'extraction', set, records: pages.length, isOwnSet: false },
      figures: {
        ...figures,
        wordF1: mean(pages.map(({ gold, read }) => anyScriptF1(gold.text, read.text))),
        authorsRightOrAbsent: mean(pages.map(({ gold, read }) => Number(isRightOrAbsent(gold.authors, read.authors)))),
      },
      notes: [
        `${count} pages with a foreign line: fewer than half of its runs of three words are in the gold text or title, and it was not judged to be the article’s`,
        'first and last: the paragraph of the gold text is in the text or the line below the headline; words in any script',
        inSample,
        'its rules were made with these pages in view',
        ...pages.flatMap(({ gold, read }) =>
          foreignLines(gold, read.text).map((line) => `foreign: ${line.slice(0, 120)}`),
        ),
      ],
    },
  ]
}

/** Whether a page names nobody, or as the gold has it. The gold of some pages is their meta tag, which has the outlet or says `and one more`. */
function isRightOrAbsent(gold: readonly string[] = [], found: readonly string[]): boolean {
  return found.length === 0 || hasSameAuthor(gold.join('; '), found)
}

function scoreFields(records: readonly PageRecord[]): Scored {
  const pages = records.map((record) => ({ record, found: extract({ html: record.html, url: record.url ?? '' }) }))
  const articles = pages.filter(({ record }) => record.pageType === 'article')
  const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
    mean(items.map((item) => Number(test(item))))
  const words = articles.map(({ record, found }) => wordMatch(record.gold.text, found.text))
  const titled = articles.filter(({ record }) => record.gold.title)
  const signed = articles.filter(({ record }) => record.gold.author)
  const unsigned = articles.filter(({ record }) => !record.gold.author)
  const dated = articles.filter(({ record }) => record.gold.date)
  const lists = pages.filter(({ record }) => record.pageType !== 'article')
  const listWords = lists.map(({ record, found }) => wordMatch(record.gold.text, found.text))
  return {
    figures: {
      wordF1: mean(words.map(pageF1)),
      wordPrecision: overall(words).precision,
      wordRecall: overall(words).recall,
      shingleF1: overall(articles.map(({ record, found }) => shingleMatch(record.gold.text, found.text))).f1,
      title: share(titled, ({ record, found }) => isSameTitle(record.gold.title ?? '', found.title)),
      author: share(signed, ({ record, found }) => isSameAuthor(record.gold.author ?? '', found.authors)),
      noAuthorInvented: share(unsigned, ({ found }) => found.authors.length === 0),
      date: share(dated, ({ record, found }) => isSameDay(record.gold.date ?? '', found.publishedAt)),
      kind: share(pages, ({ record, found }) => (found.kind === 'index') === (record.pageType !== 'article')),
      articleKept: share(articles, ({ found }) => found.kind !== 'index'),
      noAppeal: share(articles, ({ found }) => !isAppealBody(linesOf(found.text))),
      listF1: mean(listWords.map(pageF1)),
      listRecall: overall(listWords).recall,
      listFound: share(lists, ({ found }) => found.kind === 'index'),
    },
    notes: [
      inSample,
      `text and fields on ${articles.length} articles`,
      'kind on all pages, in-sample: its weights were fitted on this set; page-kinds judges by domain',
    ],
  }
}
