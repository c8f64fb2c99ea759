import { alignExact } from '../../check/align-exact.ts'
import { claimPrompt } from '../../check/claim-prompt.ts'
import { readClaims } from '../../check/read-claims.ts'
import type { CheckedText, ClaimCheck, NumberedSentence } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import type { ModelFailure, ModelPort, ModelUse } from '../../core/model.ts'

type WriteTask = {
  readonly use: ModelUse
  /** What to write, in our words; the format and the rules for claims are added. */
  readonly instructions: string
  readonly sentences: readonly NumberedSentence[]
  /** Words of a reader: passed as data, like the sentences. */
  readonly question?: string
  readonly mostClaims: number
  readonly signal?: AbortSignal
  /** Called with all text so far, unchecked: to show progress, never to show the text. */
  readonly onText?: (soFar: string) => void
}

/** A model's text, as far as it passed. With an empty `kept`, or any other kind, the extractive text is used. */
export type WriteResult =
  | { readonly kind: 'written'; readonly text: CheckedText; readonly model: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ModelFailure

/** For a model that reasons before it writes. */
const TOKENS_BEFORE = 1500
const TOKENS_A_CLAIM = 200
/** Claims that are checked, so that bad ones don't crowd out good ones. */
const MAX_READ = 60

/**
 * Asks a model for claims about sentences and returns those that pass every check; counts how many were kept and dropped. Nothing else of
 * what it wrote leaves this function. Never rejects because of the model.
 */
export async function writeChecked(context: { readonly model: ModelPort }, task: WriteTask): Promise<WriteResult> {
  const { use, sentences, mostClaims, signal, onText } = task
  if (!context.model.isOn(use)) return { kind: 'off' }
  const answer = await context.model.complete({
    use,
    ...claimPrompt(task.instructions, sentences, task),
    maxTokens: TOKENS_BEFORE + TOKENS_A_CLAIM * mostClaims,
    ...defined({ signal, onText }),
  })
  if (answer.kind !== 'answered') return answer
  // Most servers have no model, so the checks are loaded with its first answer.
  const [{ annotate }, { checkClaims }] = await Promise.all([
    import('../../analyze/annotate.ts'),
    import('../../check/check-claims.ts'),
  ])
  const read = readClaims(answer.text, MAX_READ)
  if (read.kind === 'unreadable') {
    await context.model.judged?.(use, { kept: 0, dropped: { form: 1 } })
    return read
  }
  const aligned = read.drafts.map((draft) => alignExact(draft, sentences))
  const checked = checkClaims(aligned, sentences, annotate)
  const excess = checked.kept
    .slice(mostClaims)
    .map(({ text }) => ({ text, failed: 'form' as const, why: `more than the ${mostClaims} claims asked for` }))
  const text = {
    kept: checked.kept.slice(0, mostClaims),
    dropped: [...checked.dropped, ...read.misshapen, ...excess],
  }
  await context.model.judged?.(use, { kept: text.kept.length, dropped: countedByCheck(text.dropped) })
  return { kind: 'written', text, model: answer.model }
}

function countedByCheck(dropped: CheckedText['dropped']): Readonly<Partial<Record<ClaimCheck, number>>> {
  const counts: Partial<Record<ClaimCheck, number>> = {}
  for (const { failed } of dropped) counts[failed] = (counts[failed] ?? 0) + 1
  return counts
}
