import { fileURLToPath } from 'node:url'
import { asId } from '../../src/core/ids.ts'
import { buildDossier } from '../../src/story/build-dossier.ts'
import { linkByWords } from '../../src/story/related/link-by-words.ts'
import { linkLanguages } from '../../src/story/related/link-languages.ts'
import { readForeign } from '../../src/story/related/read-foreign.ts'
import { type RelationSummary, summarizeForRelation } from '../../src/story/related/relation-summary.ts'
import { poolOf } from '../../src/story/story-pool.ts'
import { membersOf } from '../eval/citations/story-documents.ts'
import { readRecords } from '../eval/read-set.ts'
import type { LanguageRecord } from '../eval/related/score-languages.ts'
import { percentile, type Row, round, sized } from './measure.ts'

const STORIES = sized(1_000, 60)
const ASKED = sized(40, 2)
/** As many texts in a row make a story of about sixty words that tell it apart. */
const TEXTS_EACH = 3
const at = '2026-04-05T12:00:00Z'

/**
 * CPU of reading a German or Spanish story in English, and of linking one story among a thousand of a day, a third of them in each language:
 * by words, with nothing known of the others yet, and after names and numbers, as a page does it.
 */
export function wordsAcrossRow(): Row {
  const stories = storiesOfOneDay()
  const foreign = stories.filter(({ language }) => language !== 'en')
  readForeign('de', [])
  readForeign('es', [])
  const reading = cpuMs(() => {
    for (const { language, terms } of foreign) readForeign(language, [...terms])
  })
  const alone: number[] = []
  const after: number[] = []
  for (const { id } of stories.slice(0, ASKED)) {
    const first = poolOf([...stories])
    alone.push(cpuMs(() => linkByWords(first, id)))
    const second = poolOf([...stories])
    linkLanguages(second.stories, id)
    after.push(cpuMs(() => linkByWords(second, id)))
  }
  return {
    what: `words across languages, a story among ${stories.length}`,
    figures: {
      readMsEach: round(reading / foreign.length),
      cpuMsEach: round(percentile(alone, 0.5)),
      cpuMsAfterNames: round(percentile(after, 0.5)),
    },
  }
}

function storiesOfOneDay(): RelationSummary[] {
  const path = fileURLToPath(new URL('../eval/related/word-links.jsonl', import.meta.url))
  const byLanguage = Map.groupBy(readRecords<LanguageRecord>(path), ({ lang }) => lang)
  const languages = [...byLanguage.values()]
  return Array.from({ length: STORIES }, (_, index) => {
    const texts = languages[index % languages.length] ?? []
    const some = Array.from({ length: TEXTS_EACH }, (_, which) => texts[(7 * index + 11 * which) % texts.length]!)
    const [{ lang, title }] = some as [LanguageRecord]
    const text = some.map((one) => one.text).join('\n')
    const members = membersOf([{ id: `${index}`, title, text, lang, date: at, story: `${index}` }])
    return summarizeForRelation(buildDossier({ storyId: asId(`${index}`), members }), { firstAt: at, lastAt: at })
  })
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
