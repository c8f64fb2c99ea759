import { z } from 'zod'
import { checkTranslation } from '../../../check/check-translation.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { defineOperation } from '../../operation.ts'
import type { TranslatorTestResult } from './translation-views.ts'
import { translatorNames } from './translator-settings.ts'

/** How long the test button waits. */
const TEST_MS = 20_000
const sample = 'The bridge was closed for 12 days after divers found cracks in it.'

export const setTranslator = defineOperation({
  name: 'set_translator',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Sets the translation service: a server with LibreTranslate’s API, the language model, or none',
  input: z.strictObject({
    by: z.enum(['off', 'server', 'model']),
    address: z
      .url({ protocol: /^https?$/ })
      .max(400)
      .optional(),
    /** Absent: the stored key stays, as long as the URL does. */
    key: z.string().max(400).optional(),
    forgetsKey: z.boolean().default(false),
    perDay: z.number().int().min(1).max(100_000),
  }),
  /** Undefined: the URL is missing. */
  async run({ store, now }, { by, address, key, forgetsKey, perDay }): Promise<true | undefined> {
    const { instanceSettings } = store
    const at = now().toISOString()
    if (by === 'server' && address === undefined) return undefined
    const keptAddress = await instanceSettings.get(translatorNames.address)
    // A key belongs to one server and is never sent to another.
    const isMoved = address !== undefined && keptAddress !== undefined && originOf(address) !== originOf(keptAddress)
    if (key) await instanceSettings.set(translatorNames.key, key, at)
    else if (forgetsKey || isMoved) await instanceSettings.set(translatorNames.key, undefined, at)
    if (by === 'server' && address !== undefined) await instanceSettings.set(translatorNames.address, address, at)
    await instanceSettings.set(translatorNames.by, by, at)
    await instanceSettings.set(translatorNames.perDay, String(perDay), at)
    return true
  },
})

export const testTranslator = defineOperation({
  name: 'test_translator',
  minRole: 'owner',
  summary: 'Tests the translation service with one sentence, and returns the result',
  input: z.strictObject({ to: z.enum(['fr', 'ar', 'es', 'de']).default('fr') }),
  async run({ translator }, { to }): Promise<TranslatorTestResult> {
    const signal = AbortSignal.timeout(TEST_MS)
    const started = performance.now()
    const languages = await translator.languages(signal)
    if (languages.kind !== 'offered') return timedOut(languages, signal)
    const target = languages.languages.find(({ code }) => primaryLanguage(code) === 'en')?.targets.includes(to)
      ? to
      : (languages.languages.find(({ code }) => primaryLanguage(code) === 'en')?.targets[0] ?? to)
    const answer = await translator.translate({ texts: [sample], from: 'en', to: target, signal })
    if (answer.kind !== 'translated') return timedOut(answer, signal)
    const translated = answer.texts[0]
    // Loaded here because its tables are large and nothing else in this thread needs them.
    const { identifyLanguage } = await import('../../../analyze/language.ts')
    const flaw = checkTranslation({
      original: sample,
      translated,
      from: 'en',
      to: target,
      names: [],
      identify: identifyLanguage,
    })
    if (flaw || translated === undefined)
      return { kind: 'wrong', original: sample, translated: (translated ?? '').slice(0, 400), flaw: flaw ?? 'missing' }
    const ms = Math.round(performance.now() - started)
    return { kind: 'works', languages: languages.languages.length, original: sample, translated, ms }
  },
})

function timedOut<Answer extends { readonly kind: string }>(answer: Answer, signal: AbortSignal) {
  return signal.aborted ? ({ kind: 'timeout', afterMs: TEST_MS } as const) : answer
}

function originOf(address: string): string {
  return new URL(address).origin
}
