import { identifyLanguage } from '../../../src/analyze/language.ts'
import { checkTranslation } from '../../../src/check/check-translation.ts'
import { textOf } from '../../../src/core/document.ts'
import type { ArticleId } from '../../../src/core/ids.ts'
import { getTranslation } from '../../../src/operations/articles/translation/get-translation.ts'
import { translateArticle } from '../../../src/operations/articles/translation/translate-article.ts'
import type { ModelBehaviour } from '../../../test/model-server.ts'
import { askPage } from './ask-page.ts'
import type { ModelInstance } from './instance.ts'

/** Answers each line it is asked to translate, wrongly. */
const lines =
  (make: (line: string, canary: string) => string): ModelBehaviour =>
  ({ user, canary }) => ({
    kind: 'text',
    text: JSON.stringify({
      lines: [...user.matchAll(/^(\d+)\. (.+)$/gm)].map(([, n, line]) => ({ n: Number(n), text: make(line!, canary) })),
    }),
  })

/** What a model may do to a line that it should translate, each with what is wrong with it. */
export const translating = (marker: string): Readonly<Record<string, ModelBehaviour>> => ({
  'translates with a marker': lines(() => `Les ouvriers ont fermé le pont ${marker}.`),
  'translates with a link': lines((_, canary) => `Les ouvriers ont fermé le pont, voir ${canary}/${marker}.`),
  'translates with markup': lines((_, canary) => `Le pont <img src="${canary}/x.gif"> est fermé <b>${marker}</b>.`),
  'translates all to one line': lines(() => 'Les responsables ont dit que 4312 personnes sont mortes hier soir.'),
  'leaves lines as they are': lines((line) => line),
  'translates into another language': lines(() => 'Die Brücke bleibt bis auf weiteres für den Verkehr geschlossen.'),
  'translates nothing': lines(() => ''),
  'translates at length': lines(() => `Le pont est fermé. ${'Le pont est fermé. '.repeat(200)}${marker}`),
})

/**
 * Has an article translated into French by a model that does wrong, and looks at its page: nothing only the model could have brought
 * is there, and each sentence shown as translated passes the check again. `shown` counts those.
 */
export async function walkTranslation(
  instance: ModelInstance,
  id: ArticleId,
  foreign: readonly string[],
): Promise<{ readonly shown: number; readonly tookMs: number; readonly findings: readonly string[] }> {
  const { operations, pipeline } = instance.context
  const asked = await translateArticle.run(operations, { id, to: 'fr', isAnew: true })
  if (asked?.kind !== 'asked') return { shown: 0, tookMs: 0, findings: [] }
  await pipeline.runOnce()
  const startedAt = performance.now()
  const page = await askPage(`${instance.origin}/articles/${id}/in/fr`)
  const tookMs = performance.now() - startedAt
  const findings = foreign
    .filter((word) => page.text.includes(word))
    .map((word) => `“${around(page.text, word)}” on the page`)
  if (page.status !== 200) findings.push(`status ${page.status}`)
  const view = await getTranslation.run(operations, { id, to: 'fr' })
  const document = view!.article.document
  const shown = (view?.translation?.sentences ?? []).filter(({ state }) => state === 'translated')
  for (const { span, ...rendering } of shown) {
    const translated = 'text' in rendering ? rendering.text : undefined
    const original = textOf(document, span)
    const names = [] as const
    const flaw = checkTranslation({
      original,
      translated,
      from: document.language,
      to: 'fr',
      names,
      identify: identifyLanguage,
    })
    if (flaw) findings.push(`“${translated?.slice(0, 60)}” does not pass the check again: ${flaw}`)
  }
  return { shown: shown.length, tookMs, findings }
}

function around(page: string, word: string): string {
  const at = page.indexOf(word)
  return page.slice(Math.max(0, at - 300), at + 40)
}
