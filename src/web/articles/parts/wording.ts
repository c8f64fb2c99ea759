import { sureEnough } from '../../../core/quote.ts'
import type { Wording } from '../../../core/story.ts'
import { type Documents, exactWords, withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** A direct quotation in quotation marks, anything else without: the marks are ours, the letters the document's. */
export function quotedLetters(
  { kind, citation }: Wording,
  letters: string | Html = withoutLastComma(citation.exact),
): Html {
  const theirs = foreign(letters)
  return kind === 'direct' ? html`<q>${theirs}</q>` : html`<span class="reported">${theirs}</span>`
}

/** The same as a block; the style sheet sets the quotation marks of direct speech, and a paraphrase in gray. */
export function quotedText({ kind, citation }: Wording, language: string | undefined): Html {
  return html`<blockquote${kind !== 'direct' && html` class="para"`}${languageAttributes(language)}>${foreign(withoutLastComma(citation.exact))}</blockquote>`
}

/**
 * How words were reported: how certain the speaker is, whether quoted or paraphrased, to whom, where and when. An unnamed speaker has no
 * certainty.
 */
export function howReported(
  wording: Wording,
  speakerName: string | undefined,
  documents: Documents,
  { words }: Reader,
): readonly Piece[] {
  const { kind, confidence, translated, addressee, place, channel, when } = wording
  const isUnsure = speakerName !== undefined && confidence < sureEnough
  return [
    isUnsure && html`<b class="unsure">${words.probably} ${foreign(speakerName)}</b>`,
    kind === 'indirect' && words.inOutletsWords,
    kind === 'mixed' && words.partlyInOutletsWords,
    translated && html`<b>${words.translatedWords}</b> (${exactWords(translated, documents)})`,
    addressee && html`${words.stated.to} ${exactWords(addressee, documents)}`,
    place && exactWords(place, documents),
    channel && exactWords(channel, documents),
    when && exactWords(when, documents),
  ]
}

/** How we identified the speaker, and how certainly; a person's correction has no score. */
export function howAttributed(
  { pattern, confidence }: Pick<Wording, 'pattern' | 'confidence'>,
  { words }: Reader,
): string {
  const by = words.patterns[pattern] ?? pattern
  return pattern === 'label' ? by : words.attribution(by, words.percent(confidence))
}
