import { givenName } from '../core/first-names.ts'
import { foldName } from '../core/name-spelling.ts'
import type { NameRun } from './name-parts.ts'
import { organizationNamed } from './organizations.ts'
import { placeNamed } from './places.ts'

/** Given names that are also towns, peoples, brands or months: one alone is no person. */
const ALSO_ELSE =
  /^(?:Adelaide|Alexa|Alexandria|Asia|August|Austin|Carolina|Charlotte|Chelsea|China|Christian|Claude|Dakota|Faith|Florence|Gemini|Grace|Harmony|Hope|India|Israel|Jackson|Jordan|Joy|Kenya|Lincoln|Lourdes|Madison|May|Mercedes|Orlando|Paris|Rich|San|Santiago|Sierra|Summer|Sydney|Victoria|Virginia|Will|Mark|Bill|Chase|Christ|Jesus|Grant|Mac|Van|Van|Sri|Guy|Art|Drew|Gene|Max|Rose|Ruby|Violet|Olive|Tiffany|Pat|Jack|Mars|Sterling|Ivory|Melody|Marina|Diamond)$/

/**
 * Given names that stand for a person whom the text calls by nothing else: `their daughter, Edda`, or `Edda` twice with
 * something told of her. Words as written, each once.
 */
export function loneGivenNames(runs: readonly NameRun[]): string[] {
  const counts = new Map<string, { times: number; isTold: boolean; word: string }>()
  for (const run of runs) {
    const word = run.words[0] as string
    if (run.words.length > 1 || run.titles.length > 0 || !mayStandAlone(run, word)) continue
    const key = foldName(word)
    const count = counts.get(key) ?? { times: 0, isTold: false, word }
    const isKin = isBesideKin(run)
    counts.set(key, { word, times: count.times + (isKin ? 2 : 1), isTold: count.isTold || isKin || isToldOf(run) })
  }
  return [...counts.values()].flatMap(({ times, isTold, word }) => (times > 1 && isTold ? [word] : []))
}

function mayStandAlone({ sentence, nameFirst }: NameRun, word: string): boolean {
  if (!givenName(word) || ALSO_ELSE.test(word) || placeNamed(word) || organizationNamed(word)) return false
  return sentence.tokens[nameFirst]?.pos === 'PROPN' && /^\p{Lu}\p{Ll}{2,}/u.test(word) && !sentence.isHeading
}

const KIN =
  /^(?:baby|boy|child|daughter|son|wife|husband|girl|girlfriend|boyfriend|brother|sister|mother|father|mum|mom|dad|grandson|granddaughter|niece|nephew|twin|partner|friend|dog|cat)$/

/** `their child, Edda`, `her son Edda`. */
function isBesideKin({ sentence: { tokens }, first }: NameRun): boolean {
  const before = tokens[first - 1]
  return KIN.test(before?.text === ',' ? (tokens[first - 2]?.lower ?? '') : (before?.lower ?? ''))
}

/** `Edda walked`, `Edda's coat`, `Edda, who …`. */
function isToldOf({ sentence: { tokens }, last }: NameRun): boolean {
  const next = tokens[last + 1]
  if (!next) return false
  return next.pos === 'VERB' || next.lower === "'s" || (next.text === ',' && tokens[last + 2]?.lower === 'who')
}
