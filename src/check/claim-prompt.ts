import type { NumberedSentence } from '../core/claim.ts'
import type { ModelRequest } from '../core/model.ts'

const SPACES = /\s+/g
/** Invisible characters and those that change text direction: they can hide words from people. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

const FORM = `Answer with JSON alone, in this form:
{"claims":[{"text":"…","sentences":[3],"exact":"…","speaker":"…"}]}
text: one plain sentence, told only with what the numbered sentences say. No address, no markup, no list, no mark of a citation.
sentences: the numbers of the sentences that say so. Name no more than are needed.
exact: up to 25 words of one of those sentences, letter by letter: the words the claim rests on most.
speaker: who said it, where the claim tells what somebody said; otherwise leave it out.
Keep every number, unit, date, name, "not", "may" and "said" as it stands there. Words in quotation marks must stand there letter by letter.
Do not join two facts into a third. Do not add what you know. If the sentences say too little, answer {"claims":[]}.`

/**
 * The prompt that asks a model for claims: the task, the form, and the numbered sentences as data. Each sentence is one line, so that none
 * can pass for another.
 */
export function claimPrompt(
  instructions: string,
  sentences: readonly NumberedSentence[],
  { question, mostClaims }: { readonly question?: string; readonly mostClaims: number },
): Pick<ModelRequest, 'instructions' | 'data'> {
  const lines = sentences.map(
    ({ number, document, span }) => `${number}. ${oneLine(document.text.slice(span.start, span.end))}`,
  )
  return {
    instructions: `${instructions.trim()}\nWrite at most ${mostClaims} claims.\n\n${FORM}`,
    data: [
      { label: 'Numbered sentences', text: lines.join('\n') },
      ...(question === undefined ? [] : [{ label: 'Question of a reader', text: oneLine(question) }]),
    ],
  }
}

function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(SPACES, ' ').trim()
}
