import { nth } from '../core/nth.ts'
import { oncePerObject } from '../core/once-per-object.ts'
import { isQuotedWhole, outsideMarks } from './stand-alone.ts'
import type { MemberText } from './story-text.ts'

/** So many sentences of an article are read; one of fewer words is a byline, a caption or a mark. */
const depth = 60
const leastWords = 4
/** Shares are of at least so many sentences. */
const leastSentences = 5

/** What the sentences of columns have more often than those of news, or less often; quotations are not read. */
const signs = {
  asks: /\?["”)]?\s*$/,
  urges: /\b(?:should|must|ought|needs? to|had better|ha(?:s|ve) to)\b/i,
  argues:
    /\b(?:of course|indeed|surely|perhaps|clearly|after all|in fact|obviously|simply|merely|hardly|arguably|presumably|frankly|certainly|truly|utterly|precisely|no doubt|in other words|in short|to be sure|at best|at least|rather than|as if|even if|the (?:truth|fact|point|problem|reality|question) is|nothing more than|so[- ]called)\b/i,
  judges:
    /\b(?:absurd|ridiculous|shameful|disgraceful|foolish|stupid|dishonest|hypocri\w+|outrageous|laughable|silly|insane|pathetic|brave|noble|terrible|awful|horrible|wonderful|great|evil|moral|immoral|wrong|right(?:ly)?|corrupt|tyrann\w+|nonsense|folly|farce|travesty|sham|lie|lies|liar|bigot\w*|disaster|disastrous|tragic|tragedy|dangerous|reckless|cowardly|coward|blatant|bogus|phony)\b/i,
  writes: /(?<!\b(?:War|Elizabeth|Charles|James|Part|Phase|Title|Type) )\b(?:I|I['’](?:m|ve|d|ll)|my|myself)\b/,
  isNow: /\b(?:is|are|(?:is|are|does|do|ca|wo)n['’]t|(?:it|that|there)['’]s)\b/,
  goesOn:
    /^(?:And|But|So|Yet|Or|Nor|Because|Still|Indeed|Of course|After all|Perhaps|Maybe|Sure|Instead|Rather|Thus|Hence|No|Yes|Now|Then|Well|Consider|Imagine|Remember|Look|Take|Note|Think)\b/,
  reports: /\b(?:said|says|told|according to|reported|announced|tweeted|wrote|added|spokes\w+)\b/,
  dates: /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  counts: /\d/,
  adds: /\(/,
} as const

/** Names of the evidence, in the order of `learned`: of each sign the root of its share, of the quotations theirs, and the length. */
export const opinionEvidenceNames = ['always', ...Object.keys(signs), 'quotes', 'length'] as const

/**
 * Weights of the evidence: logistic regression on 2,060 articles of 861 stories, 167 of them opinion by their section, their outlet's label
 * or a reader. Of what it calls opinion at .8, nine in ten are, and at .3 seven in ten: enough to choose another article,
 * or not to count this one, too little to say that it is.
 */
const learned = [-1.6, 4, 4.4, 5.6, 3.5, 2.3, 1.5, 2, -4.7, -4.5, -4.8, -0.7, -1.7, 0] as const

/** How likely an English article is somebody's opinion, 0 to 1, by its words alone; 0 in any other language. */
export function readsAsOpinion(text: MemberText, weights: readonly number[] = learned): number {
  if (text.language !== 'en') return 0
  const sum = opinionEvidence(text).reduce((all, value, at) => all + value * nth(weights, at), 0)
  return 1 / (1 + Math.exp(-sum))
}

/** From here on an article is not counted as a report. Lower than where most are columns: to count one too few is the lesser error. */
const uncountedFrom = 0.3
const explainer = /\bexplain(?:ed|er)\b/i

/** Whether an article isn't counted as a report: its page calls it opinion, or it may be by its words. */
export function mayBeOpinion(text: MemberText): boolean {
  const { article, document } = text.input
  return article.kind === 'opinion' || (readsAsOpinion(text) >= uncountedFrom && !explainer.test(document.title))
}

/** The evidence for `readsAsOpinion`, read once: headlines and counts both ask for it. */
export const opinionEvidence = oncePerObject((text: MemberText): readonly number[] => {
  const read = text.sentences.slice(0, depth).filter(({ words }) => words.length >= leastWords)
  const own = read.filter((sentence) => !isQuotedWhole(sentence, text)).map((sentence) => outsideMarks(sentence.text))
  const shares = Object.values(signs).map((sign) =>
    Math.sqrt(own.filter((each) => sign.test(each)).length / Math.max(leastSentences, own.length)),
  )
  return [1, ...shares, Math.sqrt(1 - own.length / Math.max(1, read.length)), Math.log(1 + read.length)]
})
