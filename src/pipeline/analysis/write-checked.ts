import { alignExact } from '../../check/align-exact.ts'
import { claimPrompt } from '../../check/claim-prompt.ts'
import { readClaims } from '../../check/read-claims.ts'
import type { CheckedText, ClaimCheck, NumberedSentence } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import type { ModelFailure, ModelPort, ModelUse } from '../../core/model.ts'

/** What is to be written of stored sentences. */
export type WriteTask = {
  readonly use: ModelUse
  /** What to write, in words of ours; the form and the rules of claims are added. */
  readonly instructions: string
  readonly sentences: readonly NumberedSentence[]
  /** Words of a reader: given as data, like the sentences. */
  readonly question?: string
  readonly mostClaims: number
  readonly signal?: AbortSignal
  /** All that was written so far, unchecked: to show that something comes, never to show itself. */
  readonly onText?: (soFar: string) => void
}

/** What a model wrote, as far as it holds. With `kept` empty, or any other kind, the extractive text stands. */
export type Written =
  | { readonly kind: 'written'; readonly text: CheckedText; readonly model: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ModelFailure

/** For a model that thinks before it writes. */
const TOKENS_BEFORE = 1500
const TOKENS_A_CLAIM = 200
/** Claims that are looked at, so that bad ones do not crowd out good ones. */
const MOST_READ = 60

/**
 * Asks a model for claims about sentences, and keeps those that pass every check against them; how many were kept and dropped is
 * counted. Nothing else of what it wrote leaves this function. Never rejects for what the model does.
 */
export async function writeChecked(context: { readonly model: ModelPort }, task: WriteTask): Promise<Written> {
  const { use, sentences, mostClaims, signal, onText } = task
  if (!context.model.isOn(use)) return { kind: 'off' }
  const answer = await context.model.complete({
    use,
    ...claimPrompt(task.instructions, sentences, task),
    maxTokens: TOKENS_BEFORE + TOKENS_A_CLAIM * mostClaims,
    ...defined({ signal, onText }),
  })
  if (answer.kind !== 'answered') return answer
  // Most houses have no model: what checks it is loaded with its first answer.
  const [{ annotate }, { checkClaims }] = await Promise.all([
    import('../../analyze/annotate.ts'),
    import('../../check/check-claims.ts'),
  ])
  const read = readClaims(answer.text, MOST_READ)
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
