import type { Article } from '../core/article.ts'
import { wordsOf } from './words.ts'

export type Section =
  | 'World'
  | 'Politics'
  | 'Business'
  | 'Science'
  | 'Health'
  | 'Sport'
  | 'Culture'
  | 'Technology'
  | 'Local'
  | 'Climate'

/** Section and category words of publishers, by our section. English, French, Arabic and a few widespread others. */
const wordsBySection: Readonly<Record<Section, string>> = {
  World:
    'world international global foreign war europe africa asia americas middle-east monde internationale étranger العالم عالم دولي mundo internacional ausland welt',
  Politics:
    'politics political policy election elections government parliament congress white-house westminster politique السياسة سياسة política politik',
  Business:
    'business economy economic finance financial markets market money companies economics trade jobs économie entreprises bourse اقتصاد الاقتصاد أعمال economía negocios wirtschaft',
  Science: 'science sciences space physics biology astronomy archaeology research علوم ciencia wissenschaft',
  Health: 'health medicine medical wellness nhs santé صحة الصحة salud gesundheit',
  Sport:
    'sport sports football soccer cricket rugby tennis golf basketball baseball nba nfl f1 olympics athletics رياضة الرياضة deportes',
  Culture:
    'culture arts art entertainment music film films movies books television tv theatre celebrity lifestyle fashion food culture-société ثقافة فن cultura kultur',
  Technology:
    'technology tech digital internet gadgets computing ai cybersecurity science-tech technologie numérique تكنولوجيا تقنية tecnología',
  Local: 'local community neighborhood neighbourhood metro city county regional région محليات محلي',
  Climate: 'climate environment weather energy wildlife planet climat environnement planète مناخ بيئة clima umwelt',
}

const sectionByWord = new Map<string, Section>()
for (const [section, words] of Object.entries(wordsBySection) as [Section, string][])
  for (const word of words.split(' ')) sectionByWord.set(word, section)

/**
 * The section that most of a story's articles have at their publishers, by the section's name or, failing that, by the folders of the
 * article's URL (`/sport/football/…`). Undefined when neither says.
 */
export function sectionOf(
  members: readonly { readonly article: Pick<Article, 'section' | 'url'> }[],
): Section | undefined {
  const counts = new Map<Section, number>()
  for (const { article } of members) {
    const section = sectionNamed(article)
    if (section) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  let best: Section | undefined
  for (const [section, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = section
  return best
}

/** The section an outlet put an article in, by its own name for it or by the folders of the URL. */
export function sectionNamed({ section, url }: Pick<Article, 'section' | 'url'>): Section | undefined {
  return named(section ?? '') ?? named(foldersOf(url))
}

/** The last matching word is the most specific: `World / Climate` is Climate, `Sport` in `UK sport` is Sport. */
function named(text: string): Section | undefined {
  const words = wordsOf(text).flatMap((word) => [word.text, ...word.text.split('-')])
  return words.map((word) => sectionByWord.get(word)).findLast((section) => section !== undefined)
}

function foldersOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1] ?? ''
  // The last part is the words of the headline.
  return path.split('/').slice(0, -1).slice(0, 4).join(' ')
}
